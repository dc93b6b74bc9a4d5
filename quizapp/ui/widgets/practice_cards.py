"""Cards of the practice page: what to practise, how much, and what the days bring."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp.core.framework import Framework
from quizapp.core.practice import DueDay, PracticeChoice, PracticeOverview, PracticeSource, TopicRecall
from quizapp.ui.practice_choice import LENGTHS, NEW_LIMITS, REVIEW_LIMITS, PracticeMemory
from quizapp.ui.practice_wording import day_text, recall_rows, source_option
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, build_label
from quizapp.ui.widgets.choice_box import ChoiceBox
from quizapp.ui.widgets.due_view import DueView
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.flow_row import FlowRow
from quizapp.ui.widgets.option_button import CheckOption, RadioOption

translate = QCoreApplication.translate

TopicKey = tuple[str, str]
_SOURCES = (PracticeSource.MIXED, PracticeSource.DUE, PracticeSource.WRONG, PracticeSource.TOPIC)


class SourceCard(Card):
    """Where the questions come from; a box with the topics is there where it is by topic."""

    changed = Signal()

    def __init__(
        self, framework: Framework, overview: PracticeOverview, source: PracticeSource, appearance: Appearance
    ) -> None:
        super().__init__()
        self._overview = overview
        self.body.addWidget(build_label(translate("Practice", "What to practise"), Type.TITLE))
        self._group = QButtonGroup(self)
        self._options: dict[PracticeSource, RadioOption] = {}
        for number, each in enumerate(_SOURCES):
            option = RadioOption(appearance, str(number + 1), _option_text(each, overview))
            option.setChecked(each is source)
            self._group.addButton(option, number)
            self._options[each] = option
            self.body.addWidget(option)
        self._choices = tuple(_topic_choices(framework, overview.topics))
        self._box = ChoiceBox(
            appearance, translate("Practice", "Choose a topic"), [text for text, _topics in self._choices]
        )
        self._box.setAccessibleName(translate("Practice", "Topic"))
        self.body.addWidget(self._box)
        self._group.idToggled.connect(self._on_toggled)
        self._box.currentIndexChanged.connect(self._on_topic_changed)
        self._box.setVisible(source is PracticeSource.TOPIC)

    @property
    def source(self) -> PracticeSource:
        return _SOURCES[self._group.checkedId()]

    @property
    def choice(self) -> PracticeChoice | None:
        """What is chosen; None where the topic is still missing."""
        if self.source is not PracticeSource.TOPIC:
            return PracticeChoice(self.source)
        row = self._box.currentIndex()
        return PracticeChoice(self.source, self._choices[row - 1][1]) if row > 0 else None

    @property
    def count(self) -> int:
        """How many questions the choice has."""
        choice = self.choice
        if choice is None:
            return 0
        if choice.topics is None:
            return self._overview.sources[choice.source]
        return sum(self._overview.topics.get(topic, 0) for topic in choice.topics)

    def show_overview(self, overview: PracticeOverview) -> None:
        """Other counts, as other limits of a day leave them; what is chosen stays."""
        self._overview = overview
        for source, option in self._options.items():
            option.set_markup(_option_text(source, overview))

    def choose_topic(self, topic: TopicKey) -> None:
        self._group.button(_SOURCES.index(PracticeSource.TOPIC)).setChecked(True)
        wanted = frozenset({topic})
        self._box.setCurrentIndex(next((n for n, (_, t) in enumerate(self._choices, 1) if t == wanted), 0))

    def _on_toggled(self, _number: int, is_checked: bool) -> None:
        if is_checked:
            self._box.setVisible(self.source is PracticeSource.TOPIC)
            self.changed.emit()

    def _on_topic_changed(self, _row: int) -> None:
        self.changed.emit()


class AmountCard(Card):
    """How many questions a session and a day have, and whether one is asked how sure one is."""

    changed = Signal()

    def __init__(self, memory: PracticeMemory, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.body.addWidget(build_label(translate("Practice", "How much"), Type.TITLE))
        self._length = self._add_row(translate("Practice", "Questions in a session, at most"), LENGTHS, memory.length)
        self._new = self._add_row(translate("Practice", "New questions a day, at most"), NEW_LIMITS, memory.new)
        self._reviews = self._add_row(
            translate("Practice", "Repetitions a day, at most"), REVIEW_LIMITS, memory.reviews
        )
        sure = translate("Practice", "**Ask how sure I am** of each answer: what you were sure of comes back later.")
        self._confidence = CheckOption(appearance, "✓", sure)
        self._confidence.setAccessibleName(translate("Practice", "Ask how sure I am"))
        self._confidence.setChecked(memory.ask_confidence)
        self._confidence.toggled.connect(self._on_toggled)
        self.body.addSpacing(8)
        self.body.addWidget(self._confidence)

    def memory(self, source: PracticeSource) -> PracticeMemory:
        """What is chosen, as it is remembered."""
        return PracticeMemory(
            source,
            LENGTHS[self._length.checkedId()],
            NEW_LIMITS[self._new.checkedId()],
            REVIEW_LIMITS[self._reviews.checkedId()],
            self._confidence.isChecked(),
        )

    def _add_row(self, title: str, values: tuple[int, ...], value: int) -> QButtonGroup:
        group = QButtonGroup(self)
        buttons = []
        for number, each in enumerate(values):
            button = Button(str(each), self._appearance, kind="segment")
            button.setCheckable(True)
            button.setChecked(each == value)
            button.setAccessibleName(f"{title}: {each}")
            group.addButton(button, number)
            buttons.append(button)
        self.body.addWidget(build_label(title))
        self.body.addWidget(FlowRow(buttons, self._appearance))
        group.idToggled.connect(self._on_toggled)
        return group

    def _on_toggled(self, *_: object) -> None:
        self.changed.emit()


class DaysCard(Card):
    """The coming days as bars and as a table."""

    def __init__(self, forecast: tuple[DueDay, ...], appearance: Appearance) -> None:
        super().__init__()
        self.body.addWidget(build_label(translate("Practice", "The coming days"), Type.TITLE))
        text = translate("Practice", "How many questions come due. Each answer puts its question off again.")
        self.body.addWidget(build_label(text, "muted"))
        self.body.addWidget(DueView(forecast, appearance))
        self._table = QWidget()
        column = QVBoxLayout(self._table)
        column.setContentsMargins(0, 0, 0, 0)
        header = (translate("Practice", "Day"), translate("Practice", "Questions"))
        table = FactTable(header, [(day_text(day), str(day.count)) for day in forecast], appearance)
        table.setAccessibleName(translate("Practice", "The coming days"))
        column.addWidget(table)
        self._table.hide()
        show = Button(translate("Practice", "The same as a table"), appearance, kind="quiet", icon="chevron-down")
        show.setCheckable(True)
        show.toggled.connect(self._table.setVisible)
        self.body.addWidget(FlowRow((show,), appearance))
        self.body.addWidget(self._table)


class RecallCard(Card):
    """How well the topics that were practised are remembered."""

    def __init__(self, framework: Framework, topics: tuple[TopicRecall, ...], appearance: Appearance) -> None:
        super().__init__()
        self.body.addWidget(build_label(translate("Practice", "How well you remember"), Type.TITLE))
        text = translate(
            "Practice",
            "Of the questions that you have practised: the chance that you would answer one right today. It tells what "
            "you remember of these questions, and not how ready you are.",
        )
        self.body.addWidget(build_label(text, "muted"))
        header = (
            translate("Practice", "Competency"),
            translate("Practice", "Topic"),
            translate("Practice", "Practised"),
            translate("Practice", "Recall"),
        )
        table = FactTable(header, recall_rows(framework, topics), appearance, wrapping=(1,))
        table.setAccessibleName(translate("Practice", "How well you remember"))
        self.body.addWidget(table)


def _option_text(source: PracticeSource, overview: PracticeOverview) -> str:
    is_topic = source is PracticeSource.TOPIC
    return source_option(source, sum(overview.topics.values()) if is_topic else overview.sources[source])


def _topic_choices(framework: Framework, counts: Mapping[TopicKey, int]) -> Iterator[tuple[str, frozenset[TopicKey]]]:
    """Each competency as a whole, and each of its topics, with how many questions there are to practise."""
    for competency in framework.competencies:
        mine = [topic for topic in competency.topics if counts.get((competency.slug, topic.slug))]
        keys = frozenset((competency.slug, topic.slug) for topic in mine)
        if mine:
            whole = translate("Practice", "{competency}: all topics ({count})")
            yield whole.format(competency=competency.short_title, count=sum(counts[key] for key in keys)), keys
        for topic in mine:
            key = (competency.slug, topic.slug)
            yield f"{competency.short_title}: {topic.title} ({counts[key]})", frozenset({key})
