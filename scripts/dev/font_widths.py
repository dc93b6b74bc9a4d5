"""Write quizapp/report/glyphs.json: what the shipped fonts can show, and how wide Inter is.

The program needs this to lay out SVG labels without Qt and to find characters that a PDF could not show. It is run
by hand when the fonts in resources/fonts change; fontTools is needed for that alone:

    python3 -m venv FOLDER && FOLDER/bin/pip install fonttools
    FOLDER/bin/python scripts/dev/font_widths.py
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from math import ceil
from pathlib import Path
from unicodedata import category

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
TARGET = ROOT / "quizapp" / "report" / "glyphs.json"
STYLES = {
    "inter": ("Inter-Regular.otf", "Inter-Italic.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"),
    "mono": ("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf"),
}
# Controls, format characters and private use: what a font holds there is not what a text means by it.
HIDDEN = {"Cc", "Cf", "Co", "Cs", "Cn"}


def main() -> None:
    table = {family: _rows(_widths([FONTS / name for name in names])) for family, names in STYLES.items()}
    TARGET.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes")


def _widths(paths: list[Path]) -> dict[int, int]:
    """Code point to advance width of the first style in thousandths of an em; only what every style can show."""
    fonts = [TTFont(path) for path in paths]
    shared = set.intersection(*(set(font.getBestCmap()) for font in fonts))
    regular = fonts[0]
    names, advances, units = regular.getBestCmap(), regular["hmtx"], regular["head"].unitsPerEm
    shown = [code for code in sorted(shared) if category(chr(code)) not in HIDDEN]
    return {code: ceil(1000 * advances[names[code]][0] / units) for code in shown}


def _rows(widths: dict[int, int]) -> dict[str, str]:
    """Width to its code points as hexadecimal ranges."""
    codes: defaultdict[int, list[int]] = defaultdict(list)
    for code, width in widths.items():
        codes[width].append(code)
    return {str(width): " ".join(_ranges(codes[width])) for width in sorted(codes)}


def _ranges(codes: list[int]) -> Iterable[str]:
    for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        members = [code for _, code in run]
        yield f"{members[0]:X}" if len(members) == 1 else f"{members[0]:X}-{members[-1]:X}"


if __name__ == "__main__":
    main()
