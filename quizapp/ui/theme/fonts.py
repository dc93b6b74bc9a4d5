"""The app's own fonts: a fresh machine may have none."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase


def load_fonts(folder: Path) -> None:
    """Make the fonts in a folder known to Qt; a missing one is a fault of the installation and raises OSError."""
    for path in sorted(folder.glob("*.[ot]tf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise OSError(f"The font {path.name} of this installation can't be read. Install quizapp again.")
