"""The command line, in processes of its own: exit codes and messages, never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import __version__
from tests.ui.banks import single, write_bank, write_known_bank

ROOT = Path(__file__).parents[1]


def run(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {key: value for key, value in os.environ.items() if key not in without} | environment
    command = [sys.executable, "-m", "quizapp", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, timeout=120, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_version_and_help() -> None:
    assert run("--version").stdout == f"quizapp {__version__}\n"
    shown = run("--help").stdout
    assert all(word in shown for word in ("check", "demo", "--bank", "--data"))


@pytest.mark.parametrize("arguments", [["--colour"], ["dance"], ["check"], ["demo"], ["demo", "--seed", "x"]])
def test_unknown_arguments_are_refused(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_check_of_the_shipped_banks_is_clean() -> None:
    done = run("check", "questions")
    assert done.returncode == 0, done.stdout


def test_check_names_file_line_and_remedy(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "bank", {"counting": [single("a", difficulty=9)]})
    done = run("check", bank)
    assert done.returncode == 1
    assert "counting-topic.yaml:" in done.stdout
    found = json.loads(run("check", bank, "--json").stdout)
    assert found["exit_code"] == 1
    assert found["errors"] == 1


def test_check_of_nothing_is_unusable(tmp_path: Path) -> None:
    assert run("check", tmp_path / "nowhere").returncode == 2
    (tmp_path / "empty").mkdir()
    assert run("check", tmp_path / "empty").returncode == 2


def test_without_a_display_it_says_what_works() -> None:
    done = run()
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "quizapp check" in done.stderr
    assert "quizapp demo" in done.stderr


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    done = run("--data", file / "data", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert str(file / "data") in done.stderr
    assert file.read_text() == "mine"


def test_a_foreign_database_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "quizapp.sqlite3").write_text("no database at all")
    done = run("--data", tmp_path, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "not a file of quizapp" in done.stderr
    assert (tmp_path / "quizapp.sqlite3").read_text() == "no database at all"


def test_a_bank_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("--bank", tmp_path / "empty", "--data", tmp_path / "data", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "quizapp check" in done.stderr


def test_a_known_bank_is_clean(tmp_path: Path) -> None:
    done = run("check", write_known_bank(tmp_path / "bank"))
    assert done.returncode == 0, done.stdout
