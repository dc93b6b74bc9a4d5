"""Where pages break, and how letters are drawn."""

import re
from dataclasses import replace

import pytest
import typst

from quizapp.core.markup import plain_text
from quizapp.core.plan import PlanItem
from quizapp.core.question import Question
from quizapp.core.session import QuizSession
from quizapp.core.types.choice import ChoiceBody, Option
from quizapp.report.pdf import render_pdf
from quizapp.resources import shipped_folder
from tests.factories import make_plan, make_session
from tests.report.conftest import ANSWERS, CREATED
from tests.report.pdf_reading import page_texts, read_pdf, squeezed


def test_questions_split_only_between_options() -> None:
    plan = make_plan(40)
    # Of many heights, so that page ends fall everywhere.
    items = tuple(replace(item, question=_grown(item.question, n)) for n, item in enumerate(plan.items))
    pages = _pages(make_session(replace(plan, items=items), ANSWERS * 4, finished=True))
    assert 15 < len(pages) <= 45
    for number, item in enumerate(items, 1):
        page = next(page for page in pages if f"Question{number}:" in page)
        assert squeezed(plain_text(item.question.stem)) in page
        options = [squeezed(plain_text(option.text + option.rationale)) for option in _shown_options(item)]
        assert all(any(option in page for page in pages) for option in options)
        assert all(option in page for option in options[:2])
        reason = squeezed(item.question.explanation)
        assert any(reason in page and (not options or options[-1] in page) for page in pages)


def test_a_short_question_is_on_one_page() -> None:
    plan = make_plan(60)
    items = tuple(replace(item, question=_plainer(item.question)) for item in plan.items)
    pages = _pages(make_session(replace(plan, items=items), ANSWERS * 6, finished=True))
    assert len(pages) < 35
    for number in range(2, len(items) + 1):
        end = f"Thereasonforq{number - 1}.•first•second"
        assert any(f"Question{number}:" in page and end in page for page in pages), number


def _plainer(question: Question) -> Question:
    """The question without rationales, which takes a third of a page."""
    options = tuple(replace(option, rationale="") for option in _options(question))
    return replace(question, body=ChoiceBody(options)) if options else question


def _grown(question: Question, number: int) -> Question:
    """The question with texts of its own, several lines long."""
    options = tuple(
        replace(option, text=f"{option.id}{number} " * (9 + number), rationale=f"why {option.id}{number} " * 25)
        for option in _options(question)
    )
    body = ChoiceBody(options) if options else question.body
    return replace(question, body=body, stem=f"stem {number} " * (10 + 3 * number), explanation=f"so {number} " * 70)


def _shown_options(item: PlanItem) -> list[Option]:
    by_id = {option.id: option for option in _options(item.question)}
    return [by_id[id_] for id_ in item.option_order]


def _options(question: Question) -> tuple[Option, ...]:
    return question.body.options if isinstance(question.body, ChoiceBody) else ()


@pytest.mark.parametrize("face", ["sans", "mono"])
@pytest.mark.parametrize("signs", ["->", "!=", "<=", "3x4", "www", "fi"])
def test_no_ligature_changes_what_was_written(face: str, signs: str) -> None:
    together = _glyphs(face, f'#"{signs}"')
    apart = _glyphs(face, "".join(f'#box("{sign}")' for sign in signs))
    assert together == apart
    assert len(apart) == len(signs)


def _glyphs(face: str, content: str) -> list[str]:
    """The names of the glyphs with which the report's type draws a text."""
    source = f"""#import "style.typ": {face}, literal
#set text(font: {face}, features: literal, ligatures: false)
{content}"""
    folder = shipped_folder("resources")
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder / "fonts")])
    compiler = typst.Compiler(root=str(folder / "templates"), font_paths=fonts)
    drawing = compiler.compile(source.encode(), format="svg", sys_inputs={"document": '{"language": "en"}'})
    assert isinstance(drawing, bytes)
    return re.findall(r'<use[^>]* xlink:href="#(\w+)"', drawing.decode())


def _pages(session: QuizSession) -> list[str]:
    return page_texts(read_pdf(render_pdf(session, created=CREATED, app_version="1")))
