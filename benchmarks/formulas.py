"""How long formulas keep the window busy: the first, which imports ziamath, others, and pages with many.

Prints milliseconds; ``--json FILE`` writes them. Needs no display. The first is measured once, the others are medians
over formulas that were never drawn before.
"""

import argparse
import json
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from quizapp.app import build_qt
from quizapp.ui.theme.theme import Appearance, Scheme
from quizapp.ui.widgets.rich_text import RichText

FORMULAS = {
    "letters": r"x_{%d} + y",
    "fraction": r"\frac{a_{%d}}{b + c}",
    "softmax": r"p_i = \frac{e^{z_i / %d}}{\sum_{j} e^{z_j / T}}",
    "matrix": r"\begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & %d \end{pmatrix}",
    "Wilson": r"\frac{\hat{p} + \frac{z^2}{2n} \pm z\sqrt{\frac{\hat{p}(1-\hat{p})}{n} + \frac{z^2}{%dn^2}}}"
    r"{1 + \frac{z^2}{n}}",
}
ROUNDS = 9
_numbers = count(1)


def written(tex: str) -> str:
    """A formula that differs from all before it, in a sentence."""
    return rf"The value \({tex.replace('%d', str(next(_numbers)))}\) is used. "


def show(appearance: Appearance, markup: str) -> float:
    begin = perf_counter()
    view = RichText(appearance)
    view.resize(600, 400)
    view.set_markup(markup)
    view.grab()
    QApplication.processEvents()
    return (perf_counter() - begin) * 1000


def rows(appearance: Appearance) -> Iterator[tuple[str, float]]:
    yield "text without a formula", median(show(appearance, "The value is used.") for _ in range(ROUNDS))
    yield "the first formula", show(appearance, written(r"x"))
    for name, tex in FORMULAS.items():
        yield f"one more: {name}", median(show(appearance, written(tex)) for _ in range(ROUNDS))
    page = "".join(written(tex) for tex in FORMULAS.values() for _ in range(4))
    yield "a page with 20", show(appearance, page)
    yield "the same page again", median(show(appearance, page) for _ in range(ROUNDS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    build_qt()
    appearance = Appearance(Scheme.LIGHT)
    appearance.apply()
    results = dict(rows(appearance))
    for name, milliseconds in results.items():
        print(f"{name:<26}{milliseconds:>8.1f}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
