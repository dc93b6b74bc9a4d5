"""A disk that loses what was not synced: in which states it may be found after the power is gone.

Bytes written are safe once their file is synced; until then each write may be there or not, in any order, and torn at
a sector. Names (created, moved, removed) are safe once their folder is synced; until then the first few of them are
there, in their order, as a journal of a file system keeps them. This is as bad as POSIX allows for bytes, and what
journaling file systems do for names.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.storage.power.events import Create, Event, Name, Sync, Truncate, Unlink, Write

SECTOR = 512

Change = Write | Truncate
Naming = tuple[Path, "_File | None"]
"""That a name stands for a file from now on, or for none."""


@dataclass(eq=False, slots=True)
class _File:
    safe: bytes = b""
    pending: list[Change] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.pending:
            self.safe = _changed(self.safe, change)
        self.pending.clear()


class Disk:
    """Follows the events of a program, and tells in which state a power loss may leave the files."""

    def __init__(self, folder: Path) -> None:
        """``folder`` as it is on the real disk now is safe."""
        self._now = {path: _File(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
        self._safe = dict(self._now)
        self._namings: list[Naming] = []

    def follow(self, event: Event) -> None:
        match event:
            case Write(path) | Truncate(path):
                self._now[path].pending.append(event)
            case Create(path) if path not in self._now:
                self._name(path, _File())
            case Name(path, new, moves):
                self._name(new, self._now[path])
                if moves:
                    self._name(path, None)
            case Unlink(path):
                self._name(path, None)
            case Sync(path):
                self._sync(path)

    def after_power_loss(self, random: Random) -> dict[Path, bytes]:
        """A state that may be found: a file's bytes under each name."""
        names = dict(self._safe)
        kept = self._namings[: random.randint(0, len(self._namings))]
        for path, file in kept:
            _put(names, path, file)
        contents: dict[int, bytes] = {}
        for file in names.values():
            contents.setdefault(id(file), _leftover(file, random))
        return {path: contents[id(file)] for path, file in names.items()}

    def _name(self, path: Path, file: _File | None) -> None:
        _put(self._now, path, file)
        self._namings.append((path, file))

    def _sync(self, path: Path) -> None:
        if path in self._now:
            self._now[path].sync()
            return
        # A folder: its names are safe, and a journal writes those before them too.
        last = max((place for place, (name, _) in enumerate(self._namings) if name.parent == path), default=-1)
        for name, file in self._namings[: last + 1]:
            _put(self._safe, name, file)
        del self._namings[: last + 1]


def _put(names: dict[Path, _File], path: Path, file: _File | None) -> None:
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


def _leftover(file: _File, random: Random) -> bytes:
    """The safe bytes with some of the pending changes: none, the first few, or any, of which each may be torn."""
    kind = random.choice(("none", "first", "any", "torn"))
    data = file.safe
    if kind == "none":
        return data
    changes: Iterable[Change] = file.pending
    if kind == "first":
        changes = file.pending[: random.randint(0, len(file.pending))]
    elif kind in ("any", "torn"):
        changes = [change for change in file.pending if random.random() < 0.5]
    for change in changes:
        data = _changed(data, _torn(change, random) if kind == "torn" else change)
    return data


def _torn(change: Change, random: Random) -> Change:
    """Sectors up to some of the write's, or from it on."""
    if isinstance(change, Truncate) or len(change.data) <= SECTOR:
        return change
    cut = random.randrange(0, len(change.data), SECTOR)
    if random.random() < 0.5:
        return Write(change.path, change.offset, change.data[:cut])
    return Write(change.path, change.offset + cut, change.data[cut:])


def _changed(data: bytes, change: Change) -> bytes:
    if isinstance(change, Truncate):
        return data[: change.size].ljust(change.size, b"\0")
    padded = data.ljust(change.offset, b"\0")
    return padded[: change.offset] + change.data + padded[change.offset + len(change.data) :]
