"""The page of the question banks: what is loaded, what is wrong with it, which one is used."""

from pathlib import Path

import pytest

from tests.ui.banks import KNOWN_TITLE, single, write_bank
from tests.ui.conftest import OpenApp
from tests.ui.person import Person, let_go


@pytest.fixture
def bad_bank(tmp_path: Path) -> Path:
    """A bank with one sound question and two faults."""
    questions = [single("good"), single("bad", difficulty=9), single("odd", colour="red")]
    return write_bank(tmp_path / "bad", {"counting": questions}, title="Faulty")


def test_the_shipped_bank_is_in_use_and_clean(open_app: OpenApp) -> None:
    person = open_app()
    person.click("Question banks")
    assert person.reads("AI engineer")
    assert person.reads("In use")
    assert person.reads("No problems found")


def test_every_problem_is_shown_with_its_place_and_remedy(person: Person, bad_bank: Path) -> None:
    loaded = person.app.library.add(bad_bank)
    person.click("Question banks")
    assert len(loaded.problems) >= 2
    for problem in loaded.problems:
        assert person.reads(f"{problem.file}:{problem.line}:{problem.column}")
        assert person.reads(problem.code)
        assert person.reads(problem.message)
        assert person.reads(problem.remedy)


def test_sound_questions_of_a_faulty_bank_can_be_asked(person: Person, bad_bank: Path) -> None:
    person.app.library.add(bad_bank)
    person.click("Start an assessment")
    person.click("Start")
    assert person.reads("What holds in good?")


def test_a_bank_is_chosen_and_removed(person: Person) -> None:
    person.click("Question banks")
    assert person.app.library.active.framework is not None
    assert person.app.library.active.framework.title == KNOWN_TITLE
    person.click("Use this bank")
    assert person.app.library.is_shipped(person.app.library.active)
    person.click("Remove from the list")
    assert len(person.app.library.banks) == 1


def test_a_bank_that_is_gone_gives_way_to_the_shipped_one(open_app: OpenApp, known_bank: Path) -> None:
    let_go(open_app(bank=known_bank).app)
    known_bank.rename(known_bank.with_name("elsewhere"))
    person = open_app()
    assert person.reads("AI engineer")
    person.click("Question banks")
    assert person.reads(str(known_bank))


def test_reading_again_sees_what_was_mended(person: Person, bad_bank: Path) -> None:
    person.app.library.add(bad_bank)
    person.click("Question banks")
    assert person.reads("Errors:")
    write_bank(bad_bank.with_name("mended"), {"counting": [single("good")]}, title="Faulty")
    topic = "counting/counting-topic.yaml"
    (bad_bank / topic).write_bytes((bad_bank.with_name("mended") / topic).read_bytes())
    person.click("Read again")
    assert not person.reads("Errors: 1")
    assert not person.reads("Errors: 2")
