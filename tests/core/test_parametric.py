"""Parametric questions: what is drawn, what becomes of it, and that it is graded as a numeric question."""

import json
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.answer import Answer, Verdict
from quizapp.core.draws import allowed_rows, compute_draws, doubtful_rows, flaw_of
from quizapp.core.errors import QuizappError
from quizapp.core.grading import chance_score, grade_answer, key_response, review_rows
from quizapp.core.parametric import Derived, ErrorFormula, ParametricBody, Target, Variable, shown_answer
from quizapp.core.plan import Feedback, PlanItem, QuizPlan, build_plan, plan_item
from quizapp.core.question import Code, Question, Table
from quizapp.core.snapshot import plan_from_data, plan_to_data
from quizapp.core.types.numeric import NumericBody, recognise
from tests.factories import NOW, make_framework, make_question

TOKENS = Variable("tokens", tuple(float(value) for value in range(1000, 9001, 500)))
PRICE = Variable("price", (0.1, 0.25, 2.5))
BODY = ParametricBody(
    variables=(TOKENS, PRICE),
    answer=Target("cost / 1000", relative_tolerance=0.01),
    unit="USD",
    derived=(Derived("cost", "tokens * price"),),
    common_errors=(
        ErrorFormula("cost / 1000 ** 2", 0.0, 0.01, "That is for <<tokens>> tokens, not <<answer>>.", "per-million"),
        ErrorFormula("tokens / price / 1000", 0.0, 0.01, "You divided.", "upside-down"),
    ),
    constraints=("tokens * price >= 500", "tokens != 8000"),
)
CODE = Code("python", "n = <<tokens>>  # <<tokens:2>> <<x>> <<SYS>> {tokens} a<<n>>2")
SEEDS = st.integers(0, 2**32)


def bank_question(body: ParametricBody = BODY) -> Question:
    return replace(
        make_question("p", "parametric"),
        stem="<<tokens>> tokens at <<price>> USD a thousand, x^{<<tokens:raw>>}?",
        body=body,
        code=CODE,
        table=Table(("<<price:2>>", "n"), (("<<tokens>>", "<<none>>"),)),
        explanation="<<tokens>> · <<price>> = <<cost>>, so <<answer>> USD.",
    )


def drawn(seed: int, body: ParametricBody = BODY) -> PlanItem:
    return plan_item(bank_question(body), Random(seed), seen_before=True)


def numeric(item: PlanItem) -> NumericBody:
    assert isinstance(item.question.body, NumericBody)
    return item.question.body


@given(SEEDS)
def test_every_draw_is_of_the_values_and_meets_the_constraints(seed: int) -> None:
    values = {name: float(text) for name, text in drawn(seed).drawn}
    assert list(values) == ["tokens", "price"]
    assert values["tokens"] in TOKENS.values
    assert values["price"] in PRICE.values
    assert values["tokens"] * values["price"] >= 500
    assert values["tokens"] != 8000


@given(SEEDS)
def test_the_key_has_full_credit_and_each_common_error_is_known_and_wrong(seed: int) -> None:
    item = drawn(seed)
    values = {name: float(text) for name, text in item.drawn}
    question, body = item.question, numeric(item)
    exact = values["tokens"] * values["price"] / 1000
    for right in (*key_response(question), repr(exact)):
        assert grade_answer(question, Answer((right,), NOW)).score == 1
    for error in body.common_errors:
        response = (repr(error.value),)
        assert grade_answer(question, Answer(response, NOW)).score == 0
        assert recognise(body, response) == error
    assert [error.misconception for error in body.common_errors] == ["per-million", "upside-down"]
    assert chance_score(question) == 0


@given(SEEDS)
def test_the_same_seed_gives_the_same_numbers(seed: int) -> None:
    assert drawn(seed) == drawn(seed)


def test_every_allowed_pair_of_values_is_drawn_and_no_other() -> None:
    seen = {tuple(float(text) for _, text in drawn(seed).drawn) for seed in range(600)}
    every = set(product(TOKENS.values, PRICE.values))
    assert seen == {(tokens, price) for tokens, price in every if tokens * price >= 500 and tokens != 8000}


def test_numbers_stand_in_every_text_and_nothing_else_is_touched() -> None:
    item = drawn(3)
    tokens, price = (float(text) for _, text in item.drawn)
    question, body = item.question, numeric(item)
    assert question.stem == f"{tokens:,.0f} tokens at {price:g} USD a thousand, x^{{{tokens:.0f}}}?"
    assert question.code == Code("python", f"n = {tokens:.0f}  # {tokens:,.2f} <<x>> <<SYS>> {{tokens}} a<<n>>2")
    assert question.table == Table((f"{price:.2f}", "n"), ((f"{tokens:,.0f}", "<<none>>"),))
    assert question.explanation.startswith(f"{tokens:,.0f} · {price:g} = {tokens * price:,.10g}, so ")
    assert question.explanation.endswith(f"{body.value:,.10g} USD.")
    assert body.common_errors[0].rationale == f"That is for {tokens:,.0f} tokens, not {body.value:,.10g}."
    assert (question.type, question.id, item.seen_before, item.option_order) == ("parametric", "p", True, ())


def test_a_drawn_question_is_not_drawn_again_and_other_types_draw_nothing() -> None:
    item = drawn(1)
    assert plan_item(item.question, Random(2), seen_before=False).question == item.question
    other = make_question("q", "numeric")
    random = Random(2)
    assert plan_item(other, random, seen_before=False) == PlanItem(other, ())
    assert random.getstate() == Random(2).getstate()


def test_two_questions_of_one_plan_have_numbers_of_their_own_and_survive_being_stored() -> None:
    questions = [replace(bank_question(), id=f"p{number}") for number in range(8)]
    plan = build_plan(
        make_framework(1), questions, ["llm-basics"], 8, feedback=Feedback.EACH, seed=5, bank_digest="ab" * 32
    )
    assert len({item.drawn for item in plan.items}) > 2
    assert plan_from_data(json.loads(json.dumps(plan_to_data(plan)))) == plan


def test_a_review_reads_as_that_of_a_numeric_question() -> None:
    item = drawn(3)
    wrong = numeric(item).common_errors[1]
    given_row, key = review_rows(item.question, Answer((repr(wrong.value),), NOW), ())
    assert (given_row.verdict, key.verdict) == (Verdict.WRONG, Verdict.MISSED)
    assert "You divided." in str(given_row.rationale)
    assert " USD (± " in str(key.text)


@pytest.mark.parametrize(
    ("exact", "target", "digits", "shown"),
    [
        (1 / 3, Target("x", 0.005), None, (0.3333, 0.005)),
        (1 / 3, Target("x", 0.05), None, (0.333, 0.05)),
        (1 / 3, Target("x", 0.05), 1, (0.3, 0.05)),
        (2 / 3, Target("x", relative_tolerance=0.02), None, (0.667, 0.013)),
        (70_553_706_496.4, Target("x", relative_tolerance=0.01), None, (70_553_706_496, 710_000_000)),
        (0.1 + 0.2, Target("x"), None, (0.3, 0)),
        (12.0, Target("x"), None, (12, 0)),
        (-0.00001, Target("x", 1), None, (0, 1)),
    ],
)
def test_the_answer_has_sensible_digits(
    exact: float, target: Target, digits: int | None, shown: tuple[float, float]
) -> None:
    assert shown_answer(ParametricBody((), target, digits=digits), exact) == shown


@given(st.floats(-1e9, 1e9), st.floats(1e-9, 1e6))
def test_rounding_costs_little_of_the_tolerance(exact: float, tolerance: float) -> None:
    value, kept = shown_answer(ParametricBody((), Target("x", tolerance)), exact)
    assert kept == tolerance
    assert abs(value - exact) <= tolerance / 20 + 1e-12 * abs(exact)


def test_no_draw_is_asked_in_which_an_error_could_be_taken_for_the_answer() -> None:
    """As 2 / 2 = 2 + 2 - 3; nor 3 / 0, which has no value, nor 1 / 3, which nobody types exactly."""
    same = replace(
        BODY,
        variables=(Variable("tokens", (0.0, 1.0, 2.0, 3.0)), Variable("price", (0.0, 2.0, 3.0))),
        answer=Target("tokens / price"),
        derived=(Derived("cost", "tokens * price"),),
        common_errors=(ErrorFormula("tokens + price - 3", 0.0, 0.0, "You added."),),
        constraints=(),
    )
    pairs = {tuple(float(text) for _, text in drawn(seed, same).drawn) for seed in range(200)}
    assert pairs == {(0.0, 2.0), (1.0, 2.0), (3.0, 2.0), (3.0, 3.0)}


def test_constraints_that_nothing_meets_are_an_error_and_no_endless_loop() -> None:
    with pytest.raises(QuizappError, match="'p'"):
        drawn(1, replace(BODY, constraints=("tokens < price",)))


numbers = st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0, 10.0, 1e308])
formulas = st.sampled_from(["a", "b", "a + b", "a * b", "a / b", "b / a", "a / 3", "a * 10", "a + b / 50", "a ** b"])
targets = st.tuples(formulas, st.sampled_from([(0.0, 0.0), (0.1, 0.0), (0.5, 0.0), (0.0, 0.1), (0.0, 0.02)]))


@given(
    st.lists(st.tuples(numbers, numbers), min_size=1, max_size=12),
    targets,
    st.lists(targets, max_size=3),
    st.none() | st.integers(0, 2),
)
def test_the_quick_look_misses_no_flaw(
    rows: list[tuple[float, float]],
    answer: tuple[str, tuple[float, float]],
    errors: list[tuple[str, tuple[float, float]]],
    digits: int | None,
) -> None:
    common = tuple(ErrorFormula(formula, *reach, rationale="No.") for formula, reach in errors)
    body = ParametricBody(
        (), Target(answer[0], *answer[1]), digits=digits, common_errors=common, constraints=("a < 9",)
    )
    draws = compute_draws(body, {"a": [a for a, _ in rows], "b": [b for _, b in rows]})
    allowed = allowed_rows(draws)
    assert allowed == [row for row, (a, _) in enumerate(rows) if a < 9]
    doubtful = doubtful_rows(body, draws, allowed)
    assert {row for row in allowed if flaw_of(body, draws, row)} <= set(doubtful) <= set(allowed)


def test_the_quick_look_reckons_with_rounding() -> None:
    """The exact 1.5 is shown as 2, from which 2.9 is less than both tolerances away."""
    common = (ErrorFormula("a + 1.4", 0.5, rationale="No."),)
    body = ParametricBody((), Target("a", 0.5), digits=0, common_errors=common)
    draws = compute_draws(body, {"a": [1.5]})
    assert flaw_of(body, draws, 0) == "overlap"
    assert doubtful_rows(body, draws, [0]) == [0]


def test_the_plan_keeps_the_drawn_values() -> None:
    item = drawn(4)
    plan = QuizPlan(make_framework(1), (item,), Feedback.EACH, 4, "ab" * 32)
    data = json.loads(json.dumps(plan_to_data(plan)))
    assert [tuple(pair) for pair in data["items"][0]["drawn"]] == list(item.drawn)
    assert plan_from_data(data).items[0].drawn == item.drawn
