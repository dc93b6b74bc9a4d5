"""Parametric: once its numbers are drawn, it is answered as a numeric question is."""

from quizapp.ui.answers.numeric import build

__all__ = ["build"]
