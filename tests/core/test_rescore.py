"""Attempts against an edited bank in files: what is corrected or withdrawn, and what the answers are then worth."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from quizapp.bank.loader import LoadedBank, load_bank
from quizapp.core.answer import Answer
from quizapp.core.grading import grade_answer, key_response
from quizapp.core.measure import plan_domain
from quizapp.core.plan import Feedback, PlanMethod, QuizPlan, plan_item
from quizapp.core.pool import count_pool
from quizapp.core.question import Body, Code, Question
from quizapp.core.rescore import CurrentQuestions, Revision, RevisionKind, Revisions, compare_revisions, corrected_item
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession, finish_session, move_to, start_session, submit_answer
from quizapp.core.types import QUESTION_TYPES
from quizapp.core.types.choice import ChoiceBody, Option
from quizapp.core.types.cloze import ClozeBody
from quizapp.core.types.code_line import CodeLine, CodeLineBody
from quizapp.core.types.gap import Gap, GapOption
from quizapp.core.types.match import Distractor, MatchBody, Pair
from quizapp.core.types.numeric import NumericBody
from quizapp.core.types.order import Item, OrderBody
from quizapp.core.types.short_text import ShortTextBody
from tests.bank.banks import MULTI, NUMERIC, PARAMETRIC, SINGLE, TODAY, Edit, load, write_bank
from tests.factories import make_question

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)

REVISED = ("revision: 1", "revision: 2")


def attempt(bank: LoadedBank) -> QuizSession:
    """Every question of a bank asked once and answered right."""
    assert bank.framework
    items = tuple(plan_item(question, Random(5), seen_before=False) for question in bank.bank.questions)
    slugs = tuple(competency.slug for competency in bank.framework.competencies)
    pool = count_pool(bank.bank.questions, slugs)
    plan = QuizPlan(bank.framework, items, Feedback.AT_END, 5, bank.bank.digest, pool, PlanMethod.FIXED, slugs)
    session = start_session(plan, id_="one", now=NOW)
    for position, item in enumerate(items):
        session = submit_answer(move_to(session, position), Answer(key_response(item.question), NOW))[0]
    return finish_session(session, now=NOW)


def position_of(session: QuizSession, bank_file: str) -> int:
    topic = bank_file.rpartition("/")[2].removesuffix(".yaml")
    return next(p for p, item in enumerate(session.plan.items) if item.question.topic == topic)


def compare(tmp_path: Path, *edits: Edit) -> tuple[QuizSession, Revisions]:
    """An attempt at the documented bank, against the bank edited since."""
    session = attempt(load(write_bank(tmp_path / "before")))
    return session, compare_revisions(session, load(write_bank(tmp_path / "after", *edits)).current)


def revised(file: str, *edits: tuple[str, str]) -> list[Edit]:
    return [(file, *REVISED), *((file, old, new) for old, new in edits)]


def total_right(session: QuizSession) -> int:
    return score_session(session).total.right


def test_the_same_bank_changes_nothing(tmp_path: Path) -> None:
    session, revisions = compare(tmp_path)
    assert revisions.is_empty
    assert score_session(revisions.session) == score_session(session)


def test_words_edited_without_a_revision_change_nothing(tmp_path: Path) -> None:
    assert compare(tmp_path, (NUMERIC, "value: ", "value: 9"))[1].is_empty


def test_a_corrected_key_is_graded_anew_beside_the_original(tmp_path: Path) -> None:
    session, revisions = compare(tmp_path, *revised(NUMERIC, ("value: ", "value: 9")))
    position = position_of(session, NUMERIC)
    assert dict(revisions.changes) == {position: Revision(RevisionKind.CORRECTED, 2, is_regraded=True, score=0.0)}
    assert revisions.of(position + 1) is None
    assert total_right(session) == len(session.states)
    assert total_right(revisions.session) == len(session.states) - 1
    assert revisions.session.states == session.states


def test_an_older_revision_is_no_correction(tmp_path: Path) -> None:
    session = attempt(load(write_bank(tmp_path / "new", *revised(NUMERIC))))
    assert compare_revisions(session, load(write_bank(tmp_path / "old")).current).is_empty


def test_an_answer_that_no_longer_fits_counts_as_it_did(tmp_path: Path) -> None:
    session, revisions = compare(tmp_path, *revised(SINGLE, ("- id: b\n", "- id: z\n")))
    assert revisions.of(position_of(session, SINGLE)) == Revision(RevisionKind.CORRECTED, 2, is_regraded=False)
    assert revisions.kept_grades == 1
    assert total_right(revisions.session) == len(session.states)


def choices(*ids: str) -> ChoiceBody:
    return ChoiceBody(tuple(Option(id_, id_, id_ == ids[0], "why") for id_ in ids))


def matches(pairs: str, others: str) -> MatchBody:
    return MatchBody(tuple(Pair(id_, id_, id_, "why") for id_ in pairs), tuple(Distractor(o, o, "why") for o in others))


def cloze(gap: Gap) -> ClozeBody:
    return ClozeBody(f"One [[{gap.id}]] more.", (gap,))


def gap_of(*ids: str) -> Gap:
    return Gap("g", tuple(GapOption(id_, id_, "why") for id_ in ids), ids[0])


def listing(text: str) -> CodeLineBody:
    return CodeLineBody(Code("python", text), (CodeLine(1, True, "why"),))


NUMBER = NumericBody(1, 0.1, "GB")


@pytest.mark.parametrize(
    ("type_", "old", "new"),
    [
        ("single", choices("a", "b"), choices("a", "c")),
        ("multi", choices("a", "b"), choices("a", "b", "c")),
        ("match", matches("ab", "c"), matches("ab", "d")),
        ("match", matches("abc", ""), matches("ab", "c")),
        (
            "order",
            OrderBody((Item("a", "a", ""), Item("b", "b", ""))),
            OrderBody((Item("a", "a", ""), Item("c", "c", ""))),
        ),
        ("code_line", listing("a\nb"), listing("a\n\nb")),
        ("cloze", cloze(gap_of("a", "b")), cloze(gap_of("a", "c"))),
        ("cloze", cloze(Gap("g", number=NUMBER)), cloze(Gap("h", number=NUMBER))),
        ("cloze", cloze(Gap("g", number=NUMBER)), cloze(Gap("g", text=ShortTextBody(("a",))))),
        ("cloze", cloze(Gap("g", number=NUMBER)), cloze(Gap("g", number=replace(NUMBER, unit="MB")))),
        ("numeric", NUMBER, replace(NUMBER, unit="MB")),
    ],
)
def test_what_an_answer_refers_to_has_to_be_the_same(type_: str, old: Body, new: Body) -> None:
    question = replace(make_question("q", type_), body=old)
    item = plan_item(question, Random(1), seen_before=False)
    assert corrected_item(item, replace(question, revision=2))
    assert corrected_item(item, replace(question, revision=2, body=new)) is None


def test_another_type_does_not_fit() -> None:
    item = plan_item(make_question("q", "single"), Random(1), seen_before=False)
    assert corrected_item(item, make_question("q", "multi", revision=2)) is None


@pytest.mark.parametrize("type_", [name for name in QUESTION_TYPES if name != "parametric"])
def test_a_question_fits_itself(type_: str) -> None:
    question = make_question("q", type_)
    item = plan_item(question, Random(3), seen_before=True)
    again = corrected_item(item, replace(question, revision=2, topic="elsewhere"))
    assert again == replace(item, question=replace(question, revision=2))
    answer = Answer(key_response(question), NOW)
    assert again
    assert grade_answer(again.question, answer).is_right


def test_withdrawn_questions_are_left_out(tmp_path: Path) -> None:
    session = attempt(load(write_bank(tmp_path / "before")))
    after = write_bank(tmp_path / "after")
    (after / NUMERIC).unlink()
    revisions = compare_revisions(session, load(after).current)
    position = position_of(session, NUMERIC)
    assert dict(revisions.changes) == {position: Revision(RevisionKind.WITHDRAWN)}
    assert revisions.count(RevisionKind.WITHDRAWN) == 1
    assert revisions.session.states == session.states[:position] + session.states[position + 1 :]
    gone = session.plan.items[position].question
    pool = revisions.session.plan.pool
    assert sum(kind.count for kind in pool) == sum(kind.count for kind in session.plan.pool) - 1
    assert gone.topic not in {kind.topic for kind in pool}


def test_of_a_bank_with_errors_no_withdrawal_is_told_but_corrections_are(tmp_path: Path) -> None:
    session = attempt(load(write_bank(tmp_path / "before")))
    after = write_bank(tmp_path / "after", *revised(SINGLE), (MULTI, "seconds: ", "seconds: x"))
    (after / NUMERIC).unlink()
    revisions = compare_revisions(session, load(after).current)
    assert list(revisions.changes) == [position_of(session, SINGLE)]


def test_a_question_withheld_for_its_age_is_not_withdrawn(tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "bank")
    session = attempt(load(folder))
    later = load_bank(folder, today=date(TODAY.year + 9, 1, 1))
    assert len(later.bank.questions) < len(session.plan.items)
    assert compare_revisions(session, later.current).is_empty
    (folder / MULTI).write_text((folder / MULTI).read_text("utf-8").replace(*REVISED), "utf-8")
    later = load_bank(folder, today=date(TODAY.year + 9, 1, 1))
    assert list(compare_revisions(session, later.current).changes) == [position_of(session, MULTI)]


def test_drawn_values_are_put_into_the_corrected_formula(tmp_path: Path) -> None:
    session, revisions = compare(
        tmp_path, *revised(PARAMETRIC, ("formula: bytes / 2 ** 20", "formula: bytes / 2 ** 19"))
    )
    position = position_of(session, PARAMETRIC)
    assert revisions.of(position) == Revision(RevisionKind.CORRECTED, 2, is_regraded=True, score=0.0)
    before, after = session.plan.items[position], revisions.session.plan.items[position]
    assert after.drawn == before.drawn
    assert after.question.body.value == pytest.approx(2 * before.question.body.value, rel=1e-2)  # type: ignore[attr-defined]
    assert after.question.stem == before.question.stem
    assert total_right(revisions.session) == len(session.states) - 1


@pytest.mark.parametrize("values", ["[3, 5, 7]", "[1024.5, 2048.5]"])
def test_values_that_are_drawn_no_more_are_only_marked(values: str, tmp_path: Path) -> None:
    sizes = "{values: [1024, 2048, 4096, 8192]}"
    session, revisions = compare(tmp_path, *revised(PARAMETRIC, (sizes, f"{{values: {values}}}")))
    position = position_of(session, PARAMETRIC)
    assert revisions.of(position) == Revision(RevisionKind.CORRECTED, 2, is_regraded=False)
    assert revisions.session.plan.items[position] == session.plan.items[position]


def test_values_that_a_new_constraint_refuses_are_only_marked(tmp_path: Path) -> None:
    session = attempt(load(write_bank(tmp_path / "before")))
    position = position_of(session, PARAMETRIC)
    size = float(dict(session.plan.items[position].drawn)["size"])
    edits = revised(PARAMETRIC, ("constraints: [", f"constraints: [size != {size}, "))
    revisions = compare_revisions(session, load(write_bank(tmp_path / "after", *edits)).current)
    assert revisions.of(position) == Revision(RevisionKind.CORRECTED, 2, is_regraded=False)


def test_an_attempt_of_which_all_is_withdrawn_has_no_score(tmp_path: Path) -> None:
    session = attempt(load(write_bank(tmp_path / "before")))
    revisions = compare_revisions(session, CurrentQuestions(()))
    assert revisions.count(RevisionKind.WITHDRAWN) == len(session.states)
    assert score_session(revisions.session).competencies == ()


def test_a_corrected_difficulty_moves_in_the_pool_too(tmp_path: Path) -> None:
    session, revisions = compare(tmp_path, *revised(SINGLE, ("difficulty: 2", "difficulty: 5")))
    question: Question = revisions.session.plan.items[position_of(session, SINGLE)].question
    before, after = ({(k.topic, k.difficulty): k.count for k in s.plan.pool} for s in (session, revisions.session))
    assert after[question.topic, 5] == before.get((question.topic, 5), 0) + 1
    assert after.get((question.topic, 2), 0) == before[question.topic, 2] - 1
    plan = revisions.session.plan
    assert plan_domain(plan, plan.framework.competencies[0])
