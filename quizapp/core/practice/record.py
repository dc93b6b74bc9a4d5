"""What is known of a question before it is practised."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question's past. ``last_score`` (0..1) at ``last_at`` is of the last answer in practice or in a finished
    assessment; None where there is none.

    ``is_assessed`` says that a finished assessment has shown it, ``is_in_assessment`` that a running one may ask it,
    or has: its answers are nobody's business yet. ``practised_before`` counts practice answers before today,
    ``practised_today`` those of today.
    """

    question_id: str
    is_assessed: bool = False
    is_in_assessment: bool = False
    last_score: float | None = None
    last_at: datetime | None = None
    practised_before: int = 0
    practised_today: int = 0

    @property
    def is_practised(self) -> bool:
        return self.practised_before + self.practised_today > 0

    @property
    def is_wrong(self) -> bool:
        """Whether the last answer was wrong or partly right."""
        return self.last_score is not None and self.last_score < 1
