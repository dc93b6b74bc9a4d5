"""``quizapp export``: results as files, without a window, and without Qt."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp import cli
from quizapp.core.plan import PlanMethod
from quizapp.places import STORE_NAME
from quizapp.report.reader import load_result
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import make_plan, make_session
from tests.report.pdf_reading import read_pdf, whole_text
from tests.report.test_options import attempt

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two results, the later one "bb…", a practice and an attempt that still runs."""
    folder = tmp_path_factory.mktemp("data")
    with open_store(folder / STORE_NAME) as store:
        _keep(store, "aa" * 16, PlanMethod.FIXED)
        _keep(store, "bb" * 16, PlanMethod.ADAPTIVE)
        _keep(store, "cc" * 16, PlanMethod.PRACTICE)
        store.create_attempt(make_session(make_plan(6), (True,), id_="dd" * 16))
    return folder


def _keep(store: AttemptStore, id_: str, method: PlanMethod) -> None:
    session = attempt(12)
    session = replace(session, id=id_, plan=replace(session.plan, method=method))
    store.create_attempt(session)
    store.finish_attempt(session)


def export(*arguments: str | Path) -> int:
    return cli.main(["export", *map(str, arguments)])


@pytest.mark.parametrize("format_", ["pdf", "html", "json", "csv", "svg"])
def test_the_newest_assessment_is_written_in_every_format(format_: str, data: Path, tmp_path: Path) -> None:
    out = tmp_path / f"mine.{format_}"
    assert export("--data", data, "--out", out) == 0
    starts = {
        "pdf": b"%PDF-1.7",
        "html": b"<!DOCTYPE html>",
        "json": b"{\n",
        "csv": b"\xef\xbb\xbfnumber,",
        "svg": b"<svg",
    }
    assert out.read_bytes().startswith(starts[format_])
    if format_ in ("pdf", "json"):
        assert load_result(out).session.id == "bb" * 16


def test_the_options_reach_the_report(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "mine"
    options = ("--summary", "--paper", "letter", "--without-answers", "--name", "Ada Lovelace")
    assert export("aa", "--data", data, "--format", "pdf", "--out", out, *options) == 0
    reader = read_pdf(out.read_bytes())
    assert (len(reader.pages), round(reader.pages[0].mediabox[2]), len(reader.attachments)) == (1, 612, 0)
    assert "AdaLovelace" in whole_text(reader)


def test_a_result_file_becomes_another(data: Path, tmp_path: Path) -> None:
    first, second, third = tmp_path / "a.json", tmp_path / "b.pdf", tmp_path / "c.json"
    export("--data", data, "--out", first, "--name", "Ada")
    assert export("--from", first, "--out", second) == 0
    assert export("--from", second, "--out", third) == 0
    one, two = (json.loads(path.read_text(encoding="utf-8")) for path in (first, third))
    assert one["questions"] == two["questions"]
    assert one["scores"] == two["scores"]


def test_the_list_names_the_attempts(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--data", data, "--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:8] for line in lines] == ["dddddddd", "cccccccc", "bbbbbbbb", "aaaaaaaa"]
    assert "not finished" in lines[0]
    assert "2 March 2026" in lines[3]
    assert "6 of 12 right" in lines[3]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("zz",), "No attempt begins with 'zz'"),
        (("dd",), "not finished"),
        (("--from", "nowhere.json"), "nowhere.json can't be read"),
        (("--from", "pyproject.toml"), "pyproject.toml is no result"),
    ],
)
def test_what_can_not_be_exported_says_why(
    arguments: tuple[str, ...], words: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(*arguments, "--data", data, "--out", tmp_path / "x.json") == 1
    assert words in capsys.readouterr().err
    assert not (tmp_path / "x.json").exists()


def test_a_folder_without_attempts_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--data", tmp_path / "no", "--out", tmp_path / "x.pdf") == 1
    assert "Give the folder that the Settings page shows" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_history_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_store(tmp_path / STORE_NAME).close()
    assert export("--data", tmp_path, "--list") == 0
    assert "no attempts" in capsys.readouterr().out
    assert export("--data", tmp_path, "--out", tmp_path / "x.pdf") == 1
    assert "No assessment is finished yet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--out FILE"),
        (("--out", "x"), "--format"),
        (("--out", "x.docx"), "--format"),
        (("--out", "x.json", "--summary"), "--summary goes with pdf, html"),
        (("--out", "x.json", "--without-answers"), "not with json"),
        (("--out", "x.svg", "--name", "A"), "not with svg"),
        (("--out", "x.csv", "--paper", "a4"), "--paper"),
        (("aa", "--from", "y.json", "--out", "x.pdf"), "not both"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        export(*arguments)
    assert caught.value.code == 2
    assert words in capsys.readouterr().err


def test_it_needs_no_qt(data: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from quizapp.cli import main; code = main(sys.argv[1:]);"
        "assert not [name for name in sys.modules if name.startswith('PySide6')]; sys.exit(code)"
    )
    arguments = ["--data", str(data), "export", "--out", str(tmp_path / "x.html")]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Written: {tmp_path / 'x.html'}\n"
