"""One prompt of a matching question: the prompt, the box to choose its target in, and what became of it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.answer import Verdict
from quizapp.core.markup import Paragraph, parse_spans, plain_text
from quizapp.ui.theme.icons import icon_pixmap
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import build_label, build_row, set_tone
from quizapp.ui.widgets.choice_box import ChoiceBox
from quizapp.ui.widgets.rich_text import RichText
from quizapp.ui.wording import VERDICT_ICONS, VERDICT_TONES

translate = QCoreApplication.translate

# A prompt without a target is no right answer shown, but a lack.
_TONES = VERDICT_TONES | {Verdict.MISSED: "warn"}


class MatchRow(QWidget):
    """``targets`` are texts by id, in the order shown; ``prompt`` is one line of markup."""

    target_changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        number: int,
        prompt: str,
        targets: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ids = ("", *targets)
        self._verdict: Verdict | None = None
        self._prompt = RichText(appearance)
        self._prompt.set_blocks((Paragraph(parse_spans(prompt)),))
        self.box = ChoiceBox(appearance, translate("MatchRow", "Choose…"), map(plain_text, targets.values()))
        self.box.setAccessibleName(translate("MatchRow", "Target for: {prompt}").format(prompt=plain_text(prompt)))
        self._icon = QLabel()
        self._words = build_label(type_=Type.CAPTION, wrap=False)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # words come and go in it
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._assemble(number)
        self.box.currentIndexChanged.connect(self.target_changed)
        appearance.theme_changed.connect(self._update_theme)
        self._update_theme()

    @property
    def target(self) -> str:
        """The id of what is chosen; empty where nothing is."""
        return self._ids[self.box.currentIndex()]

    def set_target(self, target: str) -> None:
        """Choose a target by its id, or none with an empty one, without a signal; unknown ids choose none."""
        blocker = QSignalBlocker(self.box)
        self.box.setCurrentIndex(self._ids.index(target) if target in self._ids else 0)
        blocker.unblock()

    def set_verdict(self, verdict: Verdict | None) -> None:
        """Say what became of the prompt in the room that is kept for it; None takes the mark away."""
        self._verdict = verdict
        self._update_verdict()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_direction()

    def _assemble(self, number: int) -> None:
        answer = QVBoxLayout()
        answer.setSpacing(4)
        answer.addWidget(self.box)
        answer.addLayout(build_row(self._icon, self._words))
        answer.addStretch(1)
        label = build_label(f"{number}.", wrap=False)
        self._text = build_row(label, self._prompt, spacing=12)
        self._text.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        self._text.setAlignment(self._prompt, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._text, 1)
        self._row.addLayout(answer, 1)

    def _update_theme(self) -> None:
        size = self._appearance.theme.scaled(20)
        self._icon.setFixedSize(size, size)
        self._words.setFixedHeight(size)
        self._update_verdict()
        self._update_direction()

    def _update_direction(self) -> None:
        """Side by side while each half has room for its text; below one another otherwise."""
        half = (self.width() - 16) // 2
        is_narrow = half < max(self._appearance.theme.scaled(240), self.box.full_width)
        vertical, horizontal = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(vertical if is_narrow else horizontal)
        self._row.setSpacing(8 if is_narrow else 16)
        self._row.setContentsMargins(0, 0, 0, 8 if is_narrow else 0)
        self._text.setContentsMargins(0, 0 if is_narrow else 8, 0, 0)  # level with the text in the box

    def _update_verdict(self) -> None:
        words = {
            Verdict.RIGHT: translate("MatchRow", "Right"),
            Verdict.WRONG: translate("MatchRow", "Not the right target"),
            Verdict.MISSED: translate("MatchRow", "No target chosen"),
        }
        self._words.setText(words.get(self._verdict, "") if self._verdict else "")
        self._icon.clear()
        if self._verdict in VERDICT_ICONS:
            tone = _TONES[self._verdict]
            set_tone(self._words, tone)
            theme = self._appearance.theme
            self._icon.setPixmap(icon_pixmap(VERDICT_ICONS[self._verdict], theme.colour(tone), theme.scaled(20)))
