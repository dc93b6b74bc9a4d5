"""One run of the canary: what the program did with a bank that asks for files in every text."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QImage, qRgb

from tests.ui.canary.bank import write_broken_bank, write_canary_bank
from tests.ui.canary.watch import watched

ROOT = Path(__file__).parents[3]
CANARY = (255, 0, 255)
"""A colour that no theme has."""

PICTURE = (61, 67)
"""Width and height of the canary, which no other picture has."""


@dataclass(frozen=True)
class Run:
    """What came of it. ``sockets`` is None where strace is not installed."""

    planted: Mapping[str, str]
    pictures: tuple[Path, ...]
    opened: tuple[str, ...]
    sockets: tuple[str, ...] | None
    out: Path


def run_canary(folder: Path, first: int = 0, seed: int = 3) -> Run:
    """Write the banks and the canary picture into an empty folder, and drive the window through all of it."""
    away, bank, broken, out = folder / "away", folder / "bank", folder / "<img src='away'>", folder / "out"
    for made in (away, out):
        made.mkdir(parents=True)
    picture = write_picture(away / "c.png")
    planted = write_canary_bank(bank, picture, first)
    write_broken_bank(broken, picture)
    with watched(away) as seen:
        _drive([str(bank), str(broken), str(out), str(seed)], folder / "trace")
        opened = [str(away / name) for name in seen.names()]
        picture.read_bytes()
        assert seen.names() == ["c.png"], "the watch is blind"
    trace = _read(folder / "trace")
    if trace is not None:  # it tells what the program itself lists; another may look through the folders of tests
        opened = [path for path in opened if path != str(away)]
    opened += [line for line in trace or () if str(away) in line]
    sockets = None if trace is None else tuple(line for line in trace if "AF_INET" in line)
    return Run(planted, tuple(sorted(out.glob("*.png"))), tuple(opened), sockets, out)


def write_picture(path: Path) -> Path:
    """The canary: a picture of nothing but its colour."""
    image = QImage(*PICTURE, QImage.Format.Format_RGB32)
    image.fill(QColor(*CANARY))
    assert image.save(str(path))
    return path


def canary_pixels(picture: Path) -> int:
    """How many pixels of a picture are the canary's."""
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    wanted = (qRgb(*CANARY) & 0xFFFFFFFF).to_bytes(4, sys.byteorder)
    data = bytes(image.constBits())
    return sum(match.start() % 4 == 0 for match in re.finditer(re.escape(wanted), data))


def _drive(arguments: list[str], trace: Path) -> None:
    """Drive the window in a program of its own, under strace where there is one."""
    tracer = shutil.which("strace")
    calls = "trace=open,openat,openat2,execve,socket,connect"
    traced = [tracer, "-f", "-qq", "-y", "-e", calls, "-o", str(trace)] if tracer else []
    command = [*traced, sys.executable, "-m", "tests.ui.canary.drive", *arguments]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    told = [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")]
    assert not told, told


def _read(trace: Path) -> tuple[str, ...] | None:
    return tuple(trace.read_text("utf-8", "replace").splitlines()) if trace.exists() else None
