"""The text of cloze questions: where gaps stand, and what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.cloze_text import Near, gap_ids, near, placed_ids, put_into_code, put_into_markup
from quizapp.core.markup import Listing, Paragraph, Span, Spans, Style, parse_markup


def upper(id_: str) -> Spans:
    return (Span(id_.upper()),)


def test_gaps_are_found_in_their_order() -> None:
    assert gap_ids("[[b]] x[[a-1]]y [[b]]") == ("b", "a-1", "b")


@pytest.mark.parametrize("text", ["[[ -f x ]]", "[[A]]", "[[a b]]", "[a]", "[[a]", "x[[1,2],[3,4]]", "[[-a]]", "[[]]"])
def test_what_is_no_gap_stays_text(text: str) -> None:
    assert gap_ids(text) == ()
    assert put_into_code(text, str.upper) == text


def test_gaps_in_prose_stand_in_paragraphs_and_lists_and_keep_the_style_around() -> None:
    assert put_into_markup("a [[x]] **b [[y]]**\n\n- `f([[z]])`", upper) == (
        Paragraph((Span("a "), Span("X"), Span(" "), Span("b ", Style.BOLD), Span("Y"))),
        Listing(((Span("f(", Style.CODE), Span("Z"), Span(")", Style.CODE)),), ordered=False),
    )


@pytest.mark.parametrize(
    "text", ["| a | b |\n|---|---|\n| [[x]] | 1 |", "```sql\n[[x]]\n```", "e^{[[x]]}", "a_{[[x]]}"]
)
def test_there_is_no_room_in_tables_code_blocks_and_scripts(text: str) -> None:
    assert gap_ids(text) == ("x",)
    assert placed_ids(text) == ()


@given(st.text(alphabet="ab[]*`| \n-12", max_size=60))
def test_a_text_without_gaps_is_the_markup_that_it_is(text: str) -> None:
    if not gap_ids(text):
        assert put_into_markup(text, upper) == parse_markup(text)
    assert set(placed_ids(text)) <= set(gap_ids(text))


def test_the_words_around_a_gap_are_those_of_its_line() -> None:
    code = "epochs: 3\nlearning_rate: [[rate]]  # of [[kind]]\n[[last]]"
    assert near(code, "rate", is_code=True) == Near("learning_rate:", "# of …")
    assert near(code, "kind", is_code=True) == Near("learning_rate: … # of", "")
    assert near(code, "last", is_code=True) == Near("", "")
    assert near("One\ntwo **three** [[a]] four\n\n- five [[b]]", "a", is_code=False) == Near("One two three", "four")
    assert near("One\n\n- five [[b]]", "b", is_code=False) == Near("five", "")


def test_the_words_around_a_gap_are_few() -> None:
    around = near(f"{'word ' * 30}just before [[a]] {'x' * 90}", "a", is_code=False)
    assert around == Near("word word word word word just before", "x" * 40)
