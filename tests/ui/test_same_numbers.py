"""Table, radar, PDF and JSON say the same of an attempt."""

import json
from dataclasses import replace

from PySide6.QtWidgets import QTableWidget

from quizapp.core.measure import READY_ANSWERS, SURE, chance_words
from quizapp.core.readiness import build_radar, percent
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession
from quizapp.report.pdf import render_pdf
from quizapp.report.result import render_json
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.score_table import ScoreTable
from tests.factories import make_plan, make_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import page_texts, read_pdf, squeezed

WORDS = {"ready": "Ready", "not-yet": "Not yet", "undecided": "Undecided", None: "Too few answers"}


def mixed_session() -> QuizSession:
    """All right, all wrong, too few for a label (six), too few for a measure (four), by leaving out what was seen."""
    plan = make_plan(40)
    items = tuple(
        replace(item, seen_before=(n % 4 == 2 and n >= 24) or (n % 4 == 3 and n >= 16))
        for n, item in enumerate(plan.items)
    )
    answers = [n % 4 != 1 for n in range(40)]
    return make_session(replace(plan, items=items), answers, finished=True)


def test_the_same_numbers_stand_in_table_radar_pdf_and_json(appearance: Appearance) -> None:
    session = mixed_session()
    table = ScoreTable(score_session(session), appearance)
    page = page_texts(read_pdf(render_pdf(session, created=CREATED, app_version="1")))[0]
    radar = build_radar(session.plan.framework, score_session(session))
    result = json.loads(render_json(session, created=CREATED, app_version="1"))["scores"]["competencies"]
    assert radar is not None
    assert [entry["measure"]["claim"] for entry in result] == ["label", "label", "band", "raw"]
    assert [entry["measure"]["label"] for entry in result] == [_best(10), "not-yet", None, None]
    for row, (entry, axis) in enumerate(zip(result, radar.axes, strict=True)):
        measure, right = entry["measure"], f"{entry['right']} of {entry['scored']}"
        level, interval = _level(measure)
        verdict, reason = WORDS[measure["label"]], _reason(measure)
        assert _cells(table, row) == [entry["title"], level, interval, f"{verdict}, {reason}", right]
        whole = (verdict, reason, right, *_share(entry))
        assert squeezed("".join((level, "" if interval == "–" else interval, *whole))) in page
        assert axis.interval == (tuple(measure["interval"]) if measure["interval"] else None)
        assert axis.value == (measure["domain_score"] if measure["domain_score"] is not None else entry["share"])
        assert squeezed(axis.note) in page
        assert axis.note.startswith(level if measure["domain_score"] is not None else right.replace(" of ", "/"))


def _level(measure: dict[str, object]) -> tuple[str, str]:
    level, interval = measure["domain_score"], measure["interval"]
    if not isinstance(level, float) or not isinstance(interval, list):
        return "–", "–"
    return percent(level), f"{100 * interval[0]:.0f}–{100 * interval[1]:.0f} %"


def _best(answers: int) -> str:
    return "ready" if answers >= READY_ANSWERS else "undecided"


def _reason(measure: dict[str, object]) -> str:
    chance = measure["p_ready"]
    if not isinstance(chance, float):
        return f"{measure['answers']} of {5 if measure['claim'] == 'raw' else 8} needed"
    held_back = f", {measure['answers']} of {READY_ANSWERS} needed"
    return f"chance {chance_words(chance)}{held_back if chance >= SURE and measure['label'] != 'ready' else ''}"


def _share(entry: dict[str, object]) -> tuple[str, ...]:
    share, interval = entry["share"], entry["interval"]
    assert isinstance(share, float)
    assert isinstance(interval, list)
    return (f"{percent(share)},", f"{100 * interval[0]:.0f}–{100 * interval[1]:.0f} %")


def _cells(table: QTableWidget, row: int) -> list[str]:
    items = [table.item(row, column) for column in range(table.columnCount())]
    return [item.text().replace("\u00a0", " ") if item else "" for item in items]
