"""Where the files that ship with the program are."""

from pathlib import Path
from typing import Literal


def shipped_folder(name: Literal["questions", "resources"]) -> Path:
    """The folder of the shipped banks, or of fonts, icons and templates.

    An installed wheel keeps both inside the package (see ``force-include`` in pyproject.toml); in a checkout they
    stand beside it. The folder returned may be missing: whoever reads from it says so.
    """
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return (installed if installed.is_dir() else package.parent) / name
