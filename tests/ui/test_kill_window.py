"""kill -9 of a real window in the middle loses no answer that it called saved, and home offers to go on."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

from quizapp.core.session import QuizSession
from quizapp.storage.store import open_store
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp

ROUNDS = 5
EACH = 60
PROJECT = Path(__file__).parents[2]

Facts = dict[int, tuple[str, ...]]


def answer_until_killed(data: Path, bank: Path, answers: int, pause: float) -> Facts:
    """What a window printed until its death, ``pause`` seconds after so many answers."""
    command = [sys.executable, "-m", "tests.ui.clicker", str(data), str(bank)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        printed = [window.stdout.readline() for _ in range(answers)]
        time.sleep(pause)
        window.kill()
        printed += window.stdout.readlines()
    # A line that the kill cut short confirms nothing.
    lines = [line.split() for line in printed if line.endswith("\n")]
    return {int(position): tuple(response) for position, *response in lines}


def check_file(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def load(path: Path) -> QuizSession:
    with open_store(path) as store:
        (attempt,) = store.list_attempts()
        return store.load_attempt(attempt.id)


def check_session(session: QuizSession, facts: Facts) -> None:
    """Every answer printed is stored, at most one more is, and each is what was clicked."""
    stored = {
        position: state.answer.response for position, state in enumerate(session.states) if state.answer is not None
    }
    assert stored.items() >= facts.items()
    assert len(stored) <= len(facts) + 1
    for position, response in stored.items():
        assert response == (session.plan.items[position].option_order[position % 4],)


def test_five_kills_lose_no_answer(tmp_path: Path, open_app: OpenApp) -> None:
    bank, path, random = write_long_bank(tmp_path / "long", EACH), tmp_path / "data" / "quizapp.sqlite3", Random()
    facts: Facts = {}
    plans = []
    for _ in range(ROUNDS):
        facts |= answer_until_killed(path.parent, bank, random.randint(1, 25), random.uniform(0, 0.05))
        check_file(path)
        session = load(path)
        check_session(session, facts)
        plans.append(session.plan)
        # One answer may have been stored although the kill came before it was printed.
        facts = {position: s.answer.response for position, s in enumerate(session.states) if s.answer is not None}
    assert len(facts) > ROUNDS
    assert all(plan == plans[0] for plan in plans), "the same questions in the same order of options"
    person = open_app(path.parent)
    person.click("Resume")
    assert (person.session.states, person.session.position) == (session.states, session.position)
