"""One gap of a cloze text: its number, the drop-down or field, and room for what became of it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.core.answer import Verdict
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label
from quizapp.ui.widgets.inline_objects import Extent
from quizapp.ui.wording import VERDICT_ICONS, VERDICT_TONES

translate = QCoreApplication.translate

_WIDEST = 320
"""Pixels of a control at 100 %: what is longer is shown whole in the open list alone."""

# A gap without an answer is no right answer shown, but a lack.
_TONES = VERDICT_TONES | {Verdict.MISSED: "warn"}


class GapControl(QWidget):
    """Base of the two kinds. It has no layout: the text gives it its place, which may be narrower than it asks for."""

    given_changed = Signal()
    confirm_requested = Signal()  # Enter in a field

    def __init__(self, appearance: Appearance, number: int, *, is_code: bool) -> None:
        super().__init__()
        self._appearance = appearance
        self._is_code = is_code
        self._verdict: Verdict | None = None
        self._label = build_label(str(number), Type.CAPTION, wrap=False)
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self._label, self._icon):
            part.setParent(self)
        appearance.theme_changed.connect(self._update_icon)

    @property
    def given(self) -> str:
        """The id of what is chosen, or what was typed; empty where nothing is."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """What is given as it is shown; the gap's number in brackets where nothing is."""
        raise NotImplementedError

    def set_given(self, given: str) -> None:
        """Put something in without a signal."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        raise NotImplementedError

    @property
    def box(self) -> QWidget:
        """What takes the focus."""
        raise NotImplementedError

    def box_width(self) -> int:
        """Pixels that the box asks for."""
        raise NotImplementedError

    def set_name(self, name: str) -> None:
        self.box.setAccessibleName(name)

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Say what became of the gap in the room that is kept for it; None takes the mark away."""
        self._verdict = verdict
        words = {
            Verdict.RIGHT: translate("GapControl", "Right"),
            Verdict.WRONG: translate("GapControl", "Not the right answer"),
            Verdict.MISSED: translate("GapControl", "Left open"),
        }
        self.box.setAccessibleDescription(words.get(verdict, "") if verdict else "")
        self._update_icon()

    def extent(self) -> Extent:
        """The room that it asks for, its text standing on the line of the text around it."""
        metrics = self.metrics()
        height = metrics.height() + 10
        ascent = 5 + metrics.ascent()
        return Extent(self._before() + self.box_width(), ascent, height - ascent)

    def metrics(self) -> QFontMetrics:
        return QFontMetrics(self._appearance.theme.font(Type.BODY, code=self._is_code))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before, icon, height = self._before(), self._icon_room(), self.height()
        self._label.setGeometry(0, 0, before - 4, height)
        self.box.setGeometry(before, 0, max(0, self.width() - before), height)
        self._icon.setGeometry(self.width() - icon - 4, 0, icon, height)

    def _before(self) -> int:
        """Room for the number: one digit."""
        return self._appearance.theme.scaled(10) + 4

    def _icon_room(self) -> int:
        """Room at the end of the box for what became of it: the place of the arrow, or kept free."""
        return self._appearance.theme.scaled(18) + 4

    def _widest(self, pixels: int) -> int:
        return min(pixels, self._appearance.theme.scaled(_WIDEST))

    def _set_up(self) -> None:
        self.box.setParent(self)
        self._icon.raise_()
        self.box.setProperty("gap", "true")
        self.box.setProperty("code", "true" if self._is_code else "false")
        self.setFocusProxy(self.box)

    def _update_icon(self) -> None:
        self._icon.clear()
        if self._verdict in VERDICT_ICONS:
            theme = self._appearance.theme
            colour = theme.colour(_TONES[self._verdict])
            self._icon.setPixmap(icon_pixmap(VERDICT_ICONS[self._verdict], colour, theme.scaled(16)))
