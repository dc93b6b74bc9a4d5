"""A picture of a bank inside a text: decoded from bytes that the question holds, never from a path or an address."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen

from quizapp.core.question import PictureFile
from quizapp.ui.theme.colours import LIGHT
from quizapp.ui.theme.theme import Theme
from quizapp.ui.widgets.inline_objects import Extent, InlineObject

HIGHEST = 560
"""Pixels that a picture is high at the most, at a text size of 100 %: the answer is to stay in view."""

MOST_PIXELS = 16_000_000
"""A picture of more is not decoded; banks take fewer."""

_FORMATS: Mapping[str, tuple[bytes, bytes]] = MappingProxyType(
    {"image/png": (b"png", b"\x89PNG\r\n\x1a\n"), "image/jpeg": (b"jpeg", b"\xff\xd8\xff")}
)
"""By media type: Qt's name, and what the bytes begin with."""


@lru_cache(maxsize=4)
def decode_picture(file: PictureFile) -> QImage:
    """The picture as it is stored; a null image if its bytes are not of its type or can't be decoded."""
    format_, start = _FORMATS.get(file.media_type, (b"", b""))
    if not format_ or not file.data.startswith(start):
        return QImage()
    buffer = QBuffer()
    buffer.setData(file.data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, format_)
    # What claims to be a PNG is given to no other decoder of Qt's.
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    return reader.read() if 0 < size.width() * size.height() <= MOST_PIXELS else QImage()


class PictureObject(InlineObject):
    """Grows with the text size, up to the width of the text and to a height that leaves room for the answer."""

    def __init__(self, image: QImage, alt: str, theme: Theme) -> None:
        self.text = alt
        self._image = image
        self._theme = theme
        self._scaled = QImage()

    def measure(self, width: float) -> Extent:
        natural = self._image.size()
        wide, high = self._theme.scaled(natural.width()), self._theme.scaled(natural.height())
        share = min(1.0, (width if width > 0 else wide) / wide, self._theme.scaled(HIGHEST) / high)
        # Half above and half below the baseline: Qt's room for it then fits at any width.
        half = max(1, int(high * share)) / 2
        return Extent(max(1, int(wide * share)), half, half)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        painter.save()
        # Between two pixels it would blur: options put their text in the middle, wherever that is.
        corner = painter.transform().map(place.topLeft())
        place = place.translated(round(corner.x()) - corner.x(), round(corner.y()) - corner.y())
        if self._image.hasAlphaChannel():
            # Pictures are drawn for paper: dark lines on a clear ground would vanish on a dark window.
            painter.fillRect(place, QColor(LIGHT.surface))
        painter.drawImage(place, self._image_for(place, painter.device().devicePixelRatio()))
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()

    def _image_for(self, place: QRectF, ratio: float) -> QImage:
        """The picture in the pixels of the screen; smoothed once, not with every paint."""
        size = (place.size() * ratio).toSize()
        if self._scaled.size() != size:
            self._scaled = self._image.scaled(
                size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        return self._scaled
