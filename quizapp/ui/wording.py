"""States and verdicts in words, with the tone that goes with them (right, wrong, warn, muted)."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.answer import Answer, Grade, Verdict
from quizapp.core.session import ItemState

translate = QCoreApplication.translate


def verdict_words(answer: Answer | None, grade: Grade) -> tuple[str, str]:
    """The verdict on an answer in words, and its tone."""
    if answer is None:
        return translate("Wording", "Left open"), "warn"
    if answer.dont_know:
        return translate("Wording", "I don't know"), "warn"
    if grade.is_right:
        return translate("Wording", "Right"), "right"
    if grade.score > 0:
        points = f"{grade.score:.2f}".rstrip("0").rstrip(".")
        return translate("Wording", "Partly right: {points} of 1 point").format(points=points), "warn"
    return translate("Wording", "Not right"), "wrong"


VERDICT_ICONS = {Verdict.RIGHT: "circle-check", Verdict.WRONG: "circle-x", Verdict.MISSED: "circle-dashed"}
"""The icon beside what was given or missed; nothing stands beside the rest."""

VERDICT_TONES = {Verdict.RIGHT: "right", Verdict.WRONG: "wrong", Verdict.MISSED: "right"}
"""The tone of that icon, its frame and its words."""


def mark_words(verdict: Verdict | None) -> str:
    """What became of one option, line or entry; no words where nothing did."""
    words = {
        Verdict.RIGHT: translate("Wording", "Your answer · right"),
        Verdict.WRONG: translate("Wording", "Your answer · not right"),
        Verdict.MISSED: translate("Wording", "Right answer"),
    }
    return words.get(verdict, "") if verdict else ""


def state_words(state: ItemState) -> tuple[str, str]:
    """A state in words, and its tone."""
    if state.answer is not None and state.answer.dont_know:
        return translate("Wording", "I don't know"), "muted"
    if state.answer is not None:
        return translate("Wording", "Answered"), "right"
    return (
        (translate("Wording", "Open"), "warn")
        if state.shown
        else (
            translate("Wording", "Not reached"),
            "muted",
        )
    )
