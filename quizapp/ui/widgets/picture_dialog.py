"""Pictures in their own size: a button under a text whose pictures are large, and the dialog that it opens."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from quizapp.core.markup import Block, Picture
from quizapp.core.question import Pictures
from quizapp.ui.theme.colours import LIGHT
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.widgets.basics import Button, build_label
from quizapp.ui.widgets.picture_object import HIGHEST, decode_picture

translate = QCoreApplication.translate

WIDE = 480
"""Pixels: a wider picture may be shown smaller than it is, as one higher than ``HIGHEST`` always is."""

Shown = tuple[QImage, str]
"""A picture and what it shows."""


class EnlargeButton(Button):
    """Opens the dialog with the pictures that it was built for."""

    def __init__(self, pictures: tuple[Shown, ...], appearance: Appearance) -> None:
        super().__init__(translate("Pictures", "Enlarge picture"), appearance, kind="quiet")
        self._pictures = pictures
        words = translate("Pictures", "Enlarge picture: {text}")
        self.setAccessibleName(words.format(text="; ".join(alt for _, alt in pictures)))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        dialog = PictureDialog(self._pictures, self._appearance.theme, self.window())
        dialog.exec()
        dialog.deleteLater()


def build_enlarge(blocks: Iterable[Block], files: Pictures, appearance: Appearance) -> EnlargeButton | None:
    """A button for the large pictures of a text, or None where it has none. It stays, whatever the width."""
    by_name = {file.name: file for file in files}
    named = [block for block in blocks if isinstance(block, Picture) and block.name in by_name]
    pictures = tuple((decode_picture(by_name[block.name]), block.alt) for block in named)
    large = tuple(shown for shown in pictures if shown[0].width() > WIDE or shown[0].height() > HIGHEST)
    return EnlargeButton(large, appearance) if large else None


class PictureDialog(QDialog):
    """Each picture in its own size, or larger with large text, with its words beneath; Escape closes."""

    def __init__(self, pictures: tuple[Shown, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Pictures", "Picture"))
        area = QScrollArea()
        area.setWidget(_build_content(pictures, theme))
        area.setAccessibleName(translate("Pictures", "Picture in its own size"))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(area)
        column.addWidget(buttons)
        self.resize(parent.size() * 0.9)
        area.setFocus()


def _build_content(pictures: tuple[Shown, ...], theme: Theme) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(8, 8, 8, 8)
    column.setSpacing(8)
    for image, alt in pictures:
        label = QLabel()
        label.setPixmap(_on_paper(image, max(1.0, theme.scale / 100)))
        label.setAccessibleName(alt)
        column.addWidget(label)
        words = build_label(alt, Type.CAPTION)
        words.setMaximumWidth(max(320, image.width()))
        column.addWidget(words)
    content.adjustSize()
    return content


def _on_paper(image: QImage, scale: float) -> QPixmap:
    pixmap = QPixmap(image.size() * scale)
    pixmap.fill(QColor(LIGHT.surface))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(pixmap.rect(), image)
    painter.end()
    return pixmap
