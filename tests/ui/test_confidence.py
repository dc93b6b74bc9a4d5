"""Saying how sure one is: by key and mouse, optional, stored with the answer, and told afterwards."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from quizapp.core.answer import Answer
from quizapp.core.calibration import CONFIDENCES
from quizapp.core.plan import Feedback, build_plan
from quizapp.ui.widgets.calibration_view import CalibrationView
from quizapp.ui.widgets.confidence_bar import ConfidenceBar
from tests.ui.banks import COMPETENCIES
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.test_no_clipping import find_faults, open_at

ALT = Qt.KeyboardModifier.AltModifier
RATINGS = ("25 % · guess", "50 % · unsure", "75 % · fairly sure", "95 % · certain")


def begin(person: Person, feedback: Feedback = Feedback.AT_END, *, ask: bool = True, jump: bool = True) -> Person:
    """An attempt of nine questions that asks for confidence, at its first single question or its first one."""
    loaded = person.app.library.active
    assert loaded.framework is not None
    plan = build_plan(
        loaded.framework, loaded.bank.questions, list(COMPETENCIES), 9,
        feedback=feedback, seed=5, bank_digest=loaded.bank.digest, ask_confidence=ask,
    )  # fmt: skip
    person.app.controller.start(plan)
    person.window.show_question()
    if jump:
        go_to_type(person, "single")
    return person


def go_to_type(person: Person, type_: str) -> None:
    person.jump(next(p for p, item in enumerate(person.session.plan.items) if item.question.type == type_))


def steps(person: Person) -> list[QAbstractButton]:
    return [person.button(f"Sure: {rating}") for rating in RATINGS]


def chosen(person: Person) -> list[str]:
    return [rating for rating, step in zip(RATINGS, steps(person), strict=True) if step.isChecked()]


def answer_at(person: Person, position: int) -> Answer:
    """The answer at a position as the store has it."""
    answer = person.app.store.load_attempt(person.session.id).states[position].answer
    assert answer is not None
    return answer


@pytest.mark.parametrize("number", range(4))
def test_a_key_says_how_sure_one_is(person: Person, number: int) -> None:
    begin(person)
    position = person.session.position
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key(Qt.Key.Key_1.value + number), ALT)
    assert chosen(person) == [RATINGS[number]]
    person.press(Qt.Key.Key_Return)
    assert answer_at(person, position).confidence == CONFIDENCES[number]
    assert person.session.position == position + 1
    assert chosen(person) == []


def test_a_click_says_it_and_enter_still_confirms(person: Person) -> None:
    begin(person)
    position = person.session.position
    person.press(Qt.Key.Key_2)
    person.click("Sure: 75 % · fairly sure")
    person.press(Qt.Key.Key_Return)
    assert answer_at(person, position).confidence == 0.75


def test_the_tab_key_reaches_the_steps_and_space_chooses(person: Person) -> None:
    begin(person)
    person.press(Qt.Key.Key_2)
    for _ in range(60):
        if person.button("Sure: 50 % · unsure").hasFocus():
            break
        person.press(Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_Space)
    assert chosen(person) == ["50 % · unsure"]


def test_it_may_be_left_open(person: Person) -> None:
    begin(person)
    position = person.session.position
    person.answer()
    assert answer_at(person, position).confidence is None


def test_choosing_again_takes_it_back_and_another_takes_its_place(person: Person) -> None:
    begin(person)
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key.Key_4, ALT)
    person.press(Qt.Key.Key_1, ALT)
    assert chosen(person) == ["25 % · guess"]
    person.press(Qt.Key.Key_1, ALT)
    assert chosen(person) == []


def test_there_has_to_be_an_answer_first(person: Person) -> None:
    begin(person)
    assert not any(step.isEnabled() for step in steps(person))
    person.press(Qt.Key.Key_4, ALT)
    assert chosen(person) == []
    person.press(Qt.Key.Key_2)
    assert all(step.isEnabled() for step in steps(person))


def test_the_keys_are_no_text_in_a_field(person: Person) -> None:
    begin(person)
    go_to_type(person, "numeric")
    position = person.session.position
    person.write("12.5")
    person.press(Qt.Key.Key_3, ALT)
    assert person.see(QLineEdit, person.page)[0].text() == "12.5"
    person.press(Qt.Key.Key_Return)
    given = answer_at(person, position)
    assert (given.response, given.confidence) == (("12.5",), 0.75)


def test_it_can_be_changed_until_the_end(person: Person) -> None:
    begin(person)
    position = person.session.position
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key.Key_4, ALT)
    person.press(Qt.Key.Key_Return)
    person.jump(position)
    assert chosen(person) == ["95 % · certain"]
    assert person.can_click("Next question")
    person.press(Qt.Key.Key_2, ALT)
    person.click("Confirm answer")
    assert answer_at(person, position).confidence == 0.5


def test_not_knowing_has_no_confidence(person: Person) -> None:
    begin(person)
    position = person.session.position
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key.Key_4, ALT)
    person.click("I don't know")
    assert answer_at(person, position).confidence is None
    person.jump(position)
    assert chosen(person) == []
    assert person.can_click("Next question")


def test_what_was_chosen_is_gone_where_the_answer_is_not_known(person: Person) -> None:
    begin(person, Feedback.EACH)
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key.Key_4, ALT)
    person.click("I don't know")
    assert chosen(person) == []
    assert not person.reads("95 % sure")


def test_a_final_answer_shows_it_and_its_review_says_it(person: Person) -> None:
    begin(person, Feedback.EACH)
    person.give(("b",))
    person.press(Qt.Key.Key_4, ALT)
    before = {type(w).__name__ + w.accessibleName(): place(w) for w in (*steps(person), person.see(ConfidenceBar)[0])}
    person.click("Confirm answer")
    assert chosen(person) == ["95 % · certain"]
    assert not any(step.isEnabled() for step in steps(person))
    person.press(Qt.Key.Key_1, ALT)
    assert chosen(person) == ["95 % · certain"]
    assert person.reads("Right · 95 % sure")
    after = {type(w).__name__ + w.accessibleName(): place(w) for w in (*steps(person), person.see(ConfidenceBar)[0])}
    assert after == before


def test_choosing_moves_nothing(person: Person) -> None:
    begin(person)
    places = [place(step) for step in steps(person)]
    person.press(Qt.Key.Key_2)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4):
        person.press(key, ALT)
        assert [place(step) for step in steps(person)] == places


@pytest.mark.parametrize("width", [720, 900, 1200])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_steps_fit_at_every_size(person: Person, width: int, scale: int) -> None:
    person.window.resize(width, 600)
    begin(person)
    person.app.appearance.set_scale(scale)
    bar = person.see(ConfidenceBar)[0]
    for step in steps(person):
        assert bar.rect().contains(QRect(step.mapTo(bar, step.rect().topLeft()), step.size()))
        assert step.width() >= step.sizeHint().width()
        told = QAccessible.queryAccessibleInterface(step).text(QAccessible.Text.Name)
        assert told.startswith("Sure: ")
        assert "Alt+" in step.toolTip()


def test_an_attempt_that_does_not_ask_has_no_steps(person: Person) -> None:
    begin(person, ask=False)
    assert person.see(ConfidenceBar) == []
    position = person.session.position
    person.press(Qt.Key.Key_2)
    person.press(Qt.Key.Key_4, ALT)
    person.press(Qt.Key.Key_Return)
    assert answer_at(person, position).confidence is None


def test_whether_to_ask_is_kept_with_the_attempt(person: Person) -> None:
    begin(person)
    assert person.app.store.load_attempt(person.session.id).plan.ask_confidence
    person.click("Save and leave")
    person.click("Resume")
    assert person.see(ConfidenceBar)


def test_confident_errors_come_first_in_the_review(person: Person) -> None:
    begin(person)
    wrong = {"single": ("a",), "multi": ("b",), "numeric": ("7",)}
    for position, rating in ((0, 4), (1, 3), (2, 4)):
        person.jump(position)
        right = position == 0
        person.give(key_or(wrong, person, right=right))
        person.press(Qt.Key(Qt.Key.Key_0.value + rating), ALT)
        person.click("Confirm answer")
    person.click("Review and submit")
    person.click("Submit")
    rows = [text.split(".")[0] for text in person.texts() if text[:1].isdigit() and text[1:3] == ". "]
    assert rows == ["3", "2", "1", *map(str, range(4, 10))]
    assert person.reads("Not right though you were 75 % sure or more: these come first.")
    assert person.reads("The rest, in the order asked:")
    assert person.reads("How well you know what you know")


@pytest.mark.parametrize(
    ("size", "scale"), [((900, 600), 100), ((900, 600), 200), ((1200, 820), 80), ((1200, 820), 200)]
)
def test_nothing_is_cut_off(open_app: OpenApp, data: Path, known_bank: Path, size: tuple[int, int], scale: int) -> None:
    person = begin(open_at(open_app, data, size, scale, known_bank), jump=False)
    faults = []
    for position in range(9):
        person.give(key_or({}, person, right=True))
        person.press(Qt.Key(Qt.Key.Key_1.value + position % 4), ALT)
        faults += find_faults(person)
        person.click("Confirm answer")
    person.click("Submit")
    assert person.see(CalibrationView)
    faults += find_faults(person)
    assert not faults, "\n".join(faults)


def test_a_review_without_confident_errors_has_no_captions(person: Person) -> None:
    begin(person)
    person.click("Review and submit")
    person.click("Submit")
    assert not person.reads("The rest, in the order asked:")
    assert not person.reads("How well you know what you know")


def key_or(wrong: dict[str, tuple[str, ...]], person: Person, *, right: bool) -> tuple[str, ...]:
    keys = {"single": ("b",), "multi": ("a", "c"), "numeric": ("12.5",)}
    return (keys if right else wrong)[person.session.item.question.type]


def place(widget: QAbstractButton | ConfidenceBar) -> QRect:
    return QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())
