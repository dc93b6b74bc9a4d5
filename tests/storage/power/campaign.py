"""A campaign: a scenario is recorded once, and its power goes at many moments."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.storage.files import write_old_file
from tests.storage.power.actor import OLD
from tests.storage.power.disk import Disk
from tests.storage.power.events import Event, Mark, record
from tests.storage.power.verify import loss_of

PROJECT = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many moments were tried, and what was lost: the moment's number, and what."""

    points: int
    losses: tuple[tuple[int, str], ...]


def run_campaign(scenario: str, work: Path, points: int, seed: int, *, normal: bool = False) -> Outcome:
    """Try ``points`` moments of a scenario, spread evenly over its events; a folder is made within ``work``."""
    folder = work / "data"
    folder.mkdir(parents=True)
    prepare(scenario, folder)
    before = Disk(folder)
    command = [sys.executable, "-m", "tests.storage.power.actor", scenario, str(folder)]
    events = record([*command, "--normal"] if normal else command, folder, PROJECT)
    random = Random(seed)
    moments = sorted(random.randint(0, len(events)) for _ in range(points))
    losses = tuple(_try_moments(scenario, folder, before, events, moments, random))
    return Outcome(points, losses)


def prepare(scenario: str, folder: Path) -> None:
    """What a scenario finds."""
    if scenario == "export":
        (folder / "old.json").write_bytes(OLD)
    if scenario == "migrate":
        write_old_file(folder / "quizapp.sqlite3")


def _try_moments(
    scenario: str, folder: Path, disk: Disk, events: Sequence[Event], moments: Sequence[int], random: Random
) -> list[tuple[int, str]]:
    losses, marks, done = [], list[str](), 0
    for moment in moments:
        for event in events[done:moment]:
            if isinstance(event, Mark):
                marks.append(event.text)
            disk.follow(event)
        done = moment
        _lay_out(folder, disk.after_power_loss(random))
        if loss := loss_of(scenario, folder, marks):
            losses.append((moment, loss))
    return losses


def _lay_out(folder: Path, state: dict[Path, bytes]) -> None:
    """Put the files of a state, and no others, on the real disk."""
    shutil.rmtree(folder)
    folder.mkdir()
    for path, data in state.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
