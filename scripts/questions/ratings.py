"""Filled rating sheets, read and checked: all that is wrong at once, each with what mends it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

import yaml

from quizapp.core.question import Question
from scripts.questions.bodies import SheetError

LEAST_RATERS = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one rater said. ``ratings`` are by question id, 0..100; ``people`` is whether a person rated.

    ``first`` are the ratings of the first round, before this rater had seen those of others.
    """

    file: str
    rater: str
    people: bool
    rated_on: date
    round: int
    seed: int
    ratings: Mapping[str, float]
    first: Mapping[str, float]


def read_sheets(paths: Sequence[Path], questions: Sequence[Question]) -> list[Sheet]:
    """All sheets of one round. Raises SheetError with every fault of all that can be read."""
    known = {question.id: question for question in questions}
    raw = {path.name if len({p.name for p in paths}) == len(paths) else str(path): _load(path) for path in paths}
    faults = [f"{name}: {fault}" for name, data in raw.items() for fault in _faults(data, known)]
    if not faults:
        sheets = [_sheet(name, data) for name, data in raw.items()]
        faults = list(_faults_between(sheets))
    if faults:
        raise SheetError("\n".join(faults))
    return sheets


def _load(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SheetError(f"{path} can't be read as YAML: {error}") from error


def _sheet(name: str, data: dict[str, Any]) -> Sheet:
    ratings, first = (
        {entry["id"]: float(entry[name]) for entry in data["ratings"]}
        for name in ("of_100", "of_100" if data["round"] == 1 else "said_first")
    )
    head = (str(data["rater"]), data["people"], data["rated_on"], data["round"], data["seed"])
    return Sheet(name, *head, ratings, first)


def _faults(data: Any, known: Mapping[str, Question]) -> Iterator[str]:
    """What is wrong in one sheet."""
    if not isinstance(data, dict) or not isinstance(data.get("ratings"), list):
        yield "it has no list 'ratings'. Take the sheet as it was written and fill it in."
        return
    yield from _head_faults(data)
    entries = [entry for entry in data["ratings"] if isinstance(entry, dict)]
    if len(entries) < len(data["ratings"]):
        yield "an entry of 'ratings' has no id. Each needs the lines 'id' and 'of_100'."
    for id_, count in Counter(str(entry.get("id")) for entry in entries).items():
        if count > 1:
            yield f"{id_}: rated {count} times. Keep one."
    for entry in entries:
        yield from _entry_faults(entry, known)
        if data.get("round") != 1 and not _is_rating(entry.get("said_first")):
            yield f"{entry.get('id')}: the line 'said_first' has to stay as it came with the sheet of a later round."


def _head_faults(data: dict[str, Any]) -> Iterator[str]:
    if not data.get("rater"):
        yield "'rater' is empty. Write a name, or the model."
    if not isinstance(data.get("people"), bool):
        yield "'people' has to be true for a person or false for a program."
    if data.get("wrote_none") is not True:
        yield "'wrote_none' has to be true: who wrote one of the questions can't rate. Let someone else do it."
    if type(data.get("rated_on")) is not date:
        yield "'rated_on' has to be a day such as 2026-11-24."
    for name in ("round", "seed"):
        if type(data.get(name)) is not int:
            yield f"'{name}' has to stay the whole number that the sheet came with."


def _entry_faults(entry: dict[str, Any], known: Mapping[str, Question]) -> Iterator[str]:
    id_, rating = entry.get("id"), entry.get("of_100")
    question = known.get(id_) if isinstance(id_, str) else None
    if question is None:
        yield f"{id_}: the bank has no such question. Correct the id, or write new sheets if it was dropped."
    elif entry.get("revision", question.revision) != question.revision:
        yield f"{id_}: the question was changed since (revision {question.revision} now). Have it rated on new sheets."
    if rating is None:
        yield f"{id_}: not rated. Write a number from 0 to 100 behind 'of_100'."
    elif not _is_rating(rating):
        yield f"{id_}: {rating!r} is no number from 0 to 100, without a sign for per cent."


def _is_rating(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and 0 <= value <= 100


def _faults_between(sheets: Sequence[Sheet]) -> Iterator[str]:
    """What is wrong with sheets together."""
    if len(sheets) < LEAST_RATERS:
        yield f"{len(sheets)} sheets: {LEAST_RATERS} raters are the least. Let more people rate."
    for rater, count in Counter(sheet.rater for sheet in sheets).items():
        if count > 1:
            yield f"{count} sheets are by {rater!r}. Give each rater an own name, or leave the repeated sheet out."
    for sheet in sheets[1:]:
        first = sheets[0]
        if (sheet.round, sheet.seed) != (first.round, first.seed):
            yield f"{sheet.file} is of another round or seed than {first.file}. Compare sheets of one round only."
        if odd := sorted(sheet.ratings.keys() ^ first.ratings.keys()):
            yield f"{sheet.file} and {first.file} don't both have {', '.join(odd)}. Every rater rates every question."
