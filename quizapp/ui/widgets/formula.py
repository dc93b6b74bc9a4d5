"""A formula inside a text: outlines in the size of the text and in its colour."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from quizapp.tex import Drawing, draw_tex
from quizapp.ui.widgets.inline_objects import Extent, InlineObject

_GAP = 0.06
"""Em that are left free at both sides."""


class FormulaObject(InlineObject):
    """A formula. Raises TexError for TeX that can't be drawn."""

    def __init__(self, tex: str, pixels: float, *, display: bool = False, share: float = 1.0) -> None:
        """``pixels`` is the size of the text, ``share`` the part of the document's width that it may take."""
        self.text = rf"\({tex}\)"
        self._drawing = draw_tex(tex, display=display)
        self._pixels = pixels
        self._share = share

    def measure(self, width: float) -> Extent:
        pixels = self._pixels
        natural = (self._drawing.width + 2 * _GAP) * pixels
        if width > 0:
            pixels *= min(1.0, max(24.0, width * self._share) / natural)
        drawing = self._drawing
        return Extent((drawing.width + 2 * _GAP) * pixels, drawing.ascent * pixels, drawing.descent * pixels)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        gap = place.width() * _GAP / (self._drawing.width + 2 * _GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer = _renderer(self._drawing, painter.pen().color().name())
        renderer.render(painter, place.adjusted(gap, 0, -gap, 0))


@lru_cache(maxsize=256)
def _renderer(drawing: Drawing, colour: str) -> QSvgRenderer:
    """Outlines ready for the painter, which draws them sharp in any size."""
    return QSvgRenderer(QByteArray(drawing.coloured(colour).encode()))
