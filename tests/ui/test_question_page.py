"""Answering with keys, going back, jumping, flagging, and feedback at the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from quizapp.core.grading import key_response
from quizapp.ui.widgets.question_map import QuestionMap
from tests.ui.person import Person

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def answering(person: Person) -> Person:
    """Someone at the first of nine questions, feedback at the end."""
    person.start("All (3)")
    return person


def go_to_type(person: Person, type_: str) -> None:
    """Jump to the first question of a type."""
    person.jump(next(p for p, item in enumerate(person.session.plan.items) if item.question.type == type_))


def checked(person: Person) -> list[str]:
    """The letters of the options that are chosen."""
    return [b.accessibleName()[0] for b in person.see(QAbstractButton, person.page) if is_option(b) and b.isChecked()]


def is_option(button: QAbstractButton) -> bool:
    return button.accessibleName()[1:3] == ". "


def map_says(person: Person, position: int) -> str:
    cells = person.see(QAbstractButton, person.see(QuestionMap)[0])
    return cells[position].accessibleName()


@pytest.mark.parametrize("key", [Qt.Key.Key_3, Qt.Key.Key_C])
def test_a_key_chooses_one_option_of_a_single_question(answering: Person, key: Qt.Key) -> None:
    go_to_type(answering, "single")
    answering.press(Qt.Key.Key_1)
    assert checked(answering) == ["A"]
    answering.press(key)
    assert checked(answering) == ["C"]
    assert answering.session.state.draft == (answering.session.item.option_order[2],)


def test_keys_choose_and_let_go_options_of_a_multi_question(answering: Person) -> None:
    go_to_type(answering, "multi")
    assert not answering.can_click("Confirm answer")
    for key in (Qt.Key.Key_1, Qt.Key.Key_B, Qt.Key.Key_D, Qt.Key.Key_2):
        answering.press(key)
    assert checked(answering) == ["A", "D"]
    assert answering.can_click("Confirm answer")


def test_a_key_beyond_the_last_option_does_nothing(answering: Person) -> None:
    go_to_type(answering, "single")
    answering.press(Qt.Key.Key_5)
    answering.press(Qt.Key.Key_I)
    assert checked(answering) == []


def test_enter_confirms_and_goes_one_question_on(answering: Person) -> None:
    go_to_type(answering, "single")
    position = answering.session.position
    answering.press(Qt.Key.Key_Return)
    assert answering.session.position == position, "nothing is chosen yet"
    answering.press(Qt.Key.Key_2)
    with answering.qtbot.waitSignal(answering.app.controller.answer_saved) as saved:
        answering.press(Qt.Key.Key_Return)
    assert saved.args == [position]
    assert answering.session.position == position + 1
    assert answering.reads(f"✓ Answer {position + 1} saved")


def test_a_number_is_typed_and_confirmed_with_enter(answering: Person) -> None:
    go_to_type(answering, "numeric")
    position = answering.session.position
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    answering.write("12.5")
    assert answering.reads("Read as 12.5")
    answering.press(Qt.Key.Key_Return)
    answer = answering.session.states[position].answer
    assert answer is not None
    assert answer.response == ("12.5",)
    assert answering.session.position == position + 1, "one press of Enter is one step"


def test_keys_are_text_in_a_field(answering: Person) -> None:
    go_to_type(answering, "numeric")
    answering.write("1m a2")
    assert answering.see(QLineEdit)[0].text() == "1m a2"
    assert not answering.session.state.flagged
    assert answering.reads("This can't be read as a number")
    assert not answering.can_click("Confirm answer")
    answering.press(Qt.Key.Key_Return)
    assert answering.session.answered == 0


def test_the_whole_assessment_can_be_taken_with_keys(answering: Person) -> None:
    for _ in range(9):
        item = answering.session.item
        if not item.option_order:
            answering.write("12.5")
        for id_ in key_response(item.question) if item.option_order else ():
            answering.press(Qt.Key(Qt.Key.Key_A.value + item.option_order.index(id_)))
        answering.press(Qt.Key.Key_Return)
    assert answering.is_on(answering.window.submit)
    answering.press(Qt.Key.Key_Space)
    assert answering.reads("9 of 9 right")


def test_m_flags_and_the_map_tells(answering: Person) -> None:
    answering.press(Qt.Key.Key_M)
    assert map_says(answering, 0) == "Question 1, open, flagged"
    assert answering.button("Flag").isChecked()
    answering.press(Qt.Key.Key_M)
    assert map_says(answering, 0) == "Question 1, open"
    answering.click("Flag")
    assert answering.session.state.flagged


def test_the_map_jumps_and_tells_what_is_answered(answering: Person) -> None:
    answering.answer()
    answering.jump(7)
    assert answering.session.position == 7
    assert answering.reads("Question 8 of 9")
    answering.click("I don't know")
    assert map_says(answering, 0) == "Question 1, answered"
    assert map_says(answering, 7) == "Question 8, I don't know"
    assert answering.session.position == 8


def test_the_map_closes_and_opens(answering: Person) -> None:
    assert answering.see(QuestionMap)
    answering.click("Map")
    assert not answering.see(QuestionMap)
    answering.click("Map")
    assert answering.see(QuestionMap)


def test_alt_left_and_the_button_go_back(answering: Person) -> None:
    assert not answering.can_click("Back")
    answering.press(Qt.Key.Key_Left, ALT)
    assert answering.session.position == 0
    answering.jump(2)
    answering.press(Qt.Key.Key_Left, ALT)
    assert answering.session.position == 1
    answering.click("Back")
    assert answering.session.position == 0


def test_enter_presses_the_button_that_has_the_focus(answering: Person) -> None:
    answering.jump(2)
    answering.button("Back").setFocus(Qt.FocusReason.TabFocusReason)
    answering.press(Qt.Key.Key_Return)
    assert answering.session.position == 1


def test_an_answer_can_be_changed_until_the_end(answering: Person) -> None:
    go_to_type(answering, "single")
    position = answering.session.position
    answering.answer(("a",))
    answering.jump(position)
    assert checked(answering) == ["ABCD"[answering.session.item.option_order.index("a")]]
    assert answering.can_click("Next question")
    answering.answer(("b",))
    answer = answering.session.states[position].answer
    assert answer is not None
    assert answer.response == ("b",)
    stored = answering.app.store.load_attempt(answering.session.id)
    assert stored.states[position].answer == answer


def test_not_knowing_can_be_taken_back(answering: Person) -> None:
    go_to_type(answering, "numeric")
    position = answering.session.position
    answering.write("7")
    answering.click("I don't know")
    answering.jump(position)
    assert answering.see(QLineEdit)[0].text() == ""
    assert not answering.can_click("I don't know")
    answering.write("12.5")
    answering.click("Confirm answer")
    answer = answering.session.states[position].answer
    assert answer is not None
    assert (answer.response, answer.dont_know) == (("12.5",), False)


def test_the_review_leads_back_to_what_is_open(answering: Person) -> None:
    answering.answer()
    answering.click("Review and submit")
    assert "1 of 9 questions are answered." in answering.texts()
    answering.click("Back to the questions")
    assert answering.is_on(answering.window.question)
    answering.click("Review and submit")
    row = next(text for text in answering.texts() if text.startswith("5. "))
    answering.click(row)
    assert answering.is_on(answering.window.question)
    assert answering.session.position == 4


def test_nothing_tells_right_from_wrong_before_the_end(answering: Person) -> None:
    answering.answer()
    answering.jump(0)
    assert not answering.reads("The explanation of")
    assert not answering.reads("Right answer")
