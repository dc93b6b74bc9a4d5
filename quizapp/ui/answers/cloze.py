"""Cloze: the text with its gaps, and below it how many are filled."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from quizapp.core.answer import Grade, Response, Verdict
from quizapp.core.cloze_text import Near, near
from quizapp.core.plan import PlanItem
from quizapp.core.types.cloze import ClozeBody, entry, given_texts
from quizapp.core.types.gap import is_readable
from quizapp.ui.answers.base import AnswerWidget
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label, set_tone
from quizapp.ui.widgets.cloze_view import ClozeText
from quizapp.ui.widgets.gap_control import GapControl
from quizapp.ui.widgets.gap_kinds import FieldGap, build_gap, field_columns

translate = QCoreApplication.translate


class ClozeAnswer(AnswerWidget):
    """``order`` holds all options of all drop-downs in the attempt's order, as entries of a response."""

    def __init__(
        self, body: ClozeBody, order: Sequence[str], appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._body = body
        self._appearance = appearance
        columns = field_columns(body)
        self._controls = {
            gap.id: build_gap(body, gap, number, order, columns, appearance) for number, gap in enumerate(body.gaps, 1)
        }
        self._text = ClozeText(body, self._controls, appearance)
        self._hint = build_label(type_=Type.CAPTION)
        self._assemble()
        appearance.theme_changed.connect(self._update_hint_height)

    def response(self) -> Response:
        return tuple(entry(id_, control.given) for id_, control in self._controls.items() if control.given)

    def set_response(self, response: Response) -> None:
        before = self.response()
        given = given_texts(self._body, response)
        for id_, control in self._controls.items():
            control.set_given(given.get(id_, ""))
        self._text.update_words()
        self._update_hint()
        if self.response() != before:
            self.response_changed.emit()

    def set_read_only(self, read_only: bool) -> None:
        # A drop-down that is switched off hands the focus on, to a field that then marks its text: fields come last.
        for control in sorted(self._controls.values(), key=_is_field):
            control.set_read_only(read_only)

    def show_grade(self, grade: Grade | None) -> None:
        verdicts = dict(grade.marks) if grade else {}
        for id_, control in self._controls.items():
            control.set_verdict(verdicts.get(id_))
        self._update_hint()
        if grade is not None:
            right = sum(verdict is Verdict.RIGHT for verdict in verdicts.values())
            set_tone(self._hint, "right" if grade.is_right else "wrong")
            self._hint.setText(_right_words(right, len(self._controls)))

    def choose(self, position: int) -> None:
        """The keys 1–8 go to the gaps of these numbers."""
        controls = list(self._controls.values())
        if position < len(controls):
            controls[position].box.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_hint_height()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_framed(self._text) if self._body.is_code else self._text)
        column.addWidget(self._hint)
        controls = list(self._controls.values())
        for number, control in enumerate(controls, 1):
            id_ = self._body.gaps[number - 1].id
            around = near(self._body.text, id_, is_code=self._body.is_code)
            control.set_name(_name(number, len(controls), around))
            control.given_changed.connect(self._on_control_given_changed)
            control.confirm_requested.connect(self.confirm_requested)
        for first, second in pairwise(controls):
            QWidget.setTabOrder(first.box, second.box)
        self.setFocusProxy(controls[0].box)
        self._update_hint()

    def _update_hint(self) -> None:
        unread = self._unreadable()
        set_tone(self._hint, "wrong" if unread else "")
        if unread:
            self._hint.setText(_unread_words(unread))
        else:
            self._hint.setText(_filled_words(len(self.response()), len(self._controls)))

    def _unreadable(self) -> int:
        """The number of the first field whose text is no number; 0 if there is none."""
        given = given_texts(self._body, self.response())
        gaps = enumerate(self._body.gaps, 1)
        return next((number for number, gap in gaps if gap.id in given and not is_readable(gap, given[gap.id])), 0)

    def _update_hint_height(self) -> None:
        """Room for the longest hint, so that what stands below doesn't move while someone types."""
        metrics = QFontMetrics(self._appearance.theme.font(Type.CAPTION))
        words = (_unread_words(8), _filled_words(8, 8), _right_words(8, 8))
        room = QRect(0, 0, max(80, self.width()), 10_000)
        heights = (metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, text).height() for text in words)
        self._hint.setFixedHeight(max(heights) + 2)

    def _on_control_given_changed(self) -> None:
        self._update_hint()
        self.response_changed.emit()


def _is_field(control: GapControl) -> bool:
    return isinstance(control, FieldGap)


def _framed(text: QWidget) -> QFrame:
    frame = QFrame()
    frame.setObjectName("codeview")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.addWidget(text)
    return frame


def _name(number: int, count: int, around: Near) -> str:
    """What a screen reader says of a gap: its number, and the words around it."""
    name = translate("ClozeAnswer", "Gap {number} of {count}").format(number=number, count=count)
    before = translate("ClozeAnswer", "after “{words}”").format(words=around.before) if around.before else ""
    after = translate("ClozeAnswer", "before “{words}”").format(words=around.after) if around.after else ""
    return ", ".join(filter(None, (name, before, after)))


def _unread_words(number: int) -> str:
    words = translate("ClozeAnswer", "Gap {number} can't be read as a number. Write it like 1,024 or 0.25 or 1e-4.")
    return words.format(number=number)


def _filled_words(filled: int, count: int) -> str:
    return translate("ClozeAnswer", "{filled} of {count} gaps filled").format(filled=filled, count=count)


def _right_words(right: int, count: int) -> str:
    return translate("ClozeAnswer", "{right} of {count} gaps right").format(right=right, count=count)


def build(item: PlanItem, appearance: Appearance, parent: QWidget | None = None) -> ClozeAnswer:
    assert isinstance(item.question.body, ClozeBody)
    return ClozeAnswer(item.question.body, item.option_order, appearance, parent)
