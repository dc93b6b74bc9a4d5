"""Colours that can be read, icons that exist, sizes that grow."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtSvg import QSvgRenderer

import quizapp.ui
from quizapp.resources import shipped_folder
from quizapp.ui.theme.colours import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Colours, contrast
from quizapp.ui.theme.icons import build_icon, icon_pixmap
from quizapp.ui.theme.theme import MAX_SCALE, MIN_SCALE, Theme, Type, build_palette

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
ICON_CALLS = {"icon_pixmap", "build_icon", "set_icon"}


def colour(colours: Colours, name: str) -> str:
    return str(getattr(colours, name))


@PALETTES
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(colour(colours, text), colour(colours, ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_can_be_seen(colours: Colours, shape: str, ground: str) -> None:
    assert contrast(colour(colours, shape), colour(colours, ground)) >= 3


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    """Ratios as the contrast checker of WebAIM gives them."""
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


@PALETTES
def test_every_colour_is_written_in_full(colours: Colours) -> None:
    names = [name for name in Colours.__dataclass_fields__ if name != "is_dark"]
    assert all(QColor(colour(colours, name)).name() == colour(colours, name) for name in names)


@PALETTES
def test_the_palette_has_readable_pairs(colours: Colours) -> None:
    palette = build_palette(Theme(colours))
    role = QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
    ):
        assert contrast(palette.color(text).name(), palette.color(ground).name()) >= 4.5, text


def test_every_icon_named_in_code_is_shipped() -> None:
    shipped = {path.stem for path in (shipped_folder("resources") / "icons").glob("*.svg")}
    named = set(_named_icons())
    assert {"play", "flag", "circle-check", "house"} <= named, "the search finds the names"
    assert named <= shipped


@pytest.mark.usefixtures("qapp")
def test_every_shipped_icon_paints_something_in_the_colour_asked_for() -> None:
    for path in (shipped_folder("resources") / "icons").glob("*.svg"):
        assert QSvgRenderer(str(path)).isValid(), path.name
        picture = icon_pixmap(path.stem, QColor("#123456"), 24).toImage()
        painted = {
            picture.pixelColor(x, y).name()
            for x in range(48)
            for y in range(48)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert painted, path.name
        if "currentColor" in path.read_text(encoding="utf-8"):
            assert "#123456" in painted, path.name


@pytest.mark.usefixtures("qapp")
def test_an_icon_that_is_not_shipped_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        build_icon("no-such-icon", QColor("black"))


@pytest.mark.parametrize("scale", range(MIN_SCALE, MAX_SCALE + 1, 10))
def test_each_step_of_the_type_scale_is_larger_than_the_one_before(scale: int) -> None:
    sizes = [Theme(LIGHT, scale).pixels(type_) for type_ in Type]
    assert all(small < large for small, large in pairwise(sizes)), sizes


def test_type_grows_with_the_text_size() -> None:
    for type_ in Type:
        sizes = [Theme(LIGHT, scale).pixels(type_) for scale in range(MIN_SCALE, MAX_SCALE + 1, 10)]
        assert sizes == sorted(set(sizes)), type_


def test_text_at_the_least_size_is_not_smaller_than_nine_pixels() -> None:
    assert min(Theme(LIGHT, MIN_SCALE).pixels(type_) for type_ in Type) >= 9


@pytest.mark.parametrize(("code", "family"), [(False, "Inter"), (True, "JetBrains Mono")])
@pytest.mark.usefixtures("qapp")
def test_our_own_fonts_are_used(code: bool, family: str) -> None:
    font = Theme(LIGHT).font(Type.BODY, code=code)
    assert QFontInfo(font).family() == family


def _named_icons() -> Iterator[str]:
    """Names given as ``icon=…``, as the first argument of what makes icons, or in a table called ``…_ICONS``."""
    for path in Path(quizapp.ui.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "icon":
                yield from _strings(node.value)
            elif isinstance(node, ast.Call) and _called(node) in ICON_CALLS and node.args:
                yield from _strings(node.args[0])
            elif isinstance(node, ast.Assign) and any(getattr(t, "id", "").endswith("_ICONS") for t in node.targets):
                assert isinstance(node.value, ast.Dict)
                for value in node.value.values:
                    yield from _strings(value.elts[0] if isinstance(value, ast.Tuple) else value)


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _strings(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
