"""The simulated person: pictures of every page, a result and a report, the same for the same seed."""

import json
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.test_cli import run
from tests.ui.banks import write_long_bank

PAGES = ("home-first-start", "set-up", "review-before-submitting", "results", "feedback", "home", "banks", "settings")


def demo(out: Path, bank: Path, seed: int) -> dict[str, Any]:
    done = run("--bank", bank, "demo", "--out", out, "--seed", str(seed))
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads((out / "result.json").read_text(encoding="utf-8"))
    return result


def given(result: dict[str, Any]) -> list[tuple[str, list[str], bool]]:
    return [(q["id"], q["response"], q["dont_know"]) for q in result["questions"]]


def test_it_leaves_pictures_result_and_report(tmp_path: Path) -> None:
    bank = write_long_bank(tmp_path / "bank", 10)
    first = demo(tmp_path / "one", bank, 3)
    names = {path.name[3:] for path in (tmp_path / "one").glob("*.png")}
    for page in PAGES:
        assert {f"{page}-light.png", f"{page}-dark.png"} <= names
    assert len(PdfReader(tmp_path / "one" / "result.pdf").pages) >= 3
    assert given(demo(tmp_path / "two", bank, 3)) == given(first)
    assert given(demo(tmp_path / "three", bank, 4)) != given(first)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("demo", "--out", tmp_path / "file" / "out")
    assert done.returncode == 1
    assert "--out" in done.stderr
