"""What the window and its flows work with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizapp.storage.store import AttemptStore
from quizapp.ui.bank_library import BankLibrary
from quizapp.ui.exporter import Exporter
from quizapp.ui.session_controller import SessionController
from quizapp.ui.standing import Standing
from quizapp.ui.theme.theme import Appearance


@dataclass(frozen=True, slots=True)
class Parts:
    """Built once, by ``app.py``. ``now`` is in UTC; ``new_seed`` draws the seed of a plan."""

    store: AttemptStore
    library: BankLibrary
    controller: SessionController
    exporter: Exporter
    appearance: Appearance
    standing: Standing
    data_folder: Path
    new_seed: Callable[[], int]
    now: Callable[[], datetime]
