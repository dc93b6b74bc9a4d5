"""The command line, in processes of its own: exit codes and messages, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import __version__
from quizapp.storage.store import open_store
from tests.ui.banks import single, write_bank, write_known_bank

ROOT = Path(__file__).parents[1]
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def run(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run quizapp where there is no display, unless ``environment`` says otherwise."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {key: value for key, value in os.environ.items() if key not in without} | environment
    command = [sys.executable, "-m", "quizapp", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, timeout=120, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode >= 0, f"killed by signal {-done.returncode}"
    return done


def test_version_and_help() -> None:
    assert run("--version").stdout == f"quizapp {__version__}\n"
    shown = run("--help")
    assert shown.returncode == 0
    assert all(word in shown.stdout for word in ("check", "demo", "--bank", "--data"))


@pytest.mark.parametrize("command", ["check", "demo"])
def test_each_command_has_help(command: str) -> None:
    shown = run(command, "--help")
    assert shown.returncode == 0
    assert f"quizapp {command}" in shown.stdout


@pytest.mark.parametrize(
    "arguments",
    [["--colour"], ["dance"], ["check"], ["demo"], ["demo", "--out", "x", "--seed", "y"], ["check", "--colour", "x"]],
)
def test_unknown_arguments_are_refused(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage: quizapp" in done.stderr
    assert done.stdout == ""


def test_check_of_a_clean_bank(tmp_path: Path) -> None:
    bank = write_known_bank(tmp_path / "bank")
    done = run("check", bank)
    assert (done.returncode, done.stderr) == (0, "")
    assert "9 usable questions; 0 errors, 0 warnings" in done.stdout
    found = json.loads(run("check", bank, "--json").stdout)
    assert (found["exit_code"], found["questions"], found["errors"]) == (0, 9, 0)


def test_check_names_file_line_code_and_remedy(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "bank", {"counting": [single("a", difficulty=9), single("b", colour="red")]})
    done = run("check", bank)
    assert done.returncode == 1
    errors = [line for line in done.stdout.splitlines() if " error " in line]
    assert len(errors) == 2
    assert all(line.startswith("bank/counting/counting-topic.yaml:") for line in errors)
    found = json.loads(run("check", bank, "--json").stdout)
    assert (found["exit_code"], found["errors"]) == (1, 2)
    problems = [p for p in found["paths"][0]["problems"] if p["severity"] == "error"]
    assert {p["code"] for p in problems} == {"out-of-range", "field-unknown"}
    assert all(p["line"] and p["column"] and p["message"] and p["remedy"] for p in problems)


@pytest.mark.parametrize("kind", ["nothing", "an empty folder"])
def test_check_of_what_is_no_bank_is_unusable(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "bank"
    if kind == "an empty folder":
        path.mkdir()
    assert run("check", path).returncode == 2
    assert json.loads(run("check", path, "--json").stdout)["exit_code"] == 2


def test_the_worst_of_several_paths_decides(tmp_path: Path) -> None:
    clean = write_known_bank(tmp_path / "clean")
    bad = write_bank(tmp_path / "bad", {"counting": [single("a", difficulty=9)]})
    assert run("check", clean, bad).returncode == 1
    assert run("check", clean, bad, tmp_path / "nowhere").returncode == 2


def test_the_shipped_banks_have_no_errors() -> None:
    done = run("check", "questions")
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_says_what_works() -> None:
    done = run()
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "quizapp check" in done.stderr
    assert "quizapp demo" in done.stderr


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    done = run("--data", file / "data", **OFFSCREEN)
    assert done.returncode == 1
    assert str(file / "data") in done.stderr
    assert "Choose a data folder whose path holds folders only." in done.stderr
    assert file.read_text() == "mine"


def test_a_foreign_file_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "quizapp.sqlite3").write_text("no database at all")
    done = run("--data", tmp_path, **OFFSCREEN)
    assert done.returncode == 1
    assert "not a file of quizapp" in done.stderr
    assert (tmp_path / "quizapp.sqlite3").read_text() == "no database at all"


@pytest.mark.parametrize("kind", ["nothing", "an empty folder", "a file", "a bank without questions"])
def test_a_bank_that_is_none_is_named_and_not_remembered(tmp_path: Path, kind: str) -> None:
    bank = tmp_path / "bank"
    if kind == "an empty folder":
        bank.mkdir()
    elif kind == "a file":
        bank.write_text("schema: 1\n")
    elif kind == "a bank without questions":
        write_bank(bank, {})
    done = run("--bank", bank, "--data", tmp_path / "data", **OFFSCREEN)
    assert done.returncode == 1
    assert done.stderr.startswith(f"quizapp: The folder {bank} has no question bank that can be used.")
    assert f"quizapp check {bank}" in done.stderr
    with open_store(tmp_path / "data" / "quizapp.sqlite3") as store:
        assert str(bank) not in (store.get_setting("bank_folders") or "")
