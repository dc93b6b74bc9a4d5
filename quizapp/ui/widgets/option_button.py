"""One option of a choice question: a card that is chosen as a whole."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton

from quizapp.core.markup import parse_markup, plain_text
from quizapp.core.question import Pictures
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.block_writer import write_blocks
from quizapp.ui.widgets.document_button import DocumentButton

_TICK = "✓"  # in place of a letter: it stands there only while the option is chosen


class _OptionPainting(DocumentButton):
    """What the two kinds of option share: letter, text and painting."""

    def set_up(self, appearance: Appearance, letter: str, text: str, pictures: Pictures) -> None:
        self._letter = letter
        self._pictures = pictures
        self.set_up_document(appearance)
        self.set_markup(text)
        appearance.theme_changed.connect(self._update_text)

    def set_markup(self, text: str) -> None:
        """Say something else."""
        self._markup = text
        self.setAccessibleName(f"{self._letter}. {plain_text(text)}")
        self._update_text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_frame(painter, QPen(self._appearance.theme.colour("border"), 1.0), radius=10)
        self._paint_badge(painter)
        # A line's extra height stands above its text but not below: half of it brings the text to the middle.
        self.paint_document(painter, lead=self._appearance.theme.pixels(Type.BODY) * 0.18)
        self.paint_verdict(painter)

    def _update_text(self) -> None:
        theme = self._appearance.theme
        self._least = theme.scaled(28)
        self._mark = theme.scaled(20)
        self._margin = 12
        self._around = 2 * self._margin
        self._left = 2 * self._margin + self._least
        self._right = 2 * self._margin + self._mark
        write_blocks(self._document, parse_markup(self._markup), theme, Type.BODY, pictures=self._pictures)
        self.updateGeometry()
        self.update()

    def _paint_badge(self, painter: QPainter) -> None:
        """The letter, in a circle where one option is right and in a square where several are."""
        theme = self._appearance.theme
        box = QRectF(self._margin, (self.height() - self._least) / 2, self._least, self._least)
        radius = self._least / 2 if isinstance(self, QRadioButton) else 7
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "outline"), 1.5))
        painter.setBrush(theme.colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        if self._letter == _TICK and not self.isChecked():
            return
        painter.setPen(theme.colour("on_accent" if self.isChecked() else "muted"))
        font = theme.font(Type.CAPTION)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)


class RadioOption(_OptionPainting, QRadioButton):
    """An option of which one is chosen."""

    def __init__(self, appearance: Appearance, letter: str, text: str, pictures: Pictures = ()) -> None:
        super().__init__()
        self.set_up(appearance, letter, text, pictures)


class CheckOption(_OptionPainting, QCheckBox):
    """An option of which any number are chosen."""

    def __init__(self, appearance: Appearance, letter: str, text: str, pictures: Pictures = ()) -> None:
        super().__init__()
        self.set_up(appearance, letter, text, pictures)
