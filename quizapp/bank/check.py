"""``quizapp check PATH…``: the problems of banks, topic files and framework files, for people and for programs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from quizapp.bank.figures import render_figures
from quizapp.bank.path_check import PathCheck, check_path
from quizapp.bank.survey import Survey, survey_bank
from quizapp.bank.tex_check import check_formulas
from quizapp.core.problem import Problem, Severity

CLEAN, PROBLEMS, UNUSABLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What came of all paths, in the order given."""

    checks: tuple[PathCheck, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem once, though two paths may lead to it."""
        return tuple(dict.fromkeys(problem for check in self.checks for problem in check.problems))

    @property
    def files(self) -> int:
        return sum(check.files for check in self.checks)

    @property
    def questions(self) -> int:
        """How many questions can be used."""
        return sum(check.questions for check in self.checks)

    @property
    def errors(self) -> int:
        return _count(self.problems, Severity.ERROR)

    @property
    def warnings(self) -> int:
        return _count(self.problems, Severity.WARNING)

    @property
    def exit_code(self) -> int:
        """0 for warnings at the most, 1 for errors, 2 if a path can't be used at all."""
        if not all(check.usable for check in self.checks):
            return UNUSABLE
        return PROBLEMS if self.errors else CLEAN


def check_paths(paths: Sequence[Path], *, today: date) -> CheckResult:
    """Check bank folders, topic files (with the framework of their bank) and framework files. Never raises."""

    @lru_cache
    def survey_of(folder: Path) -> Survey:
        survey = survey_bank(folder, today=today)
        check_formulas(survey.topics)
        return survey

    return CheckResult(tuple(check_path(path, survey_of, today) for path in dict.fromkeys(paths)))


def render_text(result: CheckResult) -> str:
    """The result for people: each path's problems, its figures, and its summary; no line end after the last."""
    return "\n".join(line for check in result.checks for line in _lines(check))


def render_json(result: CheckResult) -> str:
    """The result for programs, as docs/bank-format.md describes it, in ASCII: any pipe carries it."""
    return json.dumps(_data(result), indent=2)


def _lines(check: PathCheck) -> list[str]:
    errors, warnings = (_count(check.problems, severity) for severity in (Severity.ERROR, Severity.WARNING))
    counts = f"{_words(check.files, 'file')}, {_words(check.questions, 'usable question')}"
    summary = f"{_words(errors, 'error')}, {_words(warnings, 'warning')}"
    problems = [*map(str, check.problems)]
    table = [*render_figures(check.figures, check.questions), ""] if check.figures else []
    gap = [""] if problems and table else []
    return [*problems, *gap, *table, f"{check.path}: {counts}; {summary}"]


def _data(result: CheckResult) -> dict[str, Any]:
    return {
        "format": "quizapp-check",
        "version": 1,
        "exit_code": result.exit_code,
        "errors": result.errors,
        "warnings": result.warnings,
        "files": result.files,
        "questions": result.questions,
        "paths": [asdict(check) for check in result.checks],
    }


def _words(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _count(problems: Iterable[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)
