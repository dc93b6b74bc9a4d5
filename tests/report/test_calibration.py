"""The calibration in report and result file: there with its keys, or null; the plot is told in words too."""

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from quizapp.core.calibration import Calibration, CalibrationPoint
from quizapp.core.calibration_words import plot_words
from quizapp.core.session import QuizSession
from quizapp.report.calibration import PLOT_SIZE, calibration_svg
from quizapp.report.document import build_document
from quizapp.report.pdf import render_pdf
from quizapp.report.result import build_result
from tests.core.rated import rated_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import elements, read_pdf, whole_text

DOCUMENTATION = Path(__file__).resolve().parents[2] / "docs" / "result-format.md"
PLOT = Calibration((CalibrationPoint(0.25, 4, 1), CalibrationPoint(0.95, 12, 8)))


def rated(count: int = 12) -> QuizSession:
    return rated_session([n % 3 != 0 for n in range(count)], [(0.95, 0.5)[n % 2] for n in range(count)])


def data_of(session: QuizSession) -> Any:
    return build_result(session, app_version="1", created=CREATED)["calibration"]


def test_the_result_file_holds_the_numbers() -> None:
    data = data_of(rated())
    assert (data["rated"], data["right"], data["mean_confidence"]) == (12, 8, 0.725)
    assert data["gap"] == data["mean_confidence"] - data["share"]
    assert data["interval"][0] < data["gap"] < data["interval"][1]
    assert data["verdict"] == "within-chance"
    assert [(point["confidence"], point["count"], point["right"]) for point in data["points"]] == [
        (0.5, 6, 4),
        (0.95, 6, 4),
    ]
    assert data["points"][0]["expected"] == [1, 5]
    assert data["confident_errors"] == [1, 7]


def test_too_few_answers_have_no_gap() -> None:
    data = data_of(rated(9))
    assert (data["gap"], data["interval"], data["verdict"], data["rated"]) == (None, None, "too-few", 9)


def test_without_ratings_there_is_none(session: QuizSession, created: datetime) -> None:
    assert data_of(session) is None
    assert build_document(session, created=created, app_version="1")["calibration"] is None
    text = whole_text(read_pdf(render_pdf(session, created=created, app_version="1")))
    assert "Howwellyouknow" not in text


def test_every_key_is_documented() -> None:
    documented = set(re.findall(r"`(\w+)`", DOCUMENTATION.read_text(encoding="utf-8")))
    data = data_of(rated())
    assert set(data) | set(data["points"][0]) <= documented
    assert f'"{data["verdict"]}"' in DOCUMENTATION.read_text(encoding="utf-8")


def test_the_plot_has_its_size_and_its_words() -> None:
    root = ET.fromstring(calibration_svg(PLOT))
    space = {"svg": "http://www.w3.org/2000/svg"}
    assert (float(root.get("width", 0)), float(root.get("height", 0))) == PLOT_SIZE
    assert root.findtext("svg:desc", namespaces=space) == plot_words(PLOT)
    assert root.get("aria-labelledby") == "calibration-title calibration-words"
    texts = {text.text for text in root.findall("svg:text", space)}
    assert {"25 %", "95 %", "1 of 4", "8 of 12", "Share right", "How sure you were"} <= texts
    assert len(root.findall("svg:circle", space)) == 2


def test_the_pdf_tells_the_plot_to_screen_readers() -> None:
    session = rated()
    reader = read_pdf(render_pdf(session, created=CREATED, app_version="1"))
    alternatives = [str(element.get("/Alt", "")) for element in elements(reader)]
    assert any(words.startswith("Calibration plot. 50 % sure: 4 of 6 right") for words in alternatives)


def test_errors_are_named_by_number_and_answers_by_their_confidence() -> None:
    text = whole_text(read_pdf(render_pdf(rated(), created=CREATED, app_version="1")))
    assert "Notrightthoughyouwere75%sureormore:questions1,7." in text
    assert text.count("95%sure") >= 6
    one = rated_session([False, True], [0.75, 0.75])
    assert "ormore:question1." in whole_text(read_pdf(render_pdf(one, created=CREATED, app_version="1")))


def test_no_error_at_high_confidence_no_sentence() -> None:
    session = rated_session([True, False], [0.95, 0.25])
    document = build_document(session, created=CREATED, app_version="1")
    assert document["calibration"]["errors"] == ""


def test_what_was_seen_before_is_not_counted() -> None:
    session = rated()
    items = tuple(replace(item, seen_before=n < 4) for n, item in enumerate(session.plan.items))
    assert data_of(replace(session, plan=replace(session.plan, items=items)))["rated"] == 8
