"""What may lie on a disk in a bank's place: an answer each time, soon, and never an exception."""

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.bank.rules import Rule
from tests.bank.banks import (
    FRAMEWORK,
    MULTI,
    NUMERIC,
    SINGLE,
    codes,
    documented_ids,
    examples,
    ids,
    load,
    may_read_all,
    only,
)

OTHERS = documented_ids(SINGLE)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and modes as POSIX has them")


def test_nothing_there(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nowhere" / "my-bank")
    assert [str(problem) for problem in loaded.problems] == [
        "my-bank: error path-missing: There is nothing at this path. Check the spelling, or choose another folder."
    ]
    assert (loaded.framework, loaded.bank.questions) == (None, ())


@pytest.mark.parametrize("path", ["a\0b", "x" * 300, "x/" * 3000, ""])
def test_paths_that_cannot_be(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = load(Path(path))
    assert loaded.framework is None
    assert len(loaded.problems) == 1


def test_a_file_a_pipe_and_a_device_are_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "file", tmp_path / "pipe", Path("/dev/null")):
        assert codes(load(path)) == [Rule.NOT_A_FOLDER.code]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert codes(load(tmp_path)) == [Rule.FRAMEWORK_MISSING.code]


def test_a_folder_without_framework_is_not_searched(bank: Path) -> None:
    (bank / FRAMEWORK).unlink()
    (bank / SINGLE).write_bytes(b"\xff")
    assert codes(load(bank)) == [Rule.FRAMEWORK_MISSING.code]


@pytest.fixture
def forbidden() -> Iterator[Callable[[Path], None]]:
    """Take all rights away until the test is over."""
    taken: list[Path] = []

    def forbid(path: Path) -> None:
        path.chmod(0)
        taken.append(path)
        if may_read_all(path):
            pytest.skip("root may read everything")

    yield forbid
    for path in taken:
        path.chmod(0o700)


@pytest.mark.parametrize("name", [SINGLE, "sql", FRAMEWORK, "."])
def test_without_the_right_to_read(name: str, bank: Path, forbidden: Callable[[Path], None]) -> None:
    forbidden(bank / name)
    problem = only(load(bank), Rule.NOT_READABLE.code)
    assert problem.message == "The system refuses to read this: permission denied."
    assert problem.file == f"my-bank/{name}".removesuffix("/.")


def test_what_the_system_refuses_even_to_root(bank: Path) -> None:
    (bank / SINGLE).unlink()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(bank / SINGLE))
        loaded = load(bank)
    assert Rule.NOT_READABLE.code in codes(loaded)
    assert ids(loaded) == OTHERS


@pytest.mark.parametrize("name", [SINGLE, FRAMEWORK])
def test_a_pipe_does_not_hang(name: str, bank: Path) -> None:
    (bank / name).unlink()
    os.mkfifo(bank / name)
    assert only(load(bank), Rule.NOT_A_FILE.code).file == f"my-bank/{name}"


def test_a_device_is_not_read(bank: Path) -> None:
    (bank / SINGLE).unlink()
    (bank / SINGLE).symlink_to("/dev/zero")
    assert Rule.LINK_OUTSIDE.code in codes(load(bank))


def test_links_inside_the_bank_are_followed(bank: Path) -> None:
    (bank / "drafts").mkdir()
    (bank / SINGLE).rename(bank / "drafts" / "first.txt")
    (bank / SINGLE).symlink_to("../drafts/first.txt")
    assert load(bank).problems == ()


def test_a_bank_that_is_itself_a_link_is_one(bank: Path) -> None:
    (bank.parent / "link").symlink_to(bank)
    assert load(bank.parent / "link").problems == ()


@pytest.mark.parametrize("target", ["../elsewhere", "/etc", "../../.."])
def test_folders_outside_are_not_entered(target: str, bank: Path) -> None:
    (bank.parent / "elsewhere").mkdir()
    (bank.parent / "elsewhere" / "joins.yaml").write_text(examples()[SINGLE])
    (bank / "outside").symlink_to(target)
    assert [(problem.file, problem.code) for problem in load(bank).problems] == [
        ("my-bank/outside", Rule.LINK_OUTSIDE.code)
    ]


def test_links_in_a_circle_end(bank: Path) -> None:
    (bank / "again").symlink_to(bank)
    (bank / "a").symlink_to("b")
    (bank / "b").symlink_to("a")
    assert set(OTHERS) < set(ids(load(bank)))


def test_names_that_are_no_text_are_shown_escaped(bank: Path) -> None:
    Path(os.fsdecode(os.fsencode(bank / "sql") + b"/\xff\x1b[31m.yaml")).write_text("")
    problem = only(load(bank), Rule.FILE_EMPTY.code)
    assert problem.file == "my-bank/sql/\\udcff\\x1b[31m.yaml"


def test_what_is_hidden_or_no_yaml_is_nobodys_business(bank: Path) -> None:
    (bank / ".git").mkdir()
    (bank / ".git" / "x.yaml").write_text("[")
    (bank / "sql" / ".joins.yaml.swp.yaml").write_text("[")
    (bank / "README.md").write_text("[")
    (bank / "pictures").mkdir()
    assert load(bank).problems == ()


@pytest.mark.parametrize("length", [10, 200, 1_000, 1_600])
def test_half_a_file(length: int, bank: Path) -> None:
    (bank / SINGLE).write_text(examples()[SINGLE][:length])
    loaded = load(bank)
    assert {problem.file for problem in loaded.problems if problem.severity == "error"} == {f"my-bank/{SINGLE}"}
    assert ids(loaded) == OTHERS


def test_windows_line_ends_and_a_bom(bank: Path) -> None:
    before = load(bank)
    for name in (FRAMEWORK, SINGLE, MULTI, NUMERIC):
        text = (bank / name).read_text("utf-8").replace("\n", "\r\n")
        (bank / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    after = load(bank)
    assert after.problems == ()
    assert after.bank.questions == before.bank.questions
    assert after.bank.digest != before.bank.digest
