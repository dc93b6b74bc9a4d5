"""Where problems are gathered while a file is read."""

from dataclasses import dataclass

from quizapp.bank.limits import MAX_PROBLEMS
from quizapp.bank.rules import Rule
from quizapp.core.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; line and column count from 1, and both are 0 for the file as a whole."""

    line: int = 0
    column: int = 0


WHOLE_FILE = Mark()


class Findings:
    """The problems of one file, up to ``MAX_PROBLEMS`` of them; ``file`` is its name as people see it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.errors = 0
        self._problems: list[Problem] = []
        self._cut = 0

    @property
    def is_full(self) -> bool:
        """Whether further problems are only counted, so that costly advice need not be worked out."""
        return len(self._problems) >= MAX_PROBLEMS

    def add(self, rule: Rule, mark: Mark = WHOLE_FILE, **details: object) -> None:
        """Note a problem; ``details`` fill the words in braces of the rule's message and remedy."""
        self.errors += rule.severity is Severity.ERROR
        if self.is_full:
            self._cut += 1
        else:
            self._problems.append(_problem(rule, self.file, mark, details))

    def problems(self) -> tuple[Problem, ...]:
        """What was found, by place, and how many more there are."""
        rest = (_problem(Rule.PROBLEMS_CUT, self.file, WHOLE_FILE, {"count": self._cut}),) if self._cut else ()
        return (*sorted(self._problems), *rest)


def printable(text: str, limit: int = 400) -> str:
    """A text from a file on one line of a terminal or a list: short, and without characters that do things."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in short)


def shorten(text: str) -> str:
    """The beginning of a value, to quote it in a message."""
    return printable(text, 60)


def _problem(rule: Rule, file: str, mark: Mark, details: dict[str, object]) -> Problem:
    words = {name: printable(str(value)) for name, value in details.items()}
    return Problem(
        file,
        mark.line,
        mark.column,
        rule.code,
        rule.message.format(**words),
        rule.remedy.format(**words),
        rule.severity,
    )
