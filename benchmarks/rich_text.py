"""How long a large text keeps the window busy: put into a view, laid out and painted, beside a plain QTextEdit.

One of 4,000 characters, the most that a bank's stem or explanation may have, and one of 32 KB.

Prints medians in milliseconds; ``--json FILE`` writes them. Needs no display.
"""

import argparse
import json
import os
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QTextEdit

from quizapp.app import build_qt
from quizapp.ui.theme.theme import Appearance, Scheme
from quizapp.ui.widgets.rich_text import RichText

TEXTS = {
    "words": "words and words " * 2048,
    "one word": "A" * 32_768,
    "paragraphs": "\n\n".join(f"paragraph {number}" for number in range(2600)),
    "markup": "**b** `c` x^{2} " * 2048,
    "list": "- entry\n" * 4096,
    "table": "| a | b |\n" * 1000,
    "fences": "```\nx\n```\n" * 2000,
}
SIZES = {"4,000": 4_000, "32 KB": 32_768}
ROUNDS = 5


def show_rich(appearance: Appearance, text: str) -> None:
    view = RichText(appearance)
    view.resize(600, 400)
    view.set_markup(text)
    view.grab()


def show_plain(_appearance: Appearance, text: str) -> None:
    view = QTextEdit()
    view.resize(600, 400)
    view.setPlainText(text)
    view.grab()


def milliseconds(show: Callable[[Appearance, str], None], appearance: Appearance, text: str) -> float:
    begin = perf_counter()
    show(appearance, text)
    QApplication.processEvents()
    return (perf_counter() - begin) * 1000


def measure(appearance: Appearance, text: str) -> dict[str, float]:
    """Medians of rounds in which both take turns."""
    rounds = [(milliseconds(show_rich, appearance, text), milliseconds(show_plain, appearance, text))
              for _ in range(ROUNDS)]  # fmt: skip
    return {"rich": median(rich for rich, _ in rounds), "plain": median(plain for _, plain in rounds)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    build_qt()
    appearance = Appearance(Scheme.LIGHT)
    appearance.apply()
    results = {
        size: {name: measure(appearance, text[:length]) for name, text in TEXTS.items()}
        for size, length in SIZES.items()
    }
    print(f"{'ms':<18}{'RichText':>10}{'QTextEdit':>11}")
    for size, rows in results.items():
        for name, row in rows.items():
            print(f"{size + ' ' + name:<18}{row['rich']:>10.1f}{row['plain']:>11.1f}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
