"""The bars of the question page: where one is above, what one can do below."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QResizeEvent

from quizapp.core.session import QuizSession
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Bar, Button, build_label, set_tone

translate = QCoreApplication.translate


class TopBar(Bar):
    """Where one is in the attempt; flag, map, review and leave."""

    leave_clicked = Signal()
    review_clicked = Signal()
    flag_clicked = Signal()
    map_toggled = Signal(bool)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._leave = Button(translate("TopBar", "Save and leave"), appearance, kind="quiet", icon="chevron-left")
        self._where = build_label(type_=Type.TITLE, wrap=False)
        self._what = build_label(type_="muted", wrap=False)
        self._flag = Button(translate("TopBar", "Flag"), appearance, kind="quiet", icon="flag")
        self._map = Button(translate("TopBar", "Map"), appearance, kind="quiet", icon="layout-grid")
        self._review = Button(translate("TopBar", "Review and submit"), appearance, kind="quiet", icon="list-checks")
        for widget in (self._leave, self._where, self._what):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        for widget in (self._flag, self._map, self._review):
            self.row.addWidget(widget)
        self._flag.setCheckable(True)
        self._flag.setToolTip(translate("TopBar", "Mark this question to come back to it (M)"))
        self._map.setCheckable(True)
        self._leave.clicked.connect(self.leave_clicked)
        self._review.clicked.connect(self.review_clicked)
        self._flag.clicked.connect(self.flag_clicked)
        self._map.toggled.connect(self.map_toggled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_compact()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())

    def _update_compact(self) -> None:
        """Buttons show icons alone where their words do not fit beside the number of the question."""
        buttons = (self._leave, self._flag, self._map, self._review)
        for compact in (False, True):
            for button in buttons:
                button.set_compact(compact)
            self._what.setVisible(not compact)
            if self.row.sizeHint().width() <= self.width():
                return

    def show_map(self, visible: bool) -> None:
        self._map.setChecked(visible)
        self.map_toggled.emit(visible)

    def set_session(self, session: QuizSession, most: int) -> None:
        """``most`` is how many questions the attempt may have in the end: more than there are while it grows."""
        is_growing = most > len(session.states)
        count, rest = translate("TopBar", "Question {number} of {count}"), translate("TopBar", "Review and submit")
        up_to, stop = translate("TopBar", "Question {number} · up to {count}"), translate("TopBar", "Finish now")
        self._where.setText((up_to if is_growing else count).format(number=session.position + 1, count=most))
        self._review.set_words(stop if is_growing else rest)
        competency = session.plan.framework.competency(session.item.question.competency)
        practice = translate("TopBar", "Practice · {competency}")
        is_practice = session.plan.method.is_practice
        title = competency.short_title
        self._what.setText(practice.format(competency=title) if is_practice else title)
        self._flag.setChecked(session.state.flagged)
        self._update_compact()


class ActionBar(Bar):
    """Back, "I don't know", whether the answer is saved, and the one primary action."""

    back_clicked = Signal()
    dont_know_clicked = Signal()
    confirm_clicked = Signal()
    retry_clicked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._back = Button(translate("ActionBar", "Back"), appearance, icon="chevron-left")
        self._dont_know = Button(translate("ActionBar", "I don't know"), appearance, kind="quiet")
        self._status = build_label(wrap=True)
        self._retry = Button(translate("ActionBar", "Try again"), appearance, icon="rotate-ccw")
        self.confirm = Button(translate("ActionBar", "Confirm"), appearance, kind="primary")
        self.row.addWidget(self._back)
        self.row.addWidget(self._status, 1)
        for button in (self._retry, self._dont_know, self.confirm):
            self.row.addWidget(button)
        self._back.setToolTip(translate("ActionBar", "The question before (Alt+Left)"))
        self.confirm.setToolTip(translate("ActionBar", "Enter"))
        self._retry.hide()
        self._back.clicked.connect(self.back_clicked)
        self._dont_know.clicked.connect(self.dont_know_clicked)
        self.confirm.clicked.connect(self.confirm_clicked)
        self._retry.clicked.connect(self.retry_clicked)

    def update_for(
        self,
        *,
        can_go_back: bool,
        is_final: bool,
        is_confirmed: bool,
        is_complete: bool,
        is_last: bool,
        dont_know: bool,
    ) -> None:
        self._back.setEnabled(can_go_back)
        self._dont_know.setEnabled(not is_final and not dont_know)
        done = is_final or is_confirmed
        self.confirm.setEnabled(done or is_complete)
        if not done:
            self.confirm.setText(translate("ActionBar", "Confirm answer"))
        elif is_last:
            self.confirm.setText(translate("ActionBar", "Review and submit"))
        else:
            self.confirm.setText(translate("ActionBar", "Next question"))

    def show_saved(self, position: int) -> None:
        self._retry.hide()
        set_tone(self._status, "right")
        self._status.setText(translate("ActionBar", "✓ Answer {number} saved").format(number=position + 1))

    def show_not_saved(self, reason: str) -> None:
        self._retry.show()
        set_tone(self._status, "wrong")
        self._status.setText(translate("ActionBar", "Not saved: {reason}").format(reason=reason))

    def show_note(self, text: str) -> None:
        """Something to know about the attempt; what is said of saving takes its place."""
        set_tone(self._status, "warn")
        self._status.setText(text)

    def show_all_saved(self) -> None:
        """What had failed is stored after all; where an answer was, its own message says so already."""
        if not self._retry.isHidden():
            self._retry.hide()
            set_tone(self._status, "right")
            self._status.setText(translate("ActionBar", "✓ Saved"))

    def reset_status(self) -> None:
        """Another attempt begins: nothing has been saved or has failed in it."""
        self._retry.hide()
        self._status.clear()

    def clear_status(self) -> None:
        """A message of an earlier question says nothing about this one; one of a failure stays."""
        if self._retry.isHidden() and self._status.property("tone") == "wrong":
            self._status.clear()
