"""Banks that tests write: small folders whose questions are known beforehand.

They are written as JSON, which is YAML too.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

Fields = dict[str, Any]

COMPETENCIES = {"counting": "Counting things", "reading": "Reading code", "judging": "Judging results"}
"""Slug and title of what the banks of tests ask about; each has one topic, "<slug>-topic"."""

KNOWN_TITLE = "Tester of windows"


def write_known_bank(folder: Path) -> Path:
    """Each competency has a single question with code, a multi one with a table, and a numeric one."""
    questions = {slug: list(_one_of_each(slug)) for slug in COMPETENCIES}
    return write_bank(folder, questions, title=KNOWN_TITLE)


def write_long_bank(folder: Path, each: int) -> Path:
    """Each competency has so many single questions."""
    questions = {slug: [single(f"{slug}-{number}") for number in range(each)] for slug in COMPETENCIES}
    return write_bank(folder, questions)


def write_bank(
    folder: Path,
    questions: Mapping[str, Iterable[Fields]],
    title: str = "Tester",
    competencies: Iterable[str] = COMPETENCIES,
) -> Path:
    """A bank of ``questions`` by competency slug; its framework has some of COMPETENCIES, and a cut of 0.7."""
    folder.mkdir(parents=True)
    framework = {"schema": 1, "id": "tester", "title": title, "language": "en", "readiness_cut": 0.7}
    entries = [_competency(slug, COMPETENCIES[slug]) for slug in competencies]
    _write(folder / "framework.yaml", framework | {"competencies": entries})
    for slug, asked in questions.items():
        topic = f"{slug}-topic"
        _write(folder / slug / f"{topic}.yaml", {"schema": 1, "topic": topic, "questions": list(asked)})
    return folder


def single(id_: str, **changes: Any) -> Fields:
    """A single question whose right option is "b" of four."""
    options = [_option(id_, letter, correct=letter == "b") for letter in "abcd"]
    return _question(id_, "single", {"options": options} | changes)


def multi(id_: str, **changes: Any) -> Fields:
    """A multi question whose right options are "a" and "c" of four."""
    options = [_option(id_, letter, correct=letter in "ac") for letter in "abcd"]
    return _question(id_, "multi", {"options": options} | changes)


def numeric(id_: str, **changes: Any) -> Fields:
    """A numeric question whose answer is 12.5 ± 0.1 GB."""
    return _question(id_, "numeric", {"answer": {"value": 12.5, "tolerance": 0.1, "unit": "GB"}} | changes)


def true_false(id_: str, **changes: Any) -> Fields:
    """A true/false question whose statement is false."""
    rationales = {"rationale_true": "It only seems so.", "rationale_false": "Just so.", "misconception": "mix-up"}
    return _question(id_, "true_false", {"answer": False} | rationales | changes)


def short_text(id_: str, **changes: Any) -> Fields:
    """A short-text question whose answer is "Naïve Bayes"."""
    return _question(id_, "short_text", {"answers": ["Naïve Bayes"]} | changes)


def _one_of_each(slug: str) -> Iterable[Fields]:
    code = {"language": "python", "text": "def twice(x):\n    return 2 * x  # doubled\n"}
    table = {"header": ["run", "loss"], "rows": [["first", "1.25"], ["second", "0.75"]]}
    yield single(f"{slug}-single", stimulus="code", code=code)
    yield multi(f"{slug}-multi", stimulus="table", table=table)
    yield numeric(f"{slug}-numeric")


def order(id_: str, **changes: Any) -> Fields:
    """An order question whose items are "a" to "d" in this order."""
    items = [{"id": letter, "text": f"Step {letter} of {id_}", "rationale": f"Why {letter}."} for letter in "abcd"]
    return _question(id_, "order", {"items": items} | changes)


def _question(id_: str, type_: str, fields: Fields) -> Fields:
    return {
        "id": id_,
        "revision": 1,
        "type": type_,
        "stimulus": "none",
        "difficulty": 2,
        "cognitive": "apply",
        "seconds": 60,
        "stem": f"What holds in {id_}?",
        "explanation": f"The explanation of {id_}.",
        "references": [{"title": f"The source of {id_}", "url": "https://example.org/source"}],
        "shelf_life": "durable",
        "verified": {"on": date.today().isoformat(), "how": "computed"},  # noqa: DTZ011 - as the app asks for today
    } | fields


def _option(question: str, id_: str, *, correct: bool) -> Fields:
    wrong = {} if correct else {"misconception": f"mistake-{id_}"}
    text = f"Statement {id_} on {question}"
    return {"id": id_, "text": text, "correct": correct, "rationale": f"The reason of {id_} in {question}."} | wrong


def _competency(slug: str, title: str) -> Fields:
    topic = {"slug": f"{slug}-topic", "title": f"Topic of {slug}", "scope": "All of it", "weight": 1}
    return {"slug": slug, "title": title, "short_title": title.split()[0], "topics": [topic]}


def _write(path: Path, content: Fields) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
