"""Reading what attempts say, a few at a turn of the event loop: in order, once, and no further than wanted."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.core.session import QuizSession
from quizapp.core.trend import attempt_points
from quizapp.storage.store import AttemptStore, open_store
from quizapp.ui import trend_reader
from quizapp.ui.trend_reader import TrendReader
from tests.ui.banks import write_long_bank
from tests.ui.history import remember
from tests.ui.qt_tools import settle
from tests.ui.test_change import spoil

ALL = {"counting": 1.0, "reading": 0.5, "judging": 0.0}
FOUR = ["attempt-3", "attempt-2", "attempt-1", "attempt-0"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with four attempts, the third of them damaged."""
    bank = write_long_bank(tmp_path / "bank", 30)
    for days in (40, 30, 20, 10):
        remember(tmp_path / "data", bank, ALL, days=days, each=6)
    spoil(tmp_path / "data", "attempt-2")
    return tmp_path / "data"


class CountingStore:
    """The real store, and which attempts were asked for."""

    def __init__(self, store: AttemptStore) -> None:
        self.asked: list[str] = []
        self._store = store

    def load_attempt(self, attempt_id: str) -> QuizSession:
        self.asked.append(attempt_id)
        return self._store.load_attempt(attempt_id)


def test_all_are_read_the_first_first_and_only_once(qtbot: QtBot, data: Path) -> None:
    with open_store(data / "quizapp.sqlite3") as real:
        store = CountingStore(real)
        reader = TrendReader(store)
        with qtbot.waitSignal(reader.finished):
            reader.read(FOUR)
        assert store.asked == FOUR
        assert reader.points == tuple(attempt_points(real.load_attempt(id_)) for id_ in FOUR if id_ != "attempt-2")
        assert reader.unreadable == 1
        with qtbot.waitSignal(reader.finished):
            reader.read(FOUR[2:])
        assert store.asked == FOUR
        assert len(reader.points) == 2
        assert reader.unreadable == 0


def test_the_window_has_a_turn_after_each_slice(qtbot: QtBot, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trend_reader, "_SLICE", 0.0)
    steps: list[tuple[int, int]] = []
    with open_store(data / "quizapp.sqlite3") as store:
        reader = TrendReader(store)
        reader.progressed.connect(lambda read, total: steps.append((read, total)))
        with qtbot.waitSignal(reader.finished):
            reader.read(FOUR)
    assert steps == [(1, 4), (2, 4), (3, 4)]


def test_stopped_it_reads_no_further(qtbot: QtBot, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trend_reader, "_SLICE", 0.0)
    with open_store(data / "quizapp.sqlite3") as real:
        store = CountingStore(real)
        reader = TrendReader(store)
        with qtbot.waitSignal(reader.progressed):
            reader.read(FOUR)
        reader.stop()
        asked = len(store.asked)
        settle()
        assert asked == len(store.asked) < 4


def test_nothing_to_read_is_done_at_once(qtbot: QtBot, data: Path) -> None:
    with open_store(data / "quizapp.sqlite3") as store:
        reader = TrendReader(store)
        with qtbot.waitSignal(reader.finished):
            reader.read([])
        assert (reader.points, reader.framework, reader.unreadable) == ((), None, 0)
