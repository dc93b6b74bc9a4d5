"""The simulated person: pictures of every page, a result and a report, the same for the same seed."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from quizapp.core.plan import ASSESSMENTS
from tests.test_cli import run
from tests.ui.banks import write_known_bank

PAGES = (
    "home-first-start",
    *(f"set-up-{method}" for method in ASSESSMENTS),
    "review-before-submitting",
    "results",
    "feedback",
    "home",
    "practice",
    "history",
    "history-progress",
    "how-this-is-measured",
    "banks",
    "settings",
    "opened-file",
)
PNG = b"\x89PNG\r\n\x1a\n"


def demo(out: Path, seed: int, bank: Path | None = None) -> None:
    """Let the person of a seed leave all in ``out``; on the shipped bank unless another is given."""
    done = run(*(("--bank", bank) if bank else ()), "demo", "--out", out, "--seed", str(seed))
    assert (done.returncode, done.stderr) == (0, "")


def read_result(out: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads((out / "result.json").read_text(encoding="utf-8"))
    return result


def given(result: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Questions with their options in order, and what was answered."""
    return [(q["id"], q["order"], q["response"], q["dont_know"], q["flagged"]) for q in result["questions"]]


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """What a newcomer gets who starts the demo twice with one seed."""
    outs = tmp_path_factory.mktemp("first") / "out", tmp_path_factory.mktemp("second")
    with ThreadPoolExecutor() as pool:
        list(pool.map(demo, outs, (3, 3)))
    return outs


def test_it_leaves_pictures_of_every_page_in_both_looks(twice: tuple[Path, Path]) -> None:
    out = twice[0]
    pictures = {path.name[3:]: path for path in out.glob("*.png")}
    for page in (*PAGES, *(f"question-{type_}" for type_ in {q["type"] for q in read_result(out)["questions"]})):
        for look in ("light", "dark"):
            found = [path for name, path in pictures.items() if name.startswith(page) and name.endswith(f"{look}.png")]
            assert found, (page, look)
            assert all(path.read_bytes().startswith(PNG) for path in found)


def test_it_leaves_a_result_and_a_report(twice: tuple[Path, Path]) -> None:
    result = read_result(twice[0])
    assert result["attempt"]["finished_at"]
    assert result["scores"]["total"]["scored"] == len(result["questions"])
    assert 0 < result["scores"]["total"]["right"] < len(result["questions"])
    assert len(PdfReader(twice[0] / "result.pdf").pages) >= 3


def test_the_same_seed_gives_the_same_questions_and_answers(twice: tuple[Path, Path]) -> None:
    assert given(read_result(twice[0])) == given(read_result(twice[1]))


def test_a_small_bank_will_do(tmp_path: Path) -> None:
    out = tmp_path / "out"
    demo(out, 4, write_known_bank(tmp_path / "bank"))
    assert len(read_result(out)["questions"]) == 9


@pytest.mark.parametrize("kind", ["below a file", "a file"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    out = file / "out" if kind == "below a file" else file
    done = run("demo", "--out", out)
    assert done.returncode == 1
    assert str(out) in done.stderr
    assert "--out" in done.stderr
    assert file.read_text() == "old"
