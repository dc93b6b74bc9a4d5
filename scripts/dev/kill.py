"""The long form of the kill campaigns: kill -9 of the store and of the real window, at random moments.

Run it from the project's folder: ``PYTHONPATH=. .venv/bin/python scripts/dev/kill.py [CORE [WINDOW]]`` with the numbers
of kills (1,000 each). Every check of the short forms in the tests is made after every kill; the first that fails ends
the run. Prints how many answers were confirmed before a kill, and how many kills came between storing and saying so.
"""

import os
import sys
import tempfile
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.storage import test_kill as core
from tests.ui import test_kill_window as window
from tests.ui.banks import write_long_bank

KILLS_A_FILE = 10


def main() -> int:
    numbers = [int(text) for text in sys.argv[1:]]
    core_kills, window_kills = (*numbers, 1000, 1000)[:2]
    print("killed | kills | confirmed answers | lost | stored, not yet confirmed", flush=True)
    for option in ("", "--grow", "--practice"):
        _kill_core(option, core_kills // 3)
    _kill_window(window_kills)
    return 0


def _kill_core(option: str, kills: int) -> None:
    random, confirmed, between = Random(), 0, 0
    for first in range(0, kills, KILLS_A_FILE):
        with tempfile.TemporaryDirectory() as folder:
            path, answered = Path(folder) / "data" / "attempts.sqlite3", 0
            for round_ in range(min(KILLS_A_FILE, kills - first)):
                lines, longest = (random.randint(1, 60), 0.004) if round_ else (0, 0.3)
                facts = core.answer_until_killed(path, lines, random.uniform(0, longest), option)
                session = core.load(path)
                core.check_whole(path)
                said = [position for kind, position in facts if kind == "answer"]
                confirmed += len(said)
                if session is None:
                    assert not facts
                    continue
                core.check_session(session, facts, answered, option)
                core.check_cards(path, session, option)
                between += session.answered > max([answered, *(position + 1 for position in said)])
                answered = session.answered
    print(f"store {option or '--fixed'}", kills, confirmed, 0, between, sep=" | ", flush=True)


def _kill_window(kills: int) -> None:
    random, confirmed, between = Random(), 0, 0
    for first in range(0, kills, KILLS_A_FILE):
        with tempfile.TemporaryDirectory() as folder:
            bank, data = write_long_bank(Path(folder) / "long", window.EACH), Path(folder) / "data"
            path, facts = data / "quizapp.sqlite3", window.Facts()
            for _ in range(min(KILLS_A_FILE, kills - first)):
                said = window.answer_until_killed(data, bank, random.randint(1, 20), random.uniform(0, 0.05))
                facts |= said
                confirmed += len(said)
                window.check_file(path)
                session = window.load(path)
                window.check_session(session, facts)
                stored = {p: s.answer.response for p, s in enumerate(session.states) if s.answer is not None}
                between += len(stored) > len(facts)
                facts = stored
    print("window", kills, confirmed, 0, between, sep=" | ", flush=True)


if __name__ == "__main__":
    sys.exit(main())
