"""The two kinds of gaps in a cloze text: a drop-down, and a field for a text or a number."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QLineEdit

from quizapp.core.answer import Verdict
from quizapp.core.numbers import MAX_LENGTH as NUMBER_LENGTH
from quizapp.core.types.cloze import ClozeBody, entry
from quizapp.core.types.gap import Gap, gap_key
from quizapp.core.types.short_text import MAX_LENGTH as TEXT_LENGTH
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.choice_box import ChoiceBox
from quizapp.ui.widgets.gap_control import GapControl

translate = QCoreApplication.translate


class DropDownGap(GapControl):
    """``options`` are id and text in the order shown."""

    def __init__(
        self, appearance: Appearance, number: int, options: Sequence[tuple[str, str]], *, is_code: bool
    ) -> None:
        super().__init__(appearance, number, is_code=is_code)
        self._number = number
        self._ids = ("", *(id_ for id_, _ in options))
        self._texts = [text for _, text in options]
        self._box = ChoiceBox(appearance, translate("GapControl", "Choose…"), self._texts)
        self._set_up()
        self._box.currentIndexChanged.connect(self.given_changed)

    @property
    def given(self) -> str:
        return self._ids[self._box.currentIndex()]

    @property
    def words(self) -> str:
        return self._box.currentText() if self.given else f"[{self._number}]"

    def set_given(self, given: str) -> None:
        blocker = QSignalBlocker(self._box)
        self._box.setCurrentIndex(self._ids.index(given) if given in self._ids else 0)
        blocker.unblock()

    def set_read_only(self, read_only: bool) -> None:
        self._box.setEnabled(not read_only)

    @property
    def box(self) -> ChoiceBox:
        return self._box

    def set_verdict(self, verdict: Verdict | None) -> None:
        super().set_verdict(verdict)
        self._box.set_arrow(verdict is None)

    def box_width(self) -> int:
        texts = (self._box.itemText(row) for row in range(self._box.count()))
        longest = max(self.metrics().horizontalAdvance(text) for text in texts)
        return self._widest(longest + self._icon_room() + 22)


class FieldGap(GapControl):
    """A field that shows ``columns`` characters and takes ``limit``."""

    def __init__(self, appearance: Appearance, number: int, columns: int, limit: int, *, is_code: bool) -> None:
        super().__init__(appearance, number, is_code=is_code)
        self._number = number
        self._columns = columns
        self._field = QLineEdit()
        self._field.setMaxLength(limit)
        self._set_up()
        self._field.textChanged.connect(self.given_changed)
        self._field.returnPressed.connect(self.confirm_requested)
        appearance.theme_changed.connect(self._update_margin)
        self._update_margin()

    @property
    def given(self) -> str:
        return self._field.text().strip()

    @property
    def words(self) -> str:
        return self.given or f"[{self._number}]"

    def set_given(self, given: str) -> None:
        blocker = QSignalBlocker(self._field)
        self._field.setText(given)
        blocker.unblock()

    def set_read_only(self, read_only: bool) -> None:
        self._field.setReadOnly(read_only)
        if read_only:
            self._field.deselect()

    def _update_margin(self) -> None:
        self._field.setTextMargins(0, 0, self._icon_room(), 0)

    @property
    def box(self) -> QLineEdit:
        return self._field

    def box_width(self) -> int:
        return self._widest(self._columns * self.metrics().horizontalAdvance("0") + self._icon_room() + 22)


def build_gap(
    body: ClozeBody, gap: Gap, number: int, order: Sequence[str], columns: int, appearance: Appearance
) -> GapControl:
    """The control of a gap; ``order`` as in the attempt, ``columns`` the width of all fields."""
    if gap.options:
        places = {shown: place for place, shown in enumerate(order)}
        options = sorted(gap.options, key=lambda option: places.get(entry(gap.id, option.id), 0))
        shown = [(option.id, option.words(is_code=body.is_code)) for option in options]
        return DropDownGap(appearance, number, shown, is_code=body.is_code)
    limit = TEXT_LENGTH if gap.number is None else NUMBER_LENGTH
    return FieldGap(appearance, number, columns, limit, is_code=body.is_code)


def field_columns(body: ClozeBody) -> int:
    """Characters that every field shows: the longest answer in steps of 8, so that a width gives nothing away."""
    keys = [len(gap_key(gap)) for gap in body.gaps if not gap.options]
    accepted = [len(text) for gap in body.gaps if gap.text for text in gap.text.answers]
    longest = max([*keys, *accepted], default=0)
    return min(24, 8 * (1 + longest // 8))
