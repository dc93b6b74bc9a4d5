"""The team view in the window: files chosen or dropped, read one by one, shown together and not kept."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from quizapp.core.session import QuizSession
from quizapp.core.team_marks import DASHES, MARKS
from quizapp.core.team_shapes import LINES
from quizapp.report.formats import render_result
from quizapp.report.options import ReportOptions
from quizapp.ui.theme.colours import DARK, LIGHT, Colours, contrast
from quizapp.ui.theme.members import member_inks
from quizapp.ui.widgets.member_mark import MemberEntry
from quizapp.ui.widgets.team_radar import TeamRadar
from tests.factories import make_plan, make_session
from tests.report.conftest import CREATED
from tests.ui.conftest import OpenApp
from tests.ui.person import Person
from tests.ui.qt_tools import settle
from tests.ui.test_no_clipping import find_faults, open_at


def attempt(number: int, count: int = 40) -> QuizSession:
    answers = [n * 7 % 11 > number % 9 for n in range(count)]
    return make_session(make_plan(count), answers, id_=f"attempt-{number}", finished=True)


def write(folder: Path, name: str, session: QuizSession, person: str = "") -> Path:
    path = folder / name
    options = ReportOptions(person=person)
    path.write_bytes(render_result(session, path.suffix[1:], created=CREATED, app_version="1", options=options))
    return path


def write_team(folder: Path, count: int) -> tuple[Path, ...]:
    return tuple(write(folder, f"m{n}.json", attempt(n), f"Person {n}") for n in range(count))


def mime(*urls: QUrl | Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([url if isinstance(url, QUrl) else QUrl.fromLocalFile(str(url)) for url in urls])
    return data


def drop(person: Person, *urls: QUrl | Path) -> bool:
    """Drag files over the window and let them go; whether it would take them."""
    data, copy, left = mime(*urls), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(person.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(person.window, QDropEvent(QPointF(400, 300), copy, data, left, none))
    return enter.isAccepted()


def drop_team(person: Person, paths: Sequence[Path]) -> None:
    assert drop(person, *paths)
    wait(person)


def wait(person: Person) -> None:
    person.qtbot.waitUntil(lambda: not person.reads("Reading the files"), timeout=20_000)
    settle()


def test_files_dropped_are_shown_together(person: Person, tmp_path: Path) -> None:
    pdf = write(tmp_path, "third.pdf", attempt(7), "Grace")
    drop_team(person, [*write_team(tmp_path, 2), pdf])
    assert person.is_on(person.window.team)
    assert person.reads("3 members. The files are only read: nothing is stored, and nothing leaves this computer.")
    assert len(person.see(TeamRadar)) == 1
    assert len(person.see(MemberEntry)) == 3
    assert person.reads("| 3 of 3 | 70 %")
    assert person.reads("Grace | ")
    assert person.app.store.list_attempts() == ()
    person.click("Done")
    assert person.is_on(person.window.home)


def test_several_files_are_chosen_in_the_dialog(person: Person, tmp_path: Path) -> None:
    first, second = write_team(tmp_path, 2)
    person.name_file(partial(person.click, "Open result…"), f'"{first}" "{second}"')
    wait(person)
    assert person.is_on(person.window.team)
    assert person.reads("2 members")


def test_one_file_dropped_opens_as_a_result(person: Person, tmp_path: Path) -> None:
    assert drop(person, *write_team(tmp_path, 1))
    settle()
    assert person.is_on(person.window.results)
    assert person.reads("From the file m0.json")


def test_a_team_that_is_shown_takes_in_one_more(person: Person, tmp_path: Path) -> None:
    *two, third = write_team(tmp_path, 3)
    drop_team(person, two)
    drop_team(person, [third])
    assert person.is_on(person.window.team)
    assert person.reads("3 members")
    person.name_file(partial(person.click, "Add result files…"), str(write(tmp_path, "d.json", attempt(5), "Dora")))
    wait(person)
    assert person.reads("4 members")
    assert person.reads("middle half")


def test_bad_files_are_named_and_hide_no_good_ones(person: Person, tmp_path: Path) -> None:
    good = write_team(tmp_path, 2)
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    other = attempt(8)
    role = replace(other.plan.framework, id="baker", title="Baker")
    foreign = write(tmp_path, "baker.json", replace(other, plan=replace(other.plan, framework=role)))
    again = write(tmp_path, "again.json", attempt(0))
    bad = [tmp_path / "notes.txt", tmp_path / "broken.pdf", tmp_path / "gone.json", tmp_path, foreign, again]
    drop_team(person, [good[0], *bad, good[1]])
    assert person.reads("2 members")
    assert person.reads("6 files were left out")
    for words in ("notes.txt is no result", "broken.pdf is damaged", "gone.json can't be read"):
        assert person.reads(words)
    assert person.reads("baker.json is of the role Baker, the others are of AI engineer.")
    assert person.reads("again.json is a result that is in the team already")
    drop_team(person, [write(tmp_path, "later.json", attempt(5))])
    assert not person.reads("files were left out")


def test_nothing_but_bad_files_says_what_to_do(person: Person, tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        (tmp_path / name).write_text("{}")
    drop_team(person, [tmp_path / "a.json", tmp_path / "b.json"])
    assert person.reads("2 files were left out")
    assert person.reads("Drop result files here")
    assert not person.see(TeamRadar)


def test_names_are_hidden_and_shown_again(person: Person, tmp_path: Path) -> None:
    drop_team(person, write_team(tmp_path, 2))
    person.click("Hide names")
    assert not person.reads("Person 1")
    assert person.reads("Member 2")
    person.click("Show names")
    assert person.reads("Person 1")


def test_a_member_is_removed(person: Person, tmp_path: Path) -> None:
    drop_team(person, write_team(tmp_path, 3))
    person.click("Remove Person 1")
    assert person.reads("2 members")
    assert not person.reads("Person 1")
    for name in ("Person 0", "Person 2"):
        person.click(f"Remove {name}")
    assert person.reads("Drop result files here")


def test_two_of_one_name_are_told_apart(person: Person, tmp_path: Path) -> None:
    drop_team(person, [write(tmp_path, f"{n}.json", attempt(n), "Ada\nLovelace") for n in range(2)])
    assert person.reads("Remove Ada Lovelace (2)")


def test_arrow_keys_read_the_axes(person: Person, tmp_path: Path) -> None:
    drop_team(person, write_team(tmp_path, 2))
    [radar] = person.see(TeamRadar)
    radar.setFocus()
    assert person.reads("LLM basics: median ")
    person.press(Qt.Key.Key_Right)
    assert person.reads("Fine-tuning: median ")
    assert "Person 1" in radar.accessibleDescription()


def test_more_than_eight_are_a_median_and_a_band(person: Person, tmp_path: Path) -> None:
    drop_team(person, write_team(tmp_path, LINES + 1))
    assert person.reads("Median of the members")
    assert not person.see(MemberEntry)


def test_nothing_is_dropped_on_a_question(person: Person, tmp_path: Path) -> None:
    person.start("All (3)")
    assert not drop(person, *write_team(tmp_path, 2))
    settle()
    assert person.is_on(person.window.question)


def test_what_is_no_file_of_this_computer_is_not_taken(person: Person) -> None:
    assert not drop(person, QUrl("https://example.org/result.json"))


@pytest.mark.parametrize(("size", "scale"), [((720, 520), 100), ((900, 600), 200), ((1200, 820), 80)])
@pytest.mark.parametrize("count", [3, 12])
def test_nothing_is_cut_off(
    open_app: OpenApp, data: Path, tmp_path: Path, size: tuple[int, int], scale: int, count: int
) -> None:
    person = open_at(open_app, data, size, scale)
    (tmp_path / "notes.txt").write_text("hello")
    drop_team(person, [*write_team(tmp_path, count), tmp_path / "notes.txt"])
    assert (person.window.width(), person.window.height()) == size
    assert [*find_faults(person)] == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_members_are_told_apart(colours: Colours) -> None:
    inks = member_inks(is_dark=colours.is_dark)
    assert len(set(inks)) == len(set(MARKS)) == len(DASHES) == LINES
    assert all(contrast(ink, colours.surface) >= 3 for ink in inks)
