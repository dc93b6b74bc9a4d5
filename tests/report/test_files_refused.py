"""Refusals that need another account, a limit or a disk of their own: the old file stays whole."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp.core.errors import ReportError
from quizapp.report.files import write_file
from tests.report.test_files import NEW, OLD, old_file, posix

root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root for a second account")


@posix
def test_a_write_protected_file_stays(open_folder: Path) -> None:
    path = old_file(open_folder)
    path.chmod(0o444)
    with _without_privileges(), pytest.raises(ReportError, match=r"result\.pdf is write-protected"):
        write_file(path, NEW)
    assert path.read_bytes() == OLD


@posix
def test_a_folder_without_permission_is_named(open_folder: Path) -> None:
    path = old_file(open_folder)
    path.chmod(0o666)
    open_folder.chmod(0o555)
    with _without_privileges(), pytest.raises(ReportError, match=r"may not write in .* The old file is unchanged"):
        write_file(path, NEW)
    assert _names(open_folder) == [path.name]
    assert path.read_bytes() == OLD


@posix
def test_a_folder_that_cannot_be_entered_is_named(open_folder: Path) -> None:
    locked = open_folder / "locked"
    locked.mkdir(mode=0o000)
    with _without_privileges(), pytest.raises(ReportError, match="may not write in"):
        write_file(locked / "result.pdf", NEW)
    locked.chmod(0o700)


@posix
def test_a_folder_that_cannot_be_read_takes_files(open_folder: Path) -> None:
    open_folder.chmod(0o333)
    with _without_privileges():
        write_file(open_folder / "result.pdf", NEW)
    open_folder.chmod(0o777)
    assert (open_folder / "result.pdf").read_bytes() == NEW


@root
def test_a_file_that_is_held_stays_and_leaves_nothing_behind(open_folder: Path) -> None:
    # In a sticky folder only the owner may replace a file: the same refusal, at the same call, as an open file's
    # on Windows.
    path = old_file(open_folder)
    path.chmod(0o666)
    open_folder.chmod(0o1777)
    with _without_privileges(), pytest.raises(ReportError, match="write-protected, or open in another program"):
        write_file(path, NEW)
    assert _names(open_folder) == [path.name]
    assert path.read_bytes() == OLD


@posix
def test_a_file_size_limit_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    script = (
        "import resource, sys, pathlib; from quizapp.report.files import write_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "write_file(pathlib.Path(sys.argv[1]), b'x' * 1_000_000)"
    )
    project = Path(__file__).resolve().parents[2]
    run = subprocess.run([sys.executable, "-c", script, path], cwd=project, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "would be larger than this account or disk allows" in run.stderr.splitlines()[-1]
    assert _names(tmp_path) == [path.name]
    assert path.read_bytes() == OLD


@root
def test_a_full_disk_leaves_the_old_file_whole(small_disk: Path) -> None:
    path = old_file(small_disk)
    with pytest.raises(ReportError, match=r"The disk is full: .* The old file is unchanged\."):
        write_file(path, b"x" * 100_000)
    assert _names(small_disk) == [path.name]
    assert path.read_bytes() == OLD
    write_file(path, NEW)
    assert path.read_bytes() == NEW


@root
def test_a_read_only_disk_is_named(small_disk: Path) -> None:
    path = old_file(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(ReportError, match=r"is on a read-only disk\. .* The old file is unchanged"):
        write_file(path, NEW)
    with pytest.raises(ReportError, match=r"is on a read-only disk\. Choose another folder\.$"):
        write_file(small_disk / "fresh.pdf", NEW)
    assert path.read_bytes() == OLD


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every account may reach; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@contextmanager
def _without_privileges() -> Iterator[None]:
    """As an ordinary account: to root everything is permitted."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
