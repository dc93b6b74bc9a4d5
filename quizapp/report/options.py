"""What a report shows, and on which paper."""

from dataclasses import dataclass
from enum import StrEnum


class Extent(StrEnum):
    SUMMARY = "summary"  # one page: where one stands
    FULL = "full"  # and how to read it, topics, calibration, questions


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The choices for one report, the same for PDF and HTML.

    Without ``answers`` a report shows what became of each question, and neither its text nor its options, key,
    rationales and own answer: it can be shown to others who are still to be asked. A PDF then carries no result file
    either. ``person`` is the name on the report; empty for none.
    """

    extent: Extent = Extent.FULL
    paper: Paper = Paper.A4
    answers: bool = True
    person: str = ""

    @property
    def is_summary(self) -> bool:
        return self.extent is Extent.SUMMARY


WHOLE = ReportOptions()
"""Everything, on A4, without a name."""
