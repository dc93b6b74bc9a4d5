"""The layers of the program: kept as they stand, and every planted violation is found."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.core.types import QUESTION_TYPES

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "quizapp"
LAYERS = "Layers: composition root, windows, adapters, domain"
QT = "Qt stays in ui and app"
WINDOWS = "The windows know neither SQLite nor YAML"
DOMAIN = "The domain reads and writes nothing"
PLANTED = [
    ("core", "import PySide6", QT),
    ("core", "from PySide6.QtCore import QObject", QT),
    ("storage", "import PySide6.QtSql", QT),
    ("report", "from PySide6 import QtGui", QT),
    ("ui", "import sqlite3", WINDOWS),
    ("ui.pages", "from yaml import safe_load", WINDOWS),
    ("bank", "import quizapp.ui", LAYERS),
    ("bank.types", "from quizapp.storage import store", LAYERS),
    ("core", "from quizapp.bank import folder", LAYERS),
    ("ui", "from quizapp import app", LAYERS),
    ("core", "from pathlib import Path", DOMAIN),
    ("core.types", "def read():\n    import os\n    return os", DOMAIN),
    ("core", "import sqlite3", DOMAIN),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over the package in a folder, with the contracts of that folder's pyproject.toml."""
    pytest.importorskip("importlinter", reason="import-linter is in the group dev, not in test")
    command = "from importlinter.cli import lint_imports_command as main; main()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "COLUMNS": "200", "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def verdicts(output: str) -> dict[str, str]:
    """KEPT or BROKEN for each contract by name."""
    lines = (line.rpartition(" ") for line in output.splitlines())
    return {name: verdict for name, _, verdict in lines if verdict in {"KEPT", "BROKEN"}}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the package and its contracts."""
    shutil.copytree(PACKAGE, tmp_path / "quizapp", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert verdicts(result.stdout) == dict.fromkeys((LAYERS, QT, WINDOWS, DOMAIN), "KEPT")


@pytest.mark.parametrize(("where", "line", "contract"), PLANTED, ids=lambda value: value.splitlines()[0])
def test_a_planted_violation_is_found(project: Path, where: str, line: str, contract: str) -> None:
    (project / "quizapp" / where.replace(".", "/") / "planted.py").write_text(line + "\n", "utf-8")
    result = lint_imports(project)
    assert result.returncode == 1, result.stdout + result.stderr
    assert verdicts(result.stdout)[contract] == "BROKEN"
    assert f"quizapp.{where}.planted" in result.stdout


def test_an_adapter_may_not_reach_qt_through_another_module(project: Path) -> None:
    (project / "quizapp/helper.py").write_text("import PySide6.QtCore\n", "utf-8")
    (project / "quizapp/bank/planted.py").write_text("import quizapp.helper\n", "utf-8")
    assert verdicts(lint_imports(project).stdout)[QT] == "BROKEN"


def test_each_layer_of_the_contracts_is_a_part_of_the_program() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    parts = [part.strip() for layer in contracts[0]["layers"] for part in layer.split("|")]
    found = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert {part.removeprefix("quizapp.") for part in parts} <= found


@pytest.mark.parametrize("name", QUESTION_TYPES)
@pytest.mark.parametrize("folder", ["core/types", "bank/types", "ui/answers"])
def test_every_question_type_has_its_three_modules(name: str, folder: str) -> None:
    assert (PACKAGE / folder / f"{name}.py").is_file()


def star_imports(folder: Path) -> Iterator[str]:
    """Where a star import stands: it defeats the lazy types of PySide6 and costs about 100 ms at start."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
            if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
                yield f"{path.relative_to(folder).as_posix()}:{node.lineno}"


@pytest.mark.parametrize("folder", ["quizapp", "tests"])
def test_names_are_imported_one_by_one(folder: str) -> None:
    assert [*star_imports(ROOT / folder)] == []


def test_a_planted_star_import_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import PySide6\n\nif PySide6:\n    from PySide6.QtWidgets import *\n", "utf-8")
    assert [*star_imports(tmp_path)] == ["a.py:4"]


def test_the_domain_loads_neither_qt_nor_files_formats() -> None:
    """At run time too: what import-linter reads, and what is really loaded, are two things."""
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in PACKAGE.glob("core/**/*.py")]
    heavy = {"PySide6", "shiboken6", "sqlite3", "yaml", "typst", "platformdirs", "pygments", "fsrs"}
    program = f"import sys, {', '.join(names)}\nprint({heavy!r} & set(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"
