"""Windows of tests: real ones, drawn off the screen, over real files in the test's own folder."""

import os

# Before Qt is imported: it looks for a screen then.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app import App, build_app, build_qt
from quizapp.ui.theme.theme import Appearance, Scheme
from tests.ui.banks import write_known_bank
from tests.ui.person import Person
from tests.ui.qt_tools import let_go

OpenApp = Callable[..., Person]
"""Opens the app over a data folder; the arguments of ``build_app`` pass through."""

SEED = 7


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # The offscreen platform says this of boxes of fixed size and of menus; platforms with a screen do not.
    words = r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
    for item in items:
        if item.path.parent != Path(__file__).parent:
            continue
        item.add_marker(pytest.mark.qt_log_ignore(words))


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program builds it: fonts and style are the real ones."""
    return build_qt()


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:  # noqa: ARG001 - Qt has to be there
    """The light theme, put on the application."""
    appearance = Appearance(Scheme.LIGHT)
    appearance.apply()
    return appearance


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def known_bank(tmp_path: Path) -> Path:
    """The folder of a bank whose questions the tests know."""
    return write_known_bank(tmp_path / "known")


@pytest.fixture
def open_app(qapp: QApplication, qtbot: QtBot, data: Path) -> Iterator[OpenApp]:  # noqa: ARG001 - windows need it
    apps: list[App] = []

    def open_(folder: Path = data, *, bank: Path | None = None, seed: int = SEED) -> Person:
        apps.append(build_app(folder, bank=bank, new_seed=lambda: seed))
        return Person(apps[-1], qtbot)

    yield open_
    for app in apps:
        let_go(app)


@pytest.fixture
def person(open_app: OpenApp, known_bank: Path) -> Person:
    """Someone before the app's first start, with the known bank in use."""
    return open_app(bank=known_bank)
