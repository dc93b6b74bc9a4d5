"""Any sequence of moves, answers, drafts, flags and the end, against a plain model."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quizapp.core.answer import Answer, Response
from quizapp.core.grading import grade_answer, key_response
from quizapp.core.plan import Feedback
from quizapp.core.score import score_session
from quizapp.core.session import (
    AnswerIsFinal,
    QuizSession,
    finish_session,
    keep_draft,
    move_to,
    next_open,
    start_session,
    submit_answer,
    toggle_flag,
)
from tests.factories import NOW, make_plan, wrong_response

COUNT = 5
positions = st.integers(0, COUNT - 1)


@dataclass
class Model:
    """What the attempt has to hold, kept by hand."""

    answers: dict[int, Answer] = field(default_factory=dict)
    drafts: dict[int, Response] = field(default_factory=dict)
    flags: set[int] = field(default_factory=set)
    shown: set[int] = field(default_factory=lambda: {0})
    position: int = 0
    finished: bool = False


class Walk(RuleBasedStateMachine):
    session: QuizSession
    past: list[tuple[QuizSession, str]]

    @initialize(feedback=st.sampled_from(Feedback))
    def start(self, feedback: Feedback) -> None:
        self.plan, self.model, self.past = make_plan(COUNT, feedback), Model(), []
        self.go_on(start_session(self.plan, id_="walk", now=NOW))

    def go_on(self, session: QuizSession) -> None:
        self.session = session
        self.past.append((session, repr(session)))

    def is_final(self) -> bool:
        at_once = self.plan.feedback is Feedback.EACH and self.model.position in self.model.answers
        return self.model.finished or at_once

    @rule(position=positions)
    def move(self, position: int) -> None:
        self.go_on(move_to(self.session, position))
        self.model.position = position
        if not self.model.finished:
            self.model.shown.add(position)

    @rule(right=st.none() | st.booleans())
    def submit(self, right: bool | None) -> None:
        question = self.session.item.question
        response = () if right is None else key_response(question) if right else wrong_response(question)
        answer = Answer(response, NOW, dont_know=right is None, seconds=3.0)
        if self.is_final():
            with pytest.raises(AnswerIsFinal):
                submit_answer(self.session, answer)
            return
        session, grade = submit_answer(self.session, answer)
        assert grade.is_right == (right is True)
        self.model.answers[self.model.position] = answer
        self.model.drafts.pop(self.model.position, None)
        self.go_on(session)

    @rule(draft=st.sampled_from([(), ("a",), ("a", "c"), ("12",)]))
    def keep(self, draft: Response) -> None:
        self.go_on(keep_draft(self.session, draft))
        if not self.is_final():
            self.model.drafts[self.model.position] = draft

    @rule()
    def flag(self) -> None:
        self.go_on(toggle_flag(self.session))
        self.model.flags ^= {self.model.position}

    @precondition(lambda self: len(self.past) > 8)
    @rule(minutes=st.integers(1, 9))
    def finish(self, minutes: int) -> None:
        end = self.session.finished_at or NOW + timedelta(minutes=minutes)
        self.go_on(finish_session(self.session, now=NOW + timedelta(minutes=minutes)))
        assert self.session.finished_at == end
        self.model.finished = True

    @invariant()
    def the_session_is_as_the_model(self) -> None:
        model, states = self.model, self.session.states
        assert (self.session.plan, self.session.position) == (self.plan, model.position)
        assert {p: s.answer for p, s in enumerate(states) if s.answer} == model.answers
        assert [s.draft for s in states] == [model.drafts.get(p, ()) for p in range(COUNT)]
        assert {p for p, s in enumerate(states) if s.flagged} == model.flags
        assert {p for p, s in enumerate(states) if s.shown} == model.shown
        assert self.session.is_finished == model.finished
        assert self.session.is_final(model.position) == self.is_final()

    @invariant()
    def what_follows_from_it_agrees(self) -> None:
        total = score_session(self.session).total
        grades = [grade_answer(self.plan.items[p].question, answer) for p, answer in self.model.answers.items()]
        assert (total.asked, total.scored) == (COUNT, len({*self.model.shown, *self.model.answers}))
        assert (total.right, total.points) == (sum(g.is_right for g in grades), sum(g.score for g in grades))
        assert self.session.answered == len(self.model.answers)
        after = [(self.model.position + step) % COUNT for step in range(1, COUNT + 1)]
        assert next_open(self.session) == next((p for p in after if p not in self.model.answers), None)

    def teardown(self) -> None:
        assert all(repr(session) == text for session, text in getattr(self, "past", []))


TestWalk: Any = Walk.TestCase
