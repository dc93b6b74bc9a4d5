"""Load a bank: what the app and the other commands use of ``quizapp.bank``."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizapp.bank.survey import survey_bank
from quizapp.bank.tex_check import check_formulas
from quizapp.bank.works import FileWork
from quizapp.core.framework import Framework
from quizapp.core.problem import Problem
from quizapp.core.question import Question, QuestionBank
from quizapp.core.rescore import CurrentQuestions


@dataclass(frozen=True, slots=True)
class LoadedBank:
    """A folder's framework and usable questions, with everything that is wrong in it.

    ``framework`` is None where there is none that can be used: the problems say why. Good questions of a bank with
    errors are in ``bank`` all the same; ``current`` has those too that are withheld for their age.
    """

    folder: Path
    framework: Framework | None
    bank: QuestionBank
    problems: tuple[Problem, ...]
    current: CurrentQuestions


def load_bank(folder: Path, *, today: date, thorough: bool = True) -> LoadedBank:
    """Read the bank in a folder; ``today`` decides which questions are due for review. Without ``thorough``
    formulas are not drawn, which takes some milliseconds each, and bad ones not warned of.

    Never raises for bad content, nor for a folder that is missing, unreadable or no folder.
    """
    survey = survey_bank(folder, today=today)
    if thorough:
        check_formulas(survey.topics)
    bank = QuestionBank(survey.questions, _digest(folder, survey.files, survey.questions))
    current = CurrentQuestions((*survey.questions, *survey.withheld), survey.is_whole)
    return LoadedBank(folder, survey.framework, bank, survey.problems, current)


def _digest(folder: Path, files: Iterable[FileWork], questions: Iterable[Question]) -> str:
    """SHA-256 over relative paths and contents in the order of the paths, each with its length before it."""
    parts = {os.fsencode(work.file.path.relative_to(folder).as_posix()): work.data for work in files}
    parts |= {os.fsencode(file.name): file.data for question in questions for file in question.pictures}
    digest = hashlib.sha256()
    for part in (part for pair in sorted(parts.items()) for part in pair):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()
