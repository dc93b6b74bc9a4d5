"""The composition root: the one place that builds the parts and joins them."""

import random
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from quizapp import __version__
from quizapp.bank.loader import load_bank
from quizapp.core.errors import BankError
from quizapp.places import STORE_NAME
from quizapp.resources import shipped_folder
from quizapp.storage.store import AttemptStore, open_store
from quizapp.ui.bank_library import BankLibrary, SettingStore, is_usable
from quizapp.ui.exporter import Exporter
from quizapp.ui.flows.parts import Parts
from quizapp.ui.main_window import MainWindow
from quizapp.ui.pages.settings_page import SCALE_SETTING, SCHEME_SETTING
from quizapp.ui.session_controller import Clock, SessionController
from quizapp.ui.standing import Standing
from quizapp.ui.theme.fonts import load_fonts
from quizapp.ui.theme.theme import Appearance, Scheme


class SystemClock:
    """The computer's clocks."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass(frozen=True)
class App:
    """The joined parts; ``window`` is not shown yet."""

    store: AttemptStore
    library: BankLibrary
    appearance: Appearance
    controller: SessionController
    exporter: Exporter
    window: MainWindow

    def close(self) -> None:
        self.window.close()
        self.store.close()


def build_qt() -> QApplication:
    """The Qt application, a new one unless there is one, with our style and fonts."""
    running = QApplication.instance()
    qt = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName("quizapp")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("quizapp")
    qt.setWindowIcon(QIcon(str(shipped_folder("resources") / "icons" / "quizapp.svg")))
    qt.setStyle("Fusion")
    load_fonts(shipped_folder("resources") / "fonts")
    return qt


def build_app(
    data: Path,
    *,
    bank: Path | None = None,
    shipped: Path | None = None,
    clock: Clock | None = None,
    new_seed: Callable[[], int] | None = None,
) -> App:
    """Build everything over a data folder. Raises StorageError or BankError where it can't be used.

    ``bank`` is put into use; ``shipped`` stands in for the folder of the shipped bank.
    """
    # A foreign lock holds the window up for so long; then the page says "Not saved" and offers to try again.
    store = open_store(data / STORE_NAME, app_version=__version__, busy_timeout=1.0)
    library = BankLibrary(shipped or shipped_folder("questions"), store, date.today)
    if bank is not None:
        _use_bank(library, bank)
    clock = clock or SystemClock()
    appearance = build_appearance(store)
    appearance.apply()
    controller = SessionController(store, clock, new_id=lambda: uuid.uuid4().hex, questions_for=library.questions_for)
    exporter = Exporter(clock.now)
    standing = Standing(store, library, clock.now)
    seed = new_seed or _draw_seed
    parts = Parts(store, library, controller, exporter, appearance, standing, data, new_seed=seed, now=clock.now)
    window = MainWindow(parts)
    controller.setParent(window)
    exporter.setParent(window)
    return App(store, library, appearance, controller, exporter, window)


def default_appearance() -> Appearance:
    """The look of what is shown before the settings can be read."""
    appearance = Appearance(Scheme.SYSTEM, 100)
    appearance.apply()
    return appearance


def build_appearance(settings: SettingStore) -> Appearance:
    """The look that was chosen; what can't be read is as if nothing had been chosen."""
    scheme, scale = settings.get_setting(SCHEME_SETTING), settings.get_setting(SCALE_SETTING) or ""
    known = {member.value: member for member in Scheme}
    return Appearance(known.get(scheme or "", Scheme.SYSTEM), int(scale) if scale.isdecimal() else 100)


def _draw_seed() -> int:
    return random.SystemRandom().getrandbits(32)


def _use_bank(library: BankLibrary, folder: Path) -> None:
    # Looked at first: a folder that is refused now must not stand in the list of banks at the next start.
    if not is_usable(load_bank(folder.resolve(), today=date.today(), thorough=False)):  # noqa: DTZ011 - the person's own day
        raise BankError(
            f"The folder {folder} has no question bank that can be used. "
            f"Run “quizapp check {folder}” to see what has to be mended."
        )
    library.add(folder)
