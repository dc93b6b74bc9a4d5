"""CONTRIBUTING.md's worked example: the question type on that page, built in a copy of the package and used."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.core.types import QUESTION_TYPES
from tests.bank.banks import write_bank

ROOT = Path(__file__).parents[1]
REGISTRY = "quizapp/core/types/__init__.py"
END_OF_REGISTRY = "    )\n}"
BANK_FILE = "my-bank/sql/averages.yaml"

USE = """
import json, sys
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from quizapp.bank.loader import load_bank
from quizapp.core.answer import Answer
from quizapp.core.grading import chance_score, describe_response, grade_answer, key_response, review_rows
from quizapp.core.plan import Feedback, PlanItem, QuizPlan
from quizapp.core.session import finish_session, start_session, submit_answer
from quizapp.report.pdf import render_pdf
from quizapp.report.result import build_result

now = datetime(2026, 12, 1, tzinfo=UTC)
loaded = load_bank(Path("my-bank"), today=date(2026, 12, 1))
question = next(each for each in loaded.bank.questions if each.type == "percent")
plan = QuizPlan(loaded.framework, (PlanItem(question, ()),), Feedback.AT_END, 1, "ab" * 32)
session, grade = submit_answer(start_session(plan, id_="a", now=now), Answer(("75",), now))
session = finish_session(session, now=now)
result = build_result(session, app_version="1", created=now)
print(json.dumps({
    "problems": [str(problem) for problem in loaded.problems],
    "scores": [grade_answer(question, Answer((text,), now)).score for text in ("25", "26", "0", "quarter", "1000")],
    "right": sum(grade_answer(question, Answer((str(text),), now)).score for text in range(101)) / 101,
    "chance": chance_score(question),
    "key": describe_response(question, key_response(question), ()),
    "rows": [[row.verdict, row.text[0].spans[0].text] for row in review_rows(question, Answer(("75",), now), ())],
    "result": result["questions"][0]["outcome"],
    "pdf": render_pdf(session, created=now, app_version="1")[:5].decode(),
}))
"""

SHOW = """
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QLineEdit, QWidget
from quizapp.app import build_qt
from quizapp.bank.loader import load_bank
from quizapp.core.answer import Answer
from quizapp.core.grading import grade_answer
from quizapp.core.plan import PlanItem
from quizapp.ui.answers import build_answer_widget
from quizapp.ui.theme.theme import Appearance, Scheme

qt = build_qt()
bank = load_bank(Path("my-bank"), today=date(2026, 12, 1)).bank
question = next(each for each in bank.questions if each.type == "percent")
appearance = Appearance(Scheme.LIGHT)
widget = build_answer_widget(PlanItem(question, ()), appearance)
field = widget.findChild(QLineEdit)
heard = []
widget.response_changed.connect(lambda: heard.append(widget.response()))
appearance.apply()
widget.resize(600, 120)
before = widget.grab()
places = [child.geometry() for child in widget.findChildren(QWidget)]
field.setText("25")
assert heard == [("25",)], heard
assert field.accessibleName()
widget.show_grade(grade_answer(question, Answer(widget.response(), None)))
assert widget.grab().toImage() != before.toImage()
assert [child.geometry() for child in widget.findChildren(QWidget)] == places
print("shown")
"""


def blocks() -> dict[str, str]:
    """The code blocks of the page by the path in their first line."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    return dict(re.findall(r"^```(?:python|yaml)\n# (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with the type, and the documented bank with a question of it."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("quizapp", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    write_bank(folder / "my-bank")
    for path, text in blocks().items():
        if path != REGISTRY:
            (folder / path).write_text(text, "utf-8")
    _register(folder / REGISTRY, blocks()[REGISTRY])
    return folder


def _register(registry: Path, lines: str) -> None:
    """Add the import and the entry of the page, each at its place."""
    import_, entry = lines.split("\n\n")
    text = registry.read_text("utf-8")
    assert text.count(END_OF_REGISTRY) == 1
    text = text.replace(END_OF_REGISTRY, entry + END_OF_REGISTRY)
    registry.write_text(text.replace("\nQUESTION_TYPES", f"{import_}\n\nQUESTION_TYPES", 1), "utf-8")


def run(project: Path, *arguments: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(project), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=project, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout


def test_the_page_adds_three_modules_and_touches_one_file() -> None:
    code = {path for path in blocks() if path.endswith(".py")}
    assert code == {REGISTRY} | {f"quizapp/{part}/percent.py" for part in ("core/types", "bank/types", "ui/answers")}
    assert {path for path in code if (ROOT / path).exists()} == {REGISTRY}
    assert "percent" not in QUESTION_TYPES


def test_the_example_is_checked_graded_reviewed_and_reported(project: Path) -> None:
    said = json.loads(run(project, "-c", USE))
    assert said["problems"] == []
    assert said["scores"] == [1.0, 0.0, 0.0, 0.0, 0.0]
    assert said["chance"] == said["right"] == 1 / 101
    assert said["key"] == "25 %"
    assert said["rows"] == [["wrong", "75 %"], ["missed", "25 % (± 0)"]]
    assert (said["result"], said["pdf"]) == ("wrong", "%PDF-")


@pytest.mark.parametrize(
    ("line", "wrong", "said"),
    [("answer: 25", "answer: 125", "12:13: error out-of-range: 'answer' is 125. Give a number from 0 to 100."),
     ("points: 0", "points: 75", "13:13: error out-of-range: 'points' is 75. Give a number below 75.")],
)  # fmt: skip
def test_a_fault_in_a_field_of_the_type_is_found(
    line: str, wrong: str, said: str, project: Path, tmp_path: Path
) -> None:
    bank = shutil.copytree(project / "my-bank", tmp_path / "my-bank")
    (bank / "sql/averages.yaml").write_text(blocks()[BANK_FILE].replace(line, wrong), "utf-8")
    program = f"import sys; from quizapp.cli import main; print(main(['check', {str(bank)!r}]))"
    printed = run(project, "-c", program)
    assert f"averages.yaml:{said}" in printed
    assert printed.endswith("\n1\n")


def test_the_widget_of_the_example_takes_an_answer_and_shows_its_verdict(project: Path) -> None:
    pytest.importorskip("PySide6")
    assert run(project, "-c", SHOW) == "shown\n"


@pytest.mark.parametrize("tool", [["ruff", "check"], ["ruff", "format", "--check"]])
def test_the_example_is_in_the_style_of_the_project(project: Path, tool: list[str]) -> None:
    pytest.importorskip("ruff")
    run(project, "-m", *tool, "-q", *(path for path in blocks() if path.endswith("percent.py")))
