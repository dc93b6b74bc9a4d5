"""One path that someone wants checked: a bank's folder, a topic file or a framework file."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizapp.bank.documents import read_document
from quizapp.bank.figures import Figure, measure_bank
from quizapp.bank.findings import Findings, printable
from quizapp.bank.folder import BankFile, file_name
from quizapp.bank.picture_shelf import PictureShelf
from quizapp.bank.rules import Rule
from quizapp.bank.sources import read_source
from quizapp.bank.survey import Survey
from quizapp.bank.tex_check import check_formulas
from quizapp.bank.works import FileWork, read_framework_file, read_topic_file
from quizapp.core.problem import Problem, Severity

SurveyOf = Callable[[Path], Survey]
Checked = tuple[FileWork, tuple[Problem, ...]]
_UNUSABLE = {rule.code for rule in (Rule.PATH_MISSING, Rule.NOT_A_FILE, Rule.NOT_READABLE, Rule.FRAMEWORK_MISSING)}


@dataclass(frozen=True, slots=True)
class PathCheck:
    """What came of a path. ``usable`` is False where there was nothing to check: no such path, no bank in it.

    ``figures`` are those of a whole bank; a file has none.
    """

    path: str
    problems: tuple[Problem, ...]
    files: int
    questions: int
    usable: bool
    figures: tuple[Figure, ...] = ()


def check_path(given: Path, survey_of: SurveyOf, today: date) -> PathCheck:
    """Check whatever a path is; ``survey_of`` reads the bank of a folder, once for all paths in it."""
    path = Path(os.path.abspath(given))  # noqa: PTH100 - Path.absolute keeps the ".." of "sql/../joins.yaml"
    # A path that is not there, or that can't be looked at, is reported as a folder that is not.
    if os.path.isdir(path) or not os.path.exists(path):  # noqa: PTH110, PTH112 - Path's raise on a refusal
        return _check_bank(printable(str(given)), survey_of(path))
    work, problems = _check_framework(path) if _is_framework(path) else _check_topic(path, survey_of, today)
    usable = not any(problem.code in _UNUSABLE for problem in problems)
    return PathCheck(printable(str(given)), problems, 1, len(work.questions), usable)


def _check_bank(given: str, survey: Survey) -> PathCheck:
    framework = survey.framework
    topics = [topic for competency in framework.competencies for topic in competency.topics] if framework else []
    figures = measure_bank(survey.questions, framework.language, topics) if framework else ()
    return PathCheck(given, survey.problems, len(survey.files), len(survey.questions), survey.is_bank, figures)


def _check_framework(path: Path) -> Checked:
    work = read_framework_file(BankFile(path, file_name(path, path.parent)), path.parent)
    return work, work.findings.problems()


def _check_topic(path: Path, survey_of: SurveyOf, today: date) -> Checked:
    """The file's own problems, those between it and its bank, and why its bank's framework can't be used."""
    survey = survey_of(path.parent.parent)
    listed = next((work for work in survey.topics if work.file.path == path), None)
    file = BankFile(path, file_name(path, survey.folder))
    work = listed or read_topic_file(file, PictureShelf(survey.folder), survey.framework, today)
    if not listed:
        check_formulas([work])
    own = () if listed else work.findings.problems()
    names = {file.name, printable(file.name.rpartition("/")[0])}
    around = [problem for problem in survey.problems if problem.file in names or _blocks(problem, survey)]
    return work, (*around, *own)


def _blocks(problem: Problem, survey: Survey) -> bool:
    """Whether a problem is an error about the framework, for want of which the topic can't be compared."""
    tops = {work.file.name for work in survey.tops} | {file_name(survey.folder, survey.folder)}
    return survey.framework is None and problem.severity is Severity.ERROR and problem.file in tops


def _is_framework(path: Path) -> bool:
    """By what it says; a file that can't be read at all is one if it lies in a folder without a bank above."""
    quiet = Findings("")
    data = read_source(path, path.parent, quiet)
    node = read_document(data, "", quiet) if data is not None else None
    if node is not None:
        return "competencies" in node.entries
    return not any(path.parent.parent.glob("*.yaml"))
