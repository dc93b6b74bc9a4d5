"""Which attempts a search finds: by role, competencies, kind and words of the day, in any order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from quizapp.core.plan import PlanMethod
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.wording import method_words

translate = QCoreApplication.translate

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """``words`` as typed: each has to be the beginning of a word.

    ``kind`` is a PlanMethod; ``is_open`` asks for what is to be finished (True) or is finished (False); None leaves
    either out.
    """

    words: str = ""
    kind: PlanMethod | None = None
    is_open: bool | None = None


class AttemptSearch:
    """Keeps what each attempt can be found by: typing on must not put ten thousand of them together anew."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        """``titles`` are those of the competencies known now, by slug."""
        self._titles = titles
        self._texts: dict[str, str] = {}
        self._facts: dict[tuple[str, tuple[str, ...], PlanMethod, bool], str] = {}

    def find(self, attempts: Iterable[AttemptSummary], wanted: HistoryFilter) -> list[AttemptSummary]:
        """The attempts that meet a filter, in their order."""
        words = [f" {word}" for word in wanted.words.casefold().split()]  # a word is found by its beginning
        kind, is_open = wanted.kind, wanted.is_open
        chosen = [
            attempt
            for attempt in attempts
            if (kind is None or attempt.method is kind) and (is_open is None or attempt.is_finished is not is_open)
        ]
        return [one for one in chosen if all(word in self._text(one) for word in words)] if words else chosen

    def _text(self, attempt: AttemptSummary) -> str:
        text = self._texts.get(attempt.id)
        if text is None:
            text = f" {self._fact_text(attempt)} {day_words(_local_day(attempt.started_at))}"
            if attempt.is_finished:  # of what runs the words will change
                self._texts[attempt.id] = text
        return text

    def _fact_text(self, attempt: AttemptSummary) -> str:
        key = (attempt.framework_title, attempt.competencies, attempt.method, attempt.is_finished)
        if key not in self._facts:
            state = (
                translate("History", "finished")
                if attempt.is_finished
                else translate("History", "to finish, unfinished")
            )
            names = competency_names(attempt.competencies, self._titles)
            words = (attempt.framework_title, names, *attempt.competencies, method_words(attempt.method), state)
            whole = " ".join(words).casefold()
            self._facts[key] = f"{whole} {whole.replace('-', ' ')}"
        return self._facts[key]


def competency_names(slugs: Iterable[str], titles: Mapping[str, str]) -> str:
    """The titles of competencies in a line; where a bank is gone its slugs are all that is left of them."""
    return ", ".join(titles.get(slug) or slug.replace("-", " ") for slug in slugs)


@lru_cache(maxsize=4096)
def day_words(day: date) -> str:
    """What a day is called: "24 november nov 2026 2026-11-24", with the month in English and as the system has it."""
    names = {
        _MONTHS[day.month - 1],
        QLocale().monthName(day.month).casefold(),
        QLocale().standaloneMonthName(day.month).casefold(),
    }
    return " ".join((str(day.day), *sorted(names), str(day.year), day.isoformat()))


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()
