"""Times and small values as text, and back."""

import json
from datetime import UTC, datetime

from quizapp.core.answer import Response


def to_json(value: object) -> str:
    """A value as JSON in ASCII: NUL and lone surrogates, which can be pasted into a field, stay out of SQLite."""
    return json.dumps(value, separators=(",", ":"))


def response_from_json(text: str) -> Response:
    """A response or draft. Raises ValueError or TypeError if the text is none."""
    return tuple(json.loads(text))


def time_to_text(time: datetime) -> str:
    """A time as ISO text in UTC, all of one length. Raises ValueError for a time without zone: it could be any."""
    if time.tzinfo is None:
        raise ValueError(f"a time without zone: {time}")
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def time_from_text(text: str) -> datetime:
    """The time that ``time_to_text`` wrote, in UTC. Raises ValueError if the text is none."""
    return datetime.fromisoformat(text)


def optional_time(text: str | None) -> datetime | None:
    return None if text is None else time_from_text(text)
