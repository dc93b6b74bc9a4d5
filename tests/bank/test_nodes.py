"""YAML as nodes: text, places, and nothing that YAML would do behind one's back."""

import pytest

from quizapp.bank.documents import read_document
from quizapp.bank.findings import Findings, Mark
from quizapp.bank.limits import MAX_DEPTH
from quizapp.bank.nodes import MappingNode, Node, ScalarNode, SequenceNode, mark_at
from quizapp.bank.reader import read_nodes


def read(text: str) -> tuple[Node | None, list[str]]:
    findings = Findings("file.yaml")
    node = read_nodes(text, findings)
    return node, [str(problem) for problem in findings.problems()]


def plain(node: Node | None) -> object:
    """A tree as Python's own values."""
    if isinstance(node, MappingNode):
        return {name: plain(entry.value) for name, entry in node.entries.items()}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return node.text if node else None


def test_every_scalar_is_text() -> None:
    node, problems = read("a: [no, 012, ~, 1e3, 2026-11-24, 'x', \"y\"]\nb:\nno: |\n  line\n")
    assert problems == []
    assert plain(node) == {"a": ["no", "012", "~", "1e3", "2026-11-24", "x", "y"], "b": "", "no": "line\n"}


def test_places_count_from_one() -> None:
    node, _ = read("a:\n  - b\n  - c: dé\n    e: f\n")
    assert node is not None
    assert node.mark == Mark(1, 1)
    assert mark_at(node, "a", 0) == Mark(2, 5)
    assert mark_at(node, "a", 1, "e") == Mark(4, 8)
    assert mark_at(node, "a", 1, "nowhere", 7) == mark_at(node, "a", 1) == Mark(3, 5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_count_alike(end: str) -> None:
    node, problems = read(end.join(["a: 1", "b:", "  - c", "d: |", "  x", "  y", ""]))
    assert problems == []
    assert node is not None
    assert mark_at(node, "b", 0) == Mark(3, 5)
    assert plain(node) == {"a": "1", "b": ["c"], "d": "x\ny\n"}


def test_a_merge_key_is_a_field_like_any_other() -> None:
    node, problems = read("<<: {a: 1}\nb: 2\n")
    assert (plain(node), problems) == ({"<<": {"a": "1"}, "b": "2"}, [])


def test_an_alias_is_not_followed() -> None:
    node, problems = read("a: &x [lol, lol]\nb: [*x, *x]\n")
    assert plain(node) == {"a": ["lol", "lol"], "b": ["", ""]}
    assert [problem.split(":")[1:3] for problem in problems] == [["1", "4"], ["2", "5"], ["2", "9"]]


def test_an_alias_bomb_is_as_small_as_it_is_written() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    node, problems = read("\n".join(rows))
    assert isinstance(node, MappingNode)
    assert all("yaml-anchor" in problem for problem in problems)
    assert len(problems) == 30 + 29 * 9


@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "{a: ", "[[\n"])
def test_nesting_ends_at_the_limit(unit: str) -> None:
    node, problems = read(unit * 25_000)
    assert node is None
    assert [problem.split(" ")[2] for problem in problems] == ["yaml-too-deep:"]


def test_as_many_levels_as_allowed_are_read() -> None:
    assert read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1] == []
    assert read("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2))[0] is None


def test_a_flaw_is_known_to_what_holds_it_and_not_to_its_neighbours() -> None:
    node, _ = read("questions:\n  - {a: !!str b}\n  - {a: b}\n  - {a: b, a: c}\n")
    assert isinstance(node, MappingNode)
    questions = node.get("questions")
    assert isinstance(questions, SequenceNode)
    assert [item.flawed for item in questions.items] == [True, False, True]
    assert node.flawed


def test_the_first_of_two_documents_is_read() -> None:
    node, problems = read("a: 1\n---\nb: [\n")
    assert plain(node) == {"a": "1"}
    assert [problem.split(" ")[0] for problem in problems] == ["file.yaml:2:1:"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: 1\nb: \xff\n", "2:4"),
        (b"\xef\xbb\xbfa: \xe9", "1:4"),
        ("a: é\r\nb: é\0".encode(), "2:5"),
        ("a: \u2028\x85".encode(), "2:1"),
        (b"a: 1\n\xef\xbb\xbfb: 2", "2:1"),
        ("a: 1\n".encode("utf-16"), "1:1"),
        (b"a: \x1b[31m", "1:4"),
        (b"a: \x7f", "1:4"),
        (b"a: 1\n%TAG ! b\n", "2:1"),
    ],
)
def test_what_is_not_plain_utf8_is_refused_at_its_place(data: bytes, place: str) -> None:
    findings = Findings("file.yaml")
    assert read_document(data, "A file", findings) is None
    (problem,) = findings.problems()
    assert f"{problem.line}:{problem.column}" == place


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: 1\r\n", "a: 1 # 5 % of 𝄞".encode(), b"a: 1\n  # %\n"])
def test_bom_and_any_letters_are_fine(data: bytes) -> None:
    findings = Findings("file.yaml")
    node = read_document(data, "A file", findings)
    assert plain(node) == {"a": "1"}
    assert findings.problems() == ()


def test_a_scalar_file_is_no_mapping() -> None:
    findings = Findings("file.yaml")
    assert read_document(b"only words\n", "A topic file", findings) is None
    assert [problem.code for problem in findings.problems()] == ["expected-mapping"]
    assert isinstance(read("only words\n")[0], ScalarNode)
