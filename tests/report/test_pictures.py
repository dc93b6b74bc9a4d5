"""Pictures in the report and in the result file."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.question import PictureFile
from quizapp.core.session import QuizSession
from quizapp.core.types.choice import ChoiceBody
from quizapp.report.pdf import render_pdf
from quizapp.report.pictures import LARGEST, picture_inputs
from quizapp.report.result import build_result, render_json
from tests.factories import NOW, make_framework, make_question, make_session
from tests.pictures import JPEG, picture_file
from tests.report.pdf_reading import elements, read_pdf, squeezed, whole_text

ALT = "Two circles; the “left” one & all of it is <filled>."
STEM = f"Which join is this?\n\n{{picture: sql/joins.png | {ALT}}}\n\nChoose."


def attempt(stem: str = STEM, files: tuple[PictureFile, ...] = (picture_file(),)) -> QuizSession:
    question = make_question("q", stem=stem, pictures=files)
    items = (PlanItem(question, ("a", "b", "c", "d")),)
    return make_session(QuizPlan(make_framework(), items, Feedback.AT_END, 7, "ab" * 32), (True,), finished=True)


def report(session: QuizSession) -> PdfReader:
    return read_pdf(render_pdf(session, created=NOW, app_version="1"))


def figures(reader: PdfReader) -> list[str]:
    """The alternative texts of all figures, without that of the radar."""
    words = [str(element["/Alt"]) for element in elements(reader) if element["/S"] == "/Figure"]
    return [text for text in words if "adar" not in text]


def images(reader: PdfReader) -> list[tuple[int, int]]:
    """Width and height of all images of pixels, wherever they are drawn, without masks."""
    found, waiting = [], [page["/Resources"] for page in reader.pages]
    while waiting:
        for drawing in waiting.pop().get_object().get("/XObject", {}).values():
            stream: Any = drawing.get_object()
            if stream["/Subtype"] == "/Image":
                found.append((int(stream["/Width"]), int(stream["/Height"])))
            elif "/Resources" in stream:
                waiting.append(stream["/Resources"])
    return found


def test_a_picture_is_a_figure_with_its_words() -> None:
    reader = report(attempt())
    assert figures(reader) == [ALT]
    assert images(reader) == [(48, 32)]


def test_text_around_a_picture_stays() -> None:
    text = whole_text(report(attempt()))
    assert "Whichjoinisthis?" in text
    assert "Choose." in text
    assert "picture:" not in text


def test_pictures_stand_in_options_rationales_and_explanations() -> None:
    session = attempt()
    question = session.item.question
    assert isinstance(question.body, ChoiceBody)
    line = "{{picture: sql/joins.png | {}}}".format
    first, *rest = question.body.options
    body = ChoiceBody((replace(first, text=line("In an option"), rationale=line("In a rationale")), *rest))
    question = replace(question, body=body, explanation=line("In an explanation"))
    plan = replace(session.plan, items=(replace(session.item, question=question),))
    found = figures(report(replace(session, plan=plan)))
    assert sorted(found) == sorted([ALT, "In an option", "In a rationale", "In an explanation"])


def test_a_jpeg_is_shown_too() -> None:
    file = picture_file("sql/joins.png", JPEG, (24, 16))
    assert images(report(attempt(files=(file,)))) == [(24, 16)]


@pytest.mark.parametrize("size", [(1, 1), (4_000, 3), (3, 4_000), (1_600, 1_200)])
def test_every_size_fits_the_page(size: tuple[int, int]) -> None:
    session = attempt(files=(picture_file(size=size),))
    (svg,) = picture_inputs(session.plan).values()
    wide, high = (float(svg.partition(f' {side}="')[2].partition('"')[0]) for side in ("width", "height"))
    assert 1 <= wide <= LARGEST[0]
    assert 1 <= high <= LARGEST[1]
    assert images(report(session)) == [size]


@pytest.mark.parametrize(
    "files",
    [
        (),
        (replace(picture_file(), media_type='image/svg+xml" onload="'),),
        (replace(picture_file(), width=0),),
    ],
)
def test_what_is_no_picture_is_told_in_words(files: tuple[PictureFile, ...]) -> None:
    reader = report(attempt(files=files))
    assert images(reader) == []
    assert squeezed(f"A picture that can't be shown: {ALT}") in whole_text(reader)


def test_bytes_that_are_no_picture_spoil_no_report() -> None:
    reader = report(attempt(files=(replace(picture_file(), data=b"GIF89a"),)))
    assert figures(reader) == [ALT]
    assert images(reader) == []


def test_a_name_that_is_another_input_harms_nothing() -> None:
    stem = "{picture: document | A}"
    assert images(report(attempt(stem, (replace(picture_file(), name="document"),)))) == [(48, 32)]


def test_the_result_file_tells_pictures_by_their_digest() -> None:
    session = attempt()
    (entry,) = build_result(session, app_version="1", created=NOW)["questions"][0]["pictures"]
    (file,) = session.item.question.pictures
    digest = hashlib.sha256(file.data).hexdigest()
    assert entry == {"name": file.name, "media_type": "image/png", "width": 48, "height": 32, "sha256": digest}
    assert b"iVBOR" not in render_json(session, app_version="1", created=NOW)
