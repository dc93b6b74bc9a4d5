"""The map of topics: what its cells say, how it is gone through, and that all of it can be read."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.core.framework import Framework
from quizapp.core.score import CompetencyScore, ScoreReport, Tally, TopicScore, score_session
from quizapp.ui.theme.colours import DARK, LIGHT, Colours, contrast
from quizapp.ui.theme.heat import STEPS, heat_scale, heat_step
from quizapp.ui.theme.theme import Appearance, Scheme
from quizapp.ui.topic_wording import cell_text, numbers_text, step_text
from quizapp.ui.widgets.score_table import TopicTable
from quizapp.ui.widgets.steady_label import SteadyLabel
from quizapp.ui.widgets.topic_cell import TopicCell
from quizapp.ui.widgets.topic_map import TopicMap
from tests.factories import make_framework, make_plan, make_session
from tests.ui.person import Person
from tests.ui.qt_tools import settle

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


@PALETTES
def test_the_text_of_every_step_can_be_read(colours: Colours) -> None:
    scale = heat_scale(colours)
    assert len(scale) == STEPS
    assert all(contrast(step.text, step.fill) >= 4.5 for step in scale)
    assert contrast(colours.muted, colours.raised) >= 4.5  # not asked
    assert contrast(colours.text, colours.surface) >= 4.5  # few
    assert contrast(colours.outline, colours.surface) >= 3


@PALETTES
def test_the_steps_differ_by_lightness_alone(colours: Colours) -> None:
    """In order away from the surface, each well apart from the next: in print or for any eye they are the same."""
    apart = [contrast(step.fill, colours.surface) for step in heat_scale(colours)]
    assert apart[0] > 1
    assert all(second / first > 1.3 for first, second in pairwise(apart))


def test_a_share_has_the_step_whose_bounds_hold_it() -> None:
    assert [heat_step(share) for share in (0, 0.24, 0.25, 0.49, 0.5, 0.74, 0.75, 1)] == [0, 0, 1, 1, 2, 2, 3, 3]
    assert [step_text(n, STEPS) for n in (0, 3)] == ["0 to under 25 %", "75–100 %"]


@pytest.mark.parametrize(
    ("tally", "cell", "line"),
    [
        (None, "–", "T: not asked about"),
        (Tally(0, 0, 0, 0.0), "–", "T: not asked about"),
        (Tally(2, 0, 0, 0.0), "not reached", "T: 2 asked, none reached"),
        (Tally(2, 2, 1, 1.0), "few: 1 of 2", "T: 1 of 2 right, too few answers for a share"),
        (Tally(4, 3, 2, 2.0), "2 of 3", "T: 2 of 3 right, 67 %"),
    ],
)
def test_words_say_what_colours_say(tally: Tally | None, cell: str, line: str) -> None:
    assert cell_text(tally) == cell
    assert numbers_text("T", tally) == line


@pytest.fixture
def report() -> ScoreReport:
    return make_report(make_framework(4), {0: (Tally(4, 4, 3, 3.0), None), 1: (Tally(2, 2, 1, 1.0),) * 2})


def make_report(framework: Framework, tallies: dict[int, tuple[Tally | None, ...]]) -> ScoreReport:
    """A report whose first competencies have the given tallies of topics; None was not asked about."""
    whole = score_session(make_session(make_plan(40), [True] * 40, finished=True))
    scores = []
    for number, mine in tallies.items():
        competency, score = framework.competencies[number], whole.competencies[number]
        topics = tuple(
            TopicScore(topic.slug, topic.title, tally)
            for topic, tally in zip(competency.topics, mine, strict=True)
            if tally
        )
        scores.append(
            CompetencyScore(
                competency.slug, competency.title, competency.short_title, score.tally, topics, score.measure
            )
        )
    return ScoreReport(tuple(scores), whole.total)


@pytest.fixture
def shown(qtbot: QtBot, appearance: Appearance, report: ScoreReport) -> Iterator[TopicMap]:
    page = QScrollArea()
    page.setWidgetResizable(True)
    content = QWidget()
    column = QVBoxLayout(content)
    map_ = TopicMap(report, appearance, make_framework(4))
    column.addWidget(map_)
    column.addStretch(1)
    page.setWidget(content)
    page.resize(360, 300)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    settle()
    map_.cells[0].clearFocus()  # a window gives the focus to the first that takes it
    settle()
    yield map_
    page.close()


def captions(map_: TopicMap) -> list[str]:
    return [label.text().replace("\u00a0", " ") for label in map_.findChildren(SteadyLabel)]


def test_every_cell_is_named_with_its_numbers(shown: TopicMap) -> None:
    names = [QAccessible.queryAccessibleInterface(cell).text(QAccessible.Text.Name) for cell in shown.cells]
    slugs = make_framework(4).competencies
    titles = [topic.title for competency in slugs[:2] for topic in competency.topics]
    assert names == [
        f"{titles[0]}: 3 of 4 right, 75 %",
        f"{titles[1]}: not asked about",
        f"{titles[2]}: 1 of 2 right, too few answers for a share",
        f"{titles[3]}: 1 of 2 right, too few answers for a share",
    ]


def test_without_a_framework_there_are_the_topics_that_were_asked(report: ScoreReport, appearance: Appearance) -> None:
    assert len(TopicMap(report, appearance).cells) == 3


def test_tab_reaches_one_cell_and_keys_go_on(shown: TopicMap) -> None:
    cells = shown.cells
    tabbed = [c for c in cells if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == cells[:1]
    cells[0].setFocus()
    for key, number in (
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_End, 3),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(QApplication.focusWidget(), key)
        settle()
        assert QApplication.focusWidget() is cells[number], key
        assert cells[number].numbers in captions(shown)
        assert [c for c in cells if c.focusPolicy() & Qt.FocusPolicy.TabFocus] == [cells[number]]
        assert not cells[number].visibleRegion().isEmpty()


def test_the_focus_scrolls_the_page(shown: TopicMap) -> None:
    page = shown.window()
    page.resize(360, 120)
    settle()
    shown.cells[0].setFocus()
    QTest.keyClick(shown.cells[0], Qt.Key.Key_End)
    settle()
    assert shown.cells[-1].visibleRegion().boundingRect() == shown.cells[-1].rect()


def test_the_mouse_gives_the_numbers_of_its_row(shown: TopicMap) -> None:
    before = captions(shown)
    cell = shown.cells[1]
    QTest.mouseMove(cell, QPoint(10, 10))
    settle()
    assert captions(shown) == [cell.numbers, before[1]]
    QTest.mouseMove(shown.cells[2], QPoint(10, 10))
    settle()
    assert captions(shown) == [before[0], shown.cells[2].numbers]
    assert before[0].startswith("All topics: ")


def test_few_and_not_asked_have_no_colour_of_the_scale(shown: TopicMap) -> None:
    fills = [cell.grab().toImage().pixelColor(cell.width() - 12, 12).name() for cell in shown.cells]
    assert fills == [heat_scale(LIGHT)[3].fill, LIGHT.raised, LIGHT.surface, LIGHT.surface]


def test_the_focus_can_be_seen(shown: TopicMap) -> None:
    cell = shown.cells[0]
    before = cell.grab().toImage()
    cell.setFocus()
    settle()
    assert cell.grab().toImage().pixelColor(2, cell.height() // 2) == QColor(LIGHT.text)
    assert before.pixelColor(2, cell.height() // 2) != QColor(LIGHT.text)


@pytest.mark.parametrize("width", [300, 620, 1000])
@pytest.mark.parametrize("scale", [80, 100, 200])
def test_cells_stand_inside_and_have_room_for_their_text(
    shown: TopicMap, appearance: Appearance, width: int, scale: int
) -> None:
    appearance.set_scale(scale)
    page = shown.window()
    page.resize(width, 500)
    settle()
    for cell in shown.cells:
        parent = cell.parentWidget()
        assert parent
        assert parent.rect().contains(cell.geometry())
        assert cell.height() >= cell.height_for(cell.width())
    first, second = shown.cells[0], shown.cells[1]
    assert not first.geometry().intersects(second.geometry())
    assert (first.y() == second.y()) == (parent.width() >= 2 * first.least_width() + 8)


def test_a_word_that_is_wider_than_the_cell_is_broken(qtbot: QtBot, appearance: Appearance) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    cell = TopicCell("Pneumonoultramicroscopic" * 4, None, appearance, parent)
    assert cell.height_for(200) > cell.height_for(cell.least_width())
    assert cell._title_box(QFontMetrics(cell._fonts()[0]), 200).width() <= 200 - 16


def test_it_follows_the_theme(shown: TopicMap, appearance: Appearance) -> None:
    appearance.set_scheme(Scheme.DARK)
    settle()
    cell = shown.cells[0]
    assert cell.grab().toImage().pixelColor(cell.width() - 12, 12).name() == heat_scale(DARK)[3].fill


def test_the_result_shows_it_above_the_table(person: Person) -> None:
    person.start("All (3)")
    for _ in range(9):
        person.answer()
    person.click("Submit")
    map_, table = person.see(TopicMap, person.page)[0], person.see(TopicTable, person.page)[0]
    assert [cell.numbers for cell in person.see(TopicCell, map_)] == [
        f"Topic of {slug}: 3 of 3 right, 100 %" for slug in ("counting", "reading", "judging")
    ]
    assert map_.mapToGlobal(QPoint(0, map_.height())).y() <= table.mapToGlobal(QPoint(0, 0)).y()


def test_tab_comes_to_the_map_on_the_page(person: Person) -> None:
    person.start("All (3)")
    for _ in range(9):
        person.answer()
    person.click("Submit")
    for _ in range(60):
        person.press(Qt.Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), TopicCell):
            return
    raise AssertionError("Tab doesn't come to the map")
