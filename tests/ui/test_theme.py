"""The design system: contrast, icons, type."""

import re
from pathlib import Path

import pytest

import quizapp.ui
from quizapp.resources import shipped_folder
from quizapp.ui.theme.colours import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, Colours, contrast
from quizapp.ui.theme.theme import TYPE_PIXELS, Type


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_text_and_shapes_stand_out(colours: Colours) -> None:
    for pairs, least in ((TEXT_PAIRS, 4.5), (SHAPE_PAIRS, 3.0)):
        for foreground, background in pairs:
            ratio = contrast(getattr(colours, foreground), getattr(colours, background))
            assert ratio >= least, f"{foreground} on {background}: {ratio:.2f}"


def test_every_icon_in_use_is_shipped() -> None:
    shipped = {path.stem for path in (shipped_folder("resources") / "icons").glob("*.svg")}
    code = "".join(path.read_text() for path in Path(quizapp.ui.__path__[0]).rglob("*.py"))
    used = set(re.findall(r'(?:icon=|set_icon\(|icon_pixmap\()"([a-z0-9-]+)"', code))
    assert len(used) > 8
    assert used <= shipped


def test_the_type_scale_rises() -> None:
    sizes = [TYPE_PIXELS[type_] for type_ in Type]
    assert sizes == sorted(set(sizes))
