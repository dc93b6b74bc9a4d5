"""What a program does to files, as strace saw it."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_CALLS = (
    "openat,creat,close,dup,dup2,dup3,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,"
    "fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,sendfile,copy_file_range"
)
_UNKNOWN = {"creat", "writev", "pwritev", "pwritev2", "truncate", "fallocate", "sendfile", "copy_file_range"}
_LINE = re.compile(r"\d+\s+(\w+)\((.*)\)\s+= (-?\d+)", re.DOTALL)
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_PATH = re.compile(r"<((?:\\x[0-9a-f]{2})+)>")


@dataclass(frozen=True, slots=True)
class Write:
    path: Path
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """Of a file's bytes, or of a folder's names."""

    path: Path


@dataclass(frozen=True, slots=True)
class Create:
    path: Path


@dataclass(frozen=True, slots=True)
class Name:
    """A second name for a file; with ``moves`` the first one goes."""

    path: Path
    new: Path
    moves: bool


@dataclass(frozen=True, slots=True)
class Unlink:
    path: Path


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that the program printed: a fact that it holds for confirmed."""

    text: str


Event = Write | Truncate | Sync | Create | Name | Unlink | Mark


def record(command: Sequence[str], folder: Path, project: Path) -> tuple[Event, ...]:
    """Run a program, and return what it did within a folder and what it printed, in order."""
    trace = folder.with_name(f"{folder.name}.strace")
    strace = ["strace", "-f", "-y", "-xx", "-s", "100000000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    done = subprocess.run([*strace, *command], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    text = trace.read_text("ascii")
    trace.unlink()
    return tuple(_Reader(folder).read(text.splitlines()))


class _Reader:
    """Keeps where each open file stands, which ``write`` does not say."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[int, int] = {}

    def read(self, lines: Sequence[str]) -> Iterator[Event]:
        for line in lines:
            assert "unfinished" not in line, "the program has more than one thread"
            match = _LINE.match(line)
            if match and int(match[3]) >= 0:
                yield from self._event(match[1], match[2], int(match[3]))

    def _event(self, call: str, text: str, result: int) -> Iterator[Event]:
        if call in ("openat", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat"):
            yield from self._named(call, text, result)
            return
        handle = int(re.match(r"\d+", text)[0])  # type: ignore[index]
        if call == "write" and handle == 1:
            for line in _strings(text)[0].decode().splitlines():
                yield Mark(line)
            return
        path = _fd_path(text)
        if path is None or not path.is_relative_to(self._folder):
            return
        assert call not in _UNKNOWN, f"{call} is not replayed"
        if call == "lseek":
            self._places[handle] = result
        elif call == "write":
            place = self._places.get(handle, 0)
            self._places[handle] = place + result
            yield Write(path, place, _strings(text)[0][:result])
        elif call == "pwrite64":
            yield Write(path, int(text.rsplit(",", 1)[1]), _strings(text)[0][:result])
        elif call == "ftruncate":
            yield Truncate(path, int(text.rsplit(",", 1)[1]))
        elif call in ("fsync", "fdatasync"):
            yield Sync(path)

    def _named(self, call: str, text: str, result: int) -> Iterator[Event]:
        paths = [self._within(Path(part.decode())) for part in _strings(text)]
        if not any(path.is_relative_to(self._folder) for path in paths):
            return
        if call == "openat":
            self._places[result] = 0
            if "O_CREAT" in text:
                yield Create(paths[0])
            if "O_TRUNC" in text:
                yield Truncate(paths[0], 0)
        elif call.startswith("unlink"):
            yield Unlink(paths[0])
        else:
            yield Name(paths[0], paths[1], call.startswith("rename"))

    def _within(self, path: Path) -> Path:
        return path if path.is_absolute() else self._folder / path


def _strings(text: str) -> list[bytes]:
    return [bytes.fromhex(found.replace("\\x", "")) for found in _STRING.findall(text)]


def _fd_path(text: str) -> Path | None:
    match = _PATH.search(text)
    return Path(bytes.fromhex(match[1].replace("\\x", "")).decode()) if match else None
