"""A whole bank read: every file with its problems and its usable questions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizapp.bank.compare import check_folders, report_empty_topics, report_repeated_ids
from quizapp.bank.findings import Findings
from quizapp.bank.folder import Listing, file_name, list_bank
from quizapp.bank.learning import with_materials
from quizapp.bank.picture_shelf import PictureShelf
from quizapp.bank.rules import Rule
from quizapp.bank.works import FileWork, read_framework_file, read_topic_file
from quizapp.core.framework import Framework
from quizapp.core.problem import Problem
from quizapp.core.question import Question


@dataclass(frozen=True, slots=True)
class Survey:
    """What a folder holds. ``tops`` are the candidates for the framework file: one, if all is well."""

    folder: Path
    tops: tuple[FileWork, ...]
    topics: tuple[FileWork, ...]
    about_folders: tuple[Findings, ...]

    @property
    def is_bank(self) -> bool:
        """Whether the folder holds anything that could be a framework."""
        return bool(self.tops)

    @property
    def framework(self) -> Framework | None:
        return self.tops[0].framework if len(self.tops) == 1 else None

    @property
    def files(self) -> tuple[FileWork, ...]:
        return (*self.tops, *self.topics)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The usable questions in the order of files and lines."""
        return tuple(question for work in self.topics for question in work.questions)

    @property
    def withheld(self) -> tuple[Question, ...]:
        """The questions without errors that are not asked until their facts are looked up again."""
        return tuple(question for work in self.topics for question in work.withheld)

    @property
    def is_whole(self) -> bool:
        """Whether nothing fell out by an error; warnings cost nothing."""
        return not any(findings.errors for findings in self._findings)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems by file, line and column."""
        return tuple(problem for each in sorted(self._findings, key=_file) for problem in each.problems())

    @property
    def _findings(self) -> tuple[Findings, ...]:
        return (*self.about_folders, *(work.findings for work in self.files))


def survey_bank(folder: Path, *, today: date) -> Survey:
    """Read a bank's folder. Never raises for what it holds, or where nothing is."""
    listing = list_bank(folder)
    tops = tuple(read_framework_file(file, folder) for file in listing.frameworks)
    framework = tops[0].framework if len(tops) == 1 else None
    shelf = PictureShelf(folder)
    topics = tuple(read_topic_file(file, shelf, framework, today) for file in listing.topics)
    report_repeated_ids(topics)
    if framework:
        report_empty_topics(framework, tops[0], topics)
        tops[0].framework = with_materials(framework, (work.material for work in topics))
    unknown = check_folders(framework, topics) if framework else _check_tops(folder, listing)
    return Survey(folder, tops, topics, (*listing.findings, *unknown))


def _check_tops(folder: Path, listing: Listing) -> tuple[Findings, ...]:
    """Report that there is not exactly one framework file, unless the folder itself could not be read."""
    findings = Findings(file_name(folder, folder))
    if len(listing.frameworks) > 1:
        names = ", ".join(file.path.name for file in listing.frameworks)
        findings.add(Rule.FRAMEWORK_AMBIGUOUS, count=len(listing.frameworks), names=names)
    elif not listing.frameworks and listing.is_read:
        findings.add(Rule.FRAMEWORK_MISSING)
    return (findings,)


def _file(findings: Findings) -> str:
    return findings.file
