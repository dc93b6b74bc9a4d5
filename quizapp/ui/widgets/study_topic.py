"""One topic of a study plan: why it is listed, what to know, what to read, and the way to practise it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.material import LearningMaterial
from quizapp.core.study_plan import TopicAdvice
from quizapp.ui.study_wording import evidence_text, practice_text, read_next_text, reading_text, reason_text
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, build_label, build_separator
from quizapp.ui.widgets.rich_text import RichText
from quizapp.ui.widgets.source_row import SourceRow

translate = QCoreApplication.translate


class StudyTopic(QWidget):
    """``practice_requested`` carries the slugs of competency and topic."""

    practice_requested = Signal(str, str)

    def __init__(self, advice: TopicAdvice, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice = advice
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(8)
        self._column.addWidget(build_separator())
        self._column.addWidget(build_label(advice.topic.title, Type.LEAD))
        facts = f"{advice.competency.title} · {evidence_text(advice)}"
        self._column.addWidget(build_label(f"{facts}\n{kept_together(reason_text(advice))}", "muted"))
        if advice.topic.material:
            self._add_material(advice.topic.material)
        self.practise = Button(practice_text(advice), appearance, icon="play")
        name = translate("StudyPlan", "{practise}: {topic}")
        self.practise.setAccessibleName(name.format(practise=practice_text(advice), topic=advice.topic.title))
        self.practise.clicked.connect(self._on_practise_clicked)
        self._column.addWidget(self.practise, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_material(self, material: LearningMaterial) -> None:
        if material.know:
            know = RichText(self._appearance)
            know.set_markup(material.know)
            self._column.addWidget(know)
        if material.read:
            self._column.addWidget(build_label(read_next_text(), Type.CAPTION))
        for reading in material.read:
            self._column.addWidget(SourceRow(reading.reference, self._appearance, reading_text(reading)))

    def _on_practise_clicked(self) -> None:
        self.practice_requested.emit(self._advice.competency.slug, self._advice.topic.slug)


def kept_together(text: str) -> str:
    """A number stays on one line with its sign and its unit."""
    return text.replace(" %", "\u00a0%").replace("> ", ">\u00a0").replace("< ", "<\u00a0")
