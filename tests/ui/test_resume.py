"""Nothing that was confirmed is lost: closing the window, and kill -9 of the real window program."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from quizapp.core.session import QuizSession
from quizapp.storage.store import open_store
from tests.ui.banks import write_long_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import let_go


def questions_and_orders(session: QuizSession) -> list[tuple[str, tuple[str, ...]]]:
    return [(item.question.id, item.option_order) for item in session.plan.items]


def test_closing_in_the_middle_and_resuming(open_app: OpenApp, known_bank: Path) -> None:
    person = open_app(bank=known_bank)
    person.start("All (3)")
    for _ in range(3):
        person.answer()
    person.click("Flag")
    options = next(p for p in range(3, 9) if person.session.plan.items[p].option_order)
    person.jump(options)
    person.give((person.session.item.option_order[2],))
    before = person.session
    let_go(person.app)

    again = open_app()
    assert again.reads("3 of 9 answered")
    again.click("Resume")
    assert questions_and_orders(again.session) == questions_and_orders(before)
    assert again.session.position == options
    assert again.session.states == before.states
    assert again.option(again.session.item.option_order[2]).isChecked()


def test_an_attempt_keeps_its_questions_when_the_bank_goes(open_app: OpenApp, known_bank: Path) -> None:
    person = open_app(bank=known_bank)
    person.start("All (3)")
    stem = person.session.item.question.stem
    person.click("Save and leave")
    let_go(person.app)
    for file in known_bank.rglob("*.yaml"):
        file.unlink()

    again = open_app()
    again.click("Resume")
    assert again.reads(stem)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a POSIX signal")
def test_kill_9_loses_no_saved_answer(tmp_path: Path) -> None:
    bank = write_long_bank(tmp_path / "bank", 40)
    random = Random(11)
    for round_ in range(5):
        data = tmp_path / f"data{round_}"
        attempt, saved = run_and_kill(data, bank, after=random.uniform(0.05, 1.5))
        file = data / "quizapp.sqlite3"
        with open_store(file) as store:
            session = store.load_attempt(attempt)
        for position, response in saved.items():
            answer = session.states[position].answer
            assert answer is not None, f"answer {position} is lost"
            assert answer.response == response
        check = sqlite3.connect(file)
        assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        check.close()


def run_and_kill(data: Path, bank: Path, *, after: float) -> tuple[str, dict[int, tuple[str, ...]]]:
    """Let the window answer, kill it so many seconds after its first question; the attempt, and what was saved."""
    command = [sys.executable, "-m", "tests.ui.window_driver", str(data), str(bank)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as window:
        assert window.stdout is not None
        word, attempt = window.stdout.readline().split()
        assert word == "start"
        time.sleep(after)
        window.send_signal(signal.SIGKILL)
        lines = window.stdout.read().splitlines(keepends=True)
    # A line that the kill cut short says nothing.
    whole = [line.split() for line in lines if line.endswith("\n")]
    saved = {int(position): tuple(given[0].split(",")) for _, position, *given in whole}
    assert saved, "the window was killed before it saved anything"
    return attempt, saved
