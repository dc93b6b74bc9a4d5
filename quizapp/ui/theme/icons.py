"""Icons of the Lucide set, drawn in the colour they are asked for."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from quizapp.resources import shipped_folder


def icon_pixmap(name: str, colour: QColor, size: int, *, gap: int = 0, ratio: float = 2.0) -> QPixmap:
    """An icon as a pixmap of ``size`` logical pixels, with ``gap`` more of nothing at its right.

    Raises FileNotFoundError for a name that isn't shipped.
    """
    svg = (shipped_folder("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour.name()).encode()))
    pixmap = QPixmap(round((size + gap) * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def build_icon(name: str, colour: QColor, size: int = 20, *, gap: int = 0) -> QIcon:
    """An icon for a button; ``gap`` keeps its text at a distance, which Qt has no setting for."""
    return QIcon(icon_pixmap(name, colour, size, gap=gap))
