"""Pictures come from the bank's folder and from nowhere else."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.limits import MAX_BANK_PICTURE_BYTES
from quizapp.bank.picture_shelf import PictureShelf, Refused
from quizapp.bank.rules import Rule
from quizapp.bank.sources import read_regular
from quizapp.core.question import Question
from tests.bank.banks import PICTURE, ROOT, SINGLE, codes, ids, load, only, place_in, write_bank
from tests.pictures import JPEG, png

ID = "sql-outer-filter-001"

HOSTILE = [
    "../secret.png",
    "sql/../../secret.png",
    "sql/../joins.png",
    "./figures/joins.png",
    "/etc/passwd",
    "/etc/passwd.png",
    "//server/share/x.png",
    "file:///etc/passwd.png",
    "http://example.org/x.png",
    "https://example.org/x.png",
    "data:image/png;base64,iVBORw0KGgo.png",
    "qrc:/x.png",
    ":/x.png",
    "C:\\x.png",
    "C:/x.png",
    "sql\\joins.png",
    "sql//joins.png",
    "~/x.png",
    "$HOME/x.png",
    ".hidden.png",
    ".git/x.png",
    "sql/.png",
    "sql",
    "sql/joins.yaml",
    "joins.svg",
    "joins.gif",
    "joins.webp",
    "joins.png.svg",
    "joins.png?x",
    "joins.png/",
    "joins.png ,x",
    "jöins.png",
    "jo ins.png",
    "con.png",
    "NUL.png",
    "com1/x.png",
    "sql/aux.tar.png",
    "x" * 117 + ".png",
    "<img src=x>.png",
    "",
]


def question(folder: Path) -> Question:
    (found,) = [question for question in load(folder).bank.questions if question.id == ID]
    return found


def name_picture(folder: Path, name: str) -> Path:
    """The documented bank with its picture under another name in the text."""
    return write_bank(folder, (SINGLE, f"picture: {PICTURE}", f"picture: {name}"))


def test_a_question_holds_its_pictures_whole(bank: Path) -> None:
    (picture,) = question(bank).pictures
    assert (picture.name, picture.media_type, picture.width, picture.height) == (PICTURE, "image/png", 48, 32)
    assert picture.data == (bank / PICTURE).read_bytes()


def test_a_question_without_pictures_holds_none(bank: Path) -> None:
    assert sum(len(question.pictures) for question in load(bank).bank.questions) == 1


def test_the_format_is_told_by_the_bytes(bank: Path) -> None:
    (bank / PICTURE).write_bytes(JPEG)
    assert question(bank).pictures[0].media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Whom does this query list?", "Whom does this query list?\n\n      {}"),
        ("text: Ada alone", "text: '{}'"),
        ("rationale: Only her row", 'rationale: "{}\\n\\nOnly her row passes"\n        # '),
    ],
)
def test_pictures_stand_in_stems_options_and_rationales(old: str, new: str, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, old, new.format("{picture: sql/Other.JPEG | A}")))
    (bank / "sql" / "Other.JPEG").write_bytes(JPEG)
    assert {picture.name for picture in question(bank).pictures} == {PICTURE, "sql/Other.JPEG"}


def test_one_file_named_twice_is_one_picture(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "text: Ada alone", f"text: '{{picture: {PICTURE} | A}}'"))
    assert [picture.name for picture in question(bank).pictures] == [PICTURE]


def test_the_digest_is_over_pictures_too(bank: Path) -> None:
    before = load(bank).bank
    (bank / PICTURE).write_bytes(png(colour=(1, 2, 3)))
    after = load(bank).bank
    assert after.digest != before.digest
    strip = [replace(question, pictures=()) for question in after.questions]
    assert strip == [replace(question, pictures=()) for question in before.questions]


def test_the_place_is_that_of_the_text(tmp_path: Path) -> None:
    bank = name_picture(tmp_path / "my-bank", "sql/none.png")
    problem = only(load(bank), Rule.PICTURE_MISSING.code)
    assert (problem.line, problem.column) == place_in(bank / SINGLE, ">-\n      An outer join")


def test_signs_in_code_are_no_picture(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "WHERE total > 10;", "WHERE '{picture: /etc/passwd | A}';"))
    assert load(bank).problems == ()


@pytest.mark.parametrize("entry", ["'{picture: /etc/passwd | A}'", "['{picture: /etc/passwd | A}']"])
def test_a_question_that_is_none_shows_no_pictures(entry: str, bank: Path) -> None:
    (bank / SINGLE).write_text(f"schema: 1\ntopic: joins\nquestions:\n  - {entry}\n", "utf-8")
    assert Rule.EXPECTED_MAPPING.code in codes(load(bank))


def test_more_pictures_than_a_question_may_show_are_not_looked_for(tmp_path: Path) -> None:
    shown = "".join(f"      {{picture: sql/{number}.png | A}}\n\n" for number in range(9))
    loaded = load(write_bank(tmp_path / "my-bank", (SINGLE, "      {picture:", f"{shown}      {{picture:")))
    assert only(loaded, Rule.PICTURES_TOO_MANY.code).message == "This question shows 10 pictures."
    assert Rule.PICTURE_MISSING.code not in codes(loaded)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_no_path_in_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    loaded = load(name_picture(tmp_path / "my-bank", name))
    assert codes(loaded).count(Rule.PICTURE_NAME.code) == 1
    assert ID not in ids(loaded)


def test_a_nul_never_reaches_a_name(tmp_path: Path) -> None:
    loaded = load(name_picture(tmp_path / "my-bank", "figures/joins.png\0.png"))
    assert Rule.CONTROL_CHARACTER.code in codes(loaded)
    refused = PictureShelf(tmp_path / "my-bank").get("figures/joins.png\0.png")
    assert isinstance(refused, Refused)
    assert refused.rule is Rule.PICTURE_NAME


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_links_that_stay_inside_are_followed(bank: Path) -> None:
    (bank / PICTURE).rename(bank / "stored.png")
    (bank / PICTURE).symlink_to("../stored.png")
    assert question(bank).pictures[0].data == png()


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
@pytest.mark.parametrize("target", ["/dev/zero", "/etc/passwd", "../../outside.png", "../../../../../../etc/hosts"])
def test_links_that_lead_out_are_not(target: str, bank: Path) -> None:
    (bank.parent / "outside.png").write_bytes(png())
    (bank / PICTURE).unlink()
    (bank / PICTURE).symlink_to(target)
    assert Rule.PICTURE_OUTSIDE.code in codes(load(bank))


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_a_folder_that_leads_out_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.png").write_bytes(png())
    bank = name_picture(tmp_path / "my-bank", "pictures/x.png")
    (bank / "pictures").symlink_to("../elsewhere")
    assert Rule.PICTURE_OUTSIDE.code in codes(load(bank))


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_a_way_out_and_back_in_is_not_taken(tmp_path: Path) -> None:
    bank = name_picture(tmp_path / "my-bank", "out/back.png")
    (tmp_path / "elsewhere").mkdir()
    (bank / "out").symlink_to("../elsewhere")
    (tmp_path / "elsewhere" / "back.png").symlink_to(bank / PICTURE)
    assert Rule.PICTURE_OUTSIDE.code in codes(load(bank))
    assert [path for path in outside(bank) if "elsewhere" in path] == []


@pytest.mark.skipif(sys.platform == "win32", reason="links as POSIX has them")
def test_a_link_that_takes_the_place_of_a_file_meanwhile_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(ROOT / "LICENSE")
    assert read_regular(tmp_path / "link", 100_000) == (ROOT / "LICENSE").read_bytes()
    with pytest.raises(OSError, match="link"):
        read_regular(tmp_path / "link", 100_000, follow=False)


def test_a_folder_in_the_place_of_a_picture(bank: Path) -> None:
    (bank / PICTURE).unlink()
    (bank / PICTURE).mkdir()
    assert Rule.PICTURE_UNREADABLE.code in codes(load(bank))


def test_all_pictures_of_a_bank_have_a_limit(tmp_path: Path) -> None:
    data = png(extra=b"")
    (tmp_path / "a.png").write_bytes(data)
    (tmp_path / "b.png").write_bytes(data)
    shelf = PictureShelf(tmp_path, room=2 * len(data) - 1)
    assert not isinstance(shelf.get("a.png"), Refused)
    refused = shelf.get("b.png")
    assert isinstance(refused, Refused)
    assert refused.rule is Rule.PICTURES_TOO_LARGE
    assert PictureShelf(tmp_path).room == MAX_BANK_PICTURE_BYTES


AUDIT = """
import json, os, sys
from datetime import date
from pathlib import Path
import quizapp.bank.loader, quizapp.bank.types.single
folder = Path(sys.argv[1])
load = quizapp.bank.loader.load_bank
load(folder, today=date(2026, 12, 1))  # whatever is imported late is there now
touched = []
def note(event, arguments):
    if event in ("open", "os.listdir", "os.scandir") or event.startswith(("socket.", "subprocess.", "urllib.")):
        touched.append(str(arguments[0]) if arguments else event)
sys.addaudithook(note)
codes = [problem.code for problem in load(folder, today=date(2026, 12, 1)).problems]
seen = list(touched)
print(json.dumps({"codes": codes, "touched": seen}))
"""


def outside(folder: Path, script: str = AUDIT) -> Iterator[str]:
    """What loading a bank opens or lists that does not lie in its folder; by the interpreter's own audit events."""
    command = [sys.executable, "-c", script, str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=90)
    told = json.loads(result.stdout)
    assert any(Path(path).is_relative_to(folder) for path in told["touched"]), "the hook saw nothing at all"
    yield from (path for path in told["touched"] if not Path(path).is_relative_to(folder))


def test_nothing_outside_is_opened_or_listed(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    bank = write_bank(tmp_path / "my-bank")
    if sys.platform != "win32":
        (bank / "sql" / "link.png").symlink_to("/etc/passwd")
        (bank / "pictures").symlink_to(tmp_path)
    names = [*HOSTILE, "sql/link.png", "pictures/secret.png"]
    text = (bank / SINGLE).read_text("utf-8")
    head, _, rest = text.partition("  - id: ")
    copies = (rest.replace(f"picture: {PICTURE}", f"picture: {name}") for name in names)
    (bank / SINGLE).write_text(head + "".join(f"  - id: {copy}" for copy in copies), "utf-8")
    found = codes(load(bank))
    assert found.count(Rule.PICTURE_NAME.code) == len(HOSTILE)
    assert found.count(Rule.PICTURE_OUTSIDE.code) == 2 or sys.platform == "win32"
    assert list(outside(bank)) == []


def test_the_watch_sees_a_file_outside(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank")
    script = AUDIT.replace("seen = list(touched)", "open(folder.parent / 'canary', 'w').close()\nseen = list(touched)")
    assert list(outside(bank, script)) == [str(tmp_path / "canary")]
