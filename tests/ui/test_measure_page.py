"""The page "How this is measured": reached from everywhere, true to the constants, and short."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from quizapp.core.framework import RatedCut
from quizapp.core.measure import LABEL_ANSWERS, MINIMUM_ANSWERS, READY_ANSWERS, Cut
from quizapp.ui.pages.measure_page import MeasurePage
from quizapp.ui.pages.measure_texts import target_texts
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.measure_example import MeasureExample
from tests.factories import make_framework
from tests.ui.conftest import OpenApp
from tests.ui.history import remember
from tests.ui.person import Person

MOST_WORDS = 450


def words(page: MeasurePage) -> list[str]:
    return " ".join(label.text() for label in page.findChildren(QLabel)).split()


def test_it_is_reached_from_the_rail_and_leads_back(person: Person) -> None:
    for place, page in (("Settings", person.window.settings), ("Question banks", person.window.banks)):
        person.click(place)
        person.click("The measure")
        assert person.is_on(person.window.measure)
        person.click("Back")
        assert person.is_on(page)


def test_it_is_reached_with_a_key_but_not_from_a_question(person: Person) -> None:
    person.press(Qt.Key.Key_F1)
    assert person.is_on(person.window.measure)
    person.press(Qt.Key.Key_F1)
    person.click("Back")
    assert person.is_on(person.window.home)
    person.window.show_question()
    person.press(Qt.Key.Key_F1)
    assert person.is_on(person.window.question)


def test_it_is_reached_from_home_and_from_a_result(open_app: OpenApp, data: Path, known_bank: Path) -> None:
    session = remember(data, known_bank, {"counting": 1.0, "reading": 1.0, "judging": 1.0}, each=3)
    person = open_app(bank=known_bank)
    person.click("How this is measured")
    assert person.is_on(person.window.measure)
    person.click("Back")
    person.window.show_result(session.id)
    person.click("How this is measured")
    person.click("Back")
    assert person.is_on(person.window.results)
    assert person.reads("first look")


def test_it_says_what_the_measure_does_in_few_words(appearance: Appearance) -> None:
    page = MeasurePage(appearance)
    page.show_framework(make_framework(), 180)
    text = " ".join(words(page))
    assert len(words(page)) <= MOST_WORDS
    for needed in (
        f"Fewer than {MINIMUM_ANSWERS} answers",
        f"From {MINIMUM_ANSWERS} on: level and interval",
        f"From {LABEL_ANSWERS} on: not yet, where the chance of reaching the target is 10 % or less",
        f"From {READY_ANSWERS} on: ready, where that chance is 90 % or more",
        "All competencies: 70 %, give or take 5 points. Nobody has rated the questions yet.",
        "of the last 180 days",
        "No percentile",
        "docs/measure.md",
    ):
        assert needed in text


def test_without_a_bank_it_still_explains(appearance: Appearance) -> None:
    page = MeasurePage(appearance)
    page.show_framework(None, 90)
    assert "expected level" in " ".join(words(page))
    assert not page.findChildren(MeasureExample)


def test_who_rated_a_target_is_told() -> None:
    framework = make_framework()
    rated = RatedCut(0.74, 0.06, "three engineers, March 2026")
    first, *rest = framework.competencies
    some = replace(framework, competencies=(replace(first, cut=rated), *rest))
    assert target_texts(some)[1:] == (
        f"{first.title}: 74 %, give or take 6 points. Rated by three engineers, March 2026.",
        "The others: 70 %, give or take 5 points. Nobody has rated the questions yet.",
    )
    everyone = replace(framework, competencies=tuple(replace(c, cut=rated) for c in framework.competencies))
    assert len(target_texts(everyone)) == 1 + len(framework.competencies)
    assert not any("Nobody" in text for text in target_texts(everyone))


@pytest.mark.parametrize("share", [0.3, 0.7, 0.97])
def test_the_example_is_told_in_words_and_drawn_inside(appearance: Appearance, share: float) -> None:
    example = MeasureExample(Cut(share), appearance)
    told = example.accessibleDescription()
    assert told.endswith(f"Target: {share:.0%}".replace("%", " %"))
    assert [part.partition(":")[0] for part in told.split("; ")] == ["Ready", "Undecided", "Not yet", "Target"]
    example.resize(600, example.sizeHint().height())
    picture = example.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 600, 2) for y in range(0, picture.height(), 2)}
    assert appearance.theme.colour("accent").name() in colours, "the levels"
    assert len(colours) > 4
