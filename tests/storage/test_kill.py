"""kill -9 in the middle loses no confirmed answer."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from quizapp.core.session import QuizSession
from quizapp.storage.store import open_store
from tests.storage.answerer import (
    ID,
    LENGTH,
    begin_session,
    expected_cards,
    expected_states,
    make_kill_plan,
    with_draft,
)

ROUNDS = 10
PROJECT = Path(__file__).parents[2]


def answer_until_killed(path: Path, lines: int, pause: float, option: str) -> list[tuple[str, int]]:
    """What the program printed until its death, ``pause`` seconds after so many lines; 0 lines: while it starts."""
    command = [sys.executable, "-m", "tests.storage.answerer", str(path), option]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        printed = [program.stdout.readline() for _ in range(lines)]
        time.sleep(pause)
        program.kill()
        printed += program.stdout.readlines()
    # A line that the kill cut short is no confirmation.
    whole = [line.split() for line in printed if line.endswith("\n")]
    return [(kind, int(position)) for kind, position in whole]


def check_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def load(path: Path) -> QuizSession | None:
    with open_store(path) as store:
        return store.load_attempt(ID) if store.list_attempts() else None


def check_session(session: QuizSession, facts: list[tuple[str, int]], answered_before: int, option: str) -> None:
    """The plan with its order, every confirmed answer and the draft are those that the program had.

    One answer more may be there: saved, but killed before it could say so. A plan that grows has exactly one
    question without an answer: answer and question are there together, or neither is.
    """
    grows = option == "--grow"
    confirmed = max([answered_before, *(position + 1 for kind, position in facts if kind == "answer")])
    assert confirmed <= session.answered <= confirmed + 1
    count = session.answered + 1 if grows else LENGTH
    assert session.plan == make_kill_plan(count, practice=option == "--practice")
    assert session.states[: session.answered] == expected_states(session.plan, session.answered)
    drafts = [position for kind, position in facts if kind == "draft"]
    if drafts and drafts[-1] >= session.answered:
        assert session.position == drafts[-1]
        assert session.state == with_draft(begin_session(session.plan), session.position).state
    assert session.elapsed == 20.0 * session.answered


def check_cards(path: Path, session: QuizSession, option: str) -> None:
    """Every answer of practice has its card, and was reviewed once."""
    with open_store(path) as store:
        cards = store.cards(session.plan.framework.id)
    assert set(cards) == (expected_cards(session.plan, session.answered) if option == "--practice" else set())


@pytest.mark.parametrize("option", ["", "--grow", "--practice"], ids=["fixed", "growing", "practice"])
def test_ten_kills_lose_nothing(tmp_path: Path, option: str) -> None:
    path, random = tmp_path / "data" / "attempts.sqlite3", Random()
    answered = printed = 0
    for round_ in range(ROUNDS):
        lines, longest_pause = (random.randint(1, 60), 0.004) if round_ else (0, 0.3)
        facts = answer_until_killed(path, lines, random.uniform(0, longest_pause), option)
        printed += len(facts)
        session = load(path)
        check_whole(path)
        if session is None:
            assert printed == 0
        else:
            check_session(session, facts, answered, option)
            check_cards(path, session, option)
            answered = session.answered
    assert printed > ROUNDS
