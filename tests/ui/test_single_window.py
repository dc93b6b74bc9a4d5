"""A second start with the same data folder raises the first window; nothing is stuck after kill -9."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.launch import IS_OPEN, bring_to_front
from quizapp.ui.single_window import RaiseServer, raise_first_window
from tests.ui.person import Person

PROJECT = Path(__file__).parents[2]

# A real start, which says when its window can be raised, and each time it is.
FIRST = """
import sys
from pathlib import Path
from quizapp import launch
from quizapp.ui import single_window

class Server(single_window.RaiseServer):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.raise_requested.connect(self.say)
        print("open", flush=True)
    def say(self):
        print("raised", flush=True)

single_window.RaiseServer = Server
sys.exit(launch.run_window(bank=None, data=Path(sys.argv[1])))
"""


def start_first(data: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", FIRST, str(data)]
    first = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    assert first.stdout.readline() == "open\n"
    return first


def start_second(data: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "quizapp", "--data", str(data)]
    return subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_second_start_raises_the_first_window(data: Path) -> None:
    with start_first(data) as first:
        second = start_second(data)
        assert (second.returncode, second.stdout.strip()) == (0, IS_OPEN)
        assert first.stdout is not None
        assert first.stdout.readline() == "raised\n"
        first.kill()


def test_after_a_kill_the_next_start_is_the_first(data: Path) -> None:
    for _ in range(2):
        with start_first(data) as first:
            first.kill()


def test_a_data_folder_with_a_long_path_works_too(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / ("a" * 60) / ("b" * 60)
    folder.mkdir(parents=True)
    server = RaiseServer(folder)
    with qtbot.waitSignal(server.raise_requested):
        raise_first_window(folder, wait_ms=0)
    server.close()


def test_where_no_window_listens_one_is_told(tmp_path: Path) -> None:
    assert not raise_first_window(tmp_path, wait_ms=100)


def test_a_minimised_window_comes_back(person: Person) -> None:
    person.window.showMinimized()
    bring_to_front(person.window)
    assert not person.window.isMinimized()
    assert person.window.windowState() & Qt.WindowState.WindowMinimized == Qt.WindowState.WindowNoState


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe there, and no file")
def test_the_socket_is_private_to_the_person(qapp: QApplication, tmp_path: Path) -> None:  # noqa: ARG001 - Qt has to be there
    server = RaiseServer(tmp_path)
    assert (tmp_path / "window.socket").stat().st_mode & 0o077 == 0
    server.close()
