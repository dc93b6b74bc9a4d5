"""Writing a file: all of it or nothing, and a clear word about why not. Every cause here is a real one."""

import os
import stat
from pathlib import Path

import pytest

from quizapp.core.errors import ReportError
from quizapp.report.files import write_file

OLD, NEW = b"old", b"new" * 1000

posix = pytest.mark.skipif(os.name == "nt", reason="permissions and links of POSIX")


def test_a_new_file_is_whole_and_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "result.pdf", NEW)
    assert (tmp_path / "result.pdf").read_bytes() == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["result.pdf"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    write_file(path, NEW)
    assert path.read_bytes() == NEW
    write_file(path, b"")
    assert path.read_bytes() == b""


@posix
def test_permissions_are_those_of_the_old_file_or_of_any_new_one(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    path.chmod(0o640)
    write_file(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    (tmp_path / "plain").write_bytes(b"")
    write_file(tmp_path / "fresh", NEW)
    assert (tmp_path / "fresh").stat().st_mode == (tmp_path / "plain").stat().st_mode


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    link = tmp_path / "link.pdf"
    link.symlink_to(path)
    write_file(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"folder .*nowhere does not exist"):
        write_file(tmp_path / "nowhere" / "result.pdf", NEW)


def test_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"is a folder\. Give a file name inside it"):
        write_file(tmp_path, NEW)
    assert tmp_path.is_dir()


def test_a_file_in_the_place_of_the_folder_stays(tmp_path: Path) -> None:
    path = old_file(tmp_path)
    with pytest.raises(ReportError, match="is not a folder"):
        write_file(path / "result.pdf", NEW)
    assert path.read_bytes() == OLD


@posix
def test_a_name_that_is_too_long_is_cut_in_the_message(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"The name n{40}… is too long") as caught:
        write_file(tmp_path / ("n" * 300), NEW)
    assert len(str(caught.value)) < 120
    assert not list(tmp_path.iterdir())


@posix
def test_the_longest_name_that_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    write_file(tmp_path / ("n" * 255), NEW)
    assert (tmp_path / ("n" * 255)).read_bytes() == NEW


@posix
def test_a_device_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReportError, match="no ordinary file"):
        write_file(tmp_path / "pipe", NEW)
    assert (tmp_path / "pipe").is_fifo()


def old_file(folder: Path) -> Path:
    path = folder / "result.pdf"
    path.write_bytes(OLD)
    return path
