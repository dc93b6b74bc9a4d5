"""The shipped folders, in a checkout and in an installed wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import quizapp
from quizapp.resources import shipped_folder

PACKAGE = Path(quizapp.__file__).resolve().parent


def test_a_checkout_has_them_beside_the_package() -> None:
    assert shipped_folder("questions") == PACKAGE.parent / "questions"
    assert (shipped_folder("questions") / "ai-engineer.yaml").is_file()
    assert (shipped_folder("resources") / "templates" / "report.typ").is_file()


@pytest.mark.parametrize("name", ["questions", "resources"])
def test_an_installed_package_has_them_inside(name: str, tmp_path: Path) -> None:
    wheel = tmp_path / "quizapp.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for module in ("__init__.py", "resources.py"):
            archive.write(PACKAGE / module, f"quizapp/{module}")
        archive.writestr(f"quizapp/_data/{name}/here.txt", "x")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    script = f"from quizapp.resources import shipped_folder; print(shipped_folder({name!r}) / 'here.txt')"
    found = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); {script}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()).is_file()


def test_every_font_has_its_licence_beside_it() -> None:
    folder = shipped_folder("resources") / "fonts"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    fonts = sorted(path.name for path in folder.glob("*.[ot]tf"))
    assert len(fonts) == 6
    assert all(f"`{name}`" in readme for name in fonts)
    for licence in ("OFL-Inter.txt", "OFL-JetBrainsMono.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / licence).read_text(encoding="utf-8")
