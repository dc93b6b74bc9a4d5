"""For each rule a fault that breaks it alone: an edit of the documented bank, or something done to its files.

A warning about a topic left without a question may come with any of them.
"""

import os
from collections.abc import Callable
from pathlib import Path

from quizapp.bank.limits import MAX_BYTES, MAX_NODES, MAX_PICTURE_BYTES
from quizapp.bank.rules import Rule
from tests.bank.banks import (
    CLOZE,
    CODE_LINE,
    FRAMEWORK,
    MATCH,
    MULTI,
    NUMERIC,
    PARAMETRIC,
    PICTURE,
    SHORT_TEXT,
    SINGLE,
    Edit,
    examples,
)
from tests.pictures import chunk, header_only, png

Fault = Callable[[Path], object]

OTHER = "  - slug: other\n    title: Other\n    topics:\n      - {slug: z, title: Z, scope: Z, weight: 1}\n"
"""A second competency, to stand in the framework's list."""

DISTRACTORS = "".join(examples()[MATCH].partition("    distractors:\n")[1:]).partition("    scoring:")[0]
"""The left-over targets of the match example."""

ALTERNATIVE = "".join(examples()[SINGLE].partition(" | Two circles")[1:]).partition("\n")[0] + "\n"
"""What the picture of the single example shows."""

_OPTIONS = examples()[SINGLE]
SECOND_OPTION = _OPTIONS[_OPTIONS.index("      - id: b\n") : _OPTIONS.index("      - id: c\n")]
"""The second of the three options of the single example."""

WRONG_TEXTS = _OPTIONS[_OPTIONS.index("Ada, Bo and Cy\n") : _OPTIONS.index("Ada and Cy\n")] + "Ada and Cy\n"
"""From the text of its first wrong option to that of the second."""

TWICE = "        answer: left\n      - {id: join, value: 1, tolerance: 0, rationale: So.}\n"
"""The rest of the drop-down of the cloze example, and another gap of its name."""

EDITS: list[tuple[Rule, Edit]] = [
    (Rule.NOT_UTF8, (SINGLE, "topic: joins", "topic: joins # \udce9")),
    (Rule.CONTROL_CHARACTER, (SINGLE, "topic: joins", "topic: joins # \0")),
    (Rule.ESCAPED_CONTROL, (SINGLE, "text: Ada and Cy", 'text: "Ada\\0"')),
    (Rule.BIDI_CHARACTER, (SINGLE, "text: Ada and Cy", "text: Ada \u202eand Cy")),
    (Rule.BIDI_CHARACTER, (SINGLE, "text: Ada and Cy", 'text: "Ada \\u2066and Cy"')),
    (Rule.YAML_SYNTAX, (SINGLE, "    type: single", "   type: single")),
    (Rule.YAML_TAB, (SINGLE, "    type: single", "\ttype: single")),
    (Rule.YAML_COLON, (SINGLE, "text: Ada and Cy", "text: Ada: and Cy")),
    (Rule.YAML_NO_COLON, (SINGLE, "    type: single", "    type single")),
    (Rule.YAML_SIGN, (SINGLE, "text: Ada and Cy", "text: **Ada** and Cy")),
    (Rule.YAML_SIGN, (SINGLE, "text: Ada and Cy", "text: `Ada` and Cy")),
    (Rule.YAML_SIGN, (SINGLE, "text: Ada and Cy", "text: @Ada and Cy")),
    (Rule.YAML_SIGN, (SINGLE, "text: Ada and Cy", "text: % of Ada and Cy")),
    (Rule.YAML_UNCLOSED, (SINGLE, 'where: "WHERE clause filtering"', 'where: "WHERE clause filtering')),
    (Rule.YAML_UNCLOSED, (SINGLE, "facts: [where-after-outer-join]", "facts: [where-after-outer-join")),
    (Rule.YAML_TOO_DEEP, (SINGLE, "facts: [where-after-outer-join]", f"facts: {'[' * 25_000}")),
    (Rule.YAML_TOO_LARGE, (SINGLE, "facts: [where-after-outer-join]", f"facts: [{'a,' * MAX_NODES}]")),
    (Rule.YAML_DIRECTIVE, (SINGLE, "schema: 1", "%YAML 1.1\n---\nschema: 1")),
    (Rule.YAML_ANCHOR, (SINGLE, "type: single", "type: &a single")),
    (Rule.YAML_TAG, (SINGLE, "type: single", "type: !!str single")),
    (Rule.YAML_TAG, (SINGLE, "type: single", "type: !!python/object/apply:os.system single")),
    (Rule.YAML_KEY, (SINGLE, "    type: single", "    ? [a]\n    : b\n    type: single")),
    (Rule.YAML_REPEATED_KEY, (SINGLE, "    type: single", "    type: single\n    type: single")),
    (Rule.YAML_SECOND_DOCUMENT, (SINGLE, "three customers of the stem\n", "three customers\n---\na: b\n")),
    (Rule.SCHEMA_VERSION, (SINGLE, "schema: 1", "schema: 2")),
    (Rule.EXPECTED_MAPPING, (NUMERIC, "answer: {value: 6, tolerance: 0, unit: points}", "answer: 6")),
    (Rule.EXPECTED_LIST, (SINGLE, "facts: [where-after-outer-join]", "facts: where-after-outer-join")),
    (Rule.EXPECTED_TEXT, (SINGLE, "text: Ada and Cy", "text: [Ada, Cy]")),
    (Rule.FIELD_MISSING, (SINGLE, "    seconds: 90\n", "")),
    (Rule.FIELD_UNKNOWN, (SINGLE, "fixed_order", "fixd_order")),
    (Rule.FIELD_UNKNOWN, (SINGLE, "    fixed_order: false\n", "    scoring: partial\n")),
    (Rule.FIELD_EMPTY, (SINGLE, "text: Ada and Cy", "text:")),
    (Rule.TEXT_TOO_LONG, (SINGLE, "text: Ada alone", f"text: {'Ada ' * 251}")),
    (Rule.LIST_LENGTH, (SINGLE, "facts: [where-after-outer-join]", f"facts: [{', '.join('abcdefghijklm')}]")),
    (Rule.NOT_A_SLUG, (SINGLE, "sql-outer-filter-001", "sql_outer_filter_001")),
    (Rule.NOT_WHOLE, (SINGLE, "seconds: 90", "seconds: 1m30")),
    (Rule.NOT_A_NUMBER, (NUMERIC, "{value: 6, tolerance", "{value: .nan, tolerance")),
    (Rule.NOT_A_NUMBER, (NUMERIC, "{value: 6, tolerance: 0", "{value: 6, tolerance: .inf")),
    (Rule.OUT_OF_RANGE, (NUMERIC, "{value: 6, tolerance: 0", "{value: 6, tolerance: -0.1")),
    (Rule.OUT_OF_RANGE, (SINGLE, "difficulty: 2", "difficulty: 6")),
    (Rule.OUT_OF_RANGE, (SINGLE, "seconds: 90", "seconds: 901")),
    (Rule.OUT_OF_RANGE, (FRAMEWORK, "readiness_cut: 0.7", "readiness_cut: 70")),
    (Rule.OUT_OF_RANGE, (FRAMEWORK, "weight: 50", "weight: 0")),
    (Rule.OUT_OF_RANGE, (FRAMEWORK, "share: 0.72", "share: 1")),
    (Rule.OUT_OF_RANGE, (FRAMEWORK, "spread: 0.06", "spread: 0")),
    (Rule.FIELD_MISSING, (FRAMEWORK, "      spread: 0.06\n", "")),
    (Rule.NOT_TRUE_OR_FALSE, (SINGLE, "fixed_order: false", "fixed_order: no")),
    (Rule.NOT_A_DATE, (SINGLE, "on: 2026-11-24", "on: 2026-02-30")),
    (Rule.NOT_ONE_OF, (SINGLE, "type: single", "type: essay")),
    (Rule.NOT_ONE_OF, (SINGLE, "stimulus: code", "stimulus: picture")),
    (Rule.NOT_A_LANGUAGE, (FRAMEWORK, "language: en", "language: English")),
    (Rule.NOT_AN_ARXIV_ID, (SINGLE, "url: https://www.sqlite.org/lang_select.html", "arxiv: arXiv:1904.09751")),
    (Rule.NOT_A_DOI, (SINGLE, "url: https://www.sqlite.org/lang_select.html", "doi: https://doi.org/10.1000/182")),
    (Rule.NOT_AN_ADDRESS, (SINGLE, "url: https://www.sqlite.org", "url: file:///etc/passwd#")),
    (Rule.NOT_AN_ADDRESS, (SINGLE, "url: https://www.sqlite.org", "url: javascript:alert(1)//")),
    (Rule.NOT_AN_ADDRESS, (SINGLE, "url: https://www.sqlite.org", "url: https://www.sqlite.org@example.org")),
    (Rule.ID_REPEATED, (SINGLE, "sql-outer-filter-001", "sql-count-null-001")),
    (Rule.REFERENCE_ADDRESS_MISSING, (SINGLE, "        url: https://www.sqlite.org/lang_select.html\n", "")),
    (Rule.AS_OF_MISSING, (MULTI, "    as_of: SQLite 3 (2026-11)\n", "")),
    (Rule.TABLE_ROW_WIDTH, (MULTI, '["3", "NULL"]', '["3", "NULL", "?"]')),
    (Rule.OPTION_ID_REPEATED, (MULTI, "{id: b,", "{id: a,")),
    (Rule.OPTION_TEXT_REPEATED, (MULTI, "`COUNT(*)`", "`COUNT(email)`")),
    (Rule.SINGLE_CORRECT_COUNT, (SINGLE, "correct: true", "correct: false\n        misconception: none")),
    (Rule.SINGLE_CORRECT_COUNT, (SINGLE, "correct: false", "correct: true")),
    (Rule.TOLERANCE_COUNT, (NUMERIC, "tolerance: 0, unit: points", "unit: points")),
    (Rule.TOLERANCE_COUNT, (NUMERIC, "tolerance: 0, unit", "tolerance: 0, relative_tolerance: 0.1, unit")),
    (Rule.COMMON_ERROR_OVERLAPS, (NUMERIC, "value: 4\n        tolerance: 0", "value: 4\n        tolerance: 2")),
    (Rule.VARIABLE_NAME, (PARAMETRIC, "{bytes: pages * size}", "{bytes: pages * size, free: pages - free}")),
    (Rule.VARIABLE_NAME, (PARAMETRIC, "      size: {values", "      max: {values: [1, 2]}\n      size: {values")),
    (Rule.VARIABLE_RANGE, (PARAMETRIC, "step: 250}", "step: 8001}")),
    (Rule.VARIABLE_RANGE, (PARAMETRIC, "step: 250}", "step: 8}")),
    (Rule.VARIABLE_HIDDEN, (PARAMETRIC, "-- <<free>>", "-- some")),
    (Rule.VARIABLE_UNUSED, (PARAMETRIC, "{bytes: pages * size}", "{bytes: pages * size, used: pages - free}")),
    (Rule.PLACEHOLDER_UNKNOWN, (PARAMETRIC, "<<bytes>>", "<<byte>>")),
    (Rule.PLACEHOLDER_UNKNOWN, (PARAMETRIC, "How large is the file now?", "Is the file <<answer>> large?")),
    (Rule.FORMULA_SYNTAX, (PARAMETRIC, "formula: bytes / 2 ** 20,", "formula: bytes / 2 * / 20,")),
    (Rule.FORMULA_NAME, (PARAMETRIC, "{bytes: pages * size}", "{bytes: pages * sizes}")),
    (Rule.FORMULA_NOT_FINITE, (PARAMETRIC, "formula: bytes / 10 ** 6", "formula: bytes / (size - 1024)")),
    (Rule.CONSTRAINTS_TIGHT, (PARAMETRIC, "[0.1 * pages <= free", "[pages < free")),
    (Rule.ANSWER_INEXACT, (PARAMETRIC, "relative_tolerance: 0.01, unit", "tolerance: 0, unit")),
    (Rule.DRAWN_ERROR_OVERLAPS, (PARAMETRIC, "relative_tolerance: 0.01, unit", "relative_tolerance: 0.04, unit")),
    (Rule.COMMON_TEXT_ACCEPTED, (SHORT_TEXT, "texts: [UNDO]", "texts: [undo, ' róllback ']")),
    (Rule.DISTRACTOR_MISSING, (MATCH, DISTRACTORS, "")),
    (Rule.DISTRACTOR_MISSING, (MATCH, DISTRACTORS, "    distractors: []\n")),
    (Rule.OPTION_ID_REPEATED, (MATCH, "id: error", "id: sum")),
    (Rule.OPTION_TEXT_REPEATED, (MATCH, "text: An error", "text: '**NULL**'")),
    (Rule.LISTING_TOO_LONG, (CODE_LINE, "buyers DESC;\n", "buyers DESC;\n" + 55 * "        -- more\n")),
    (Rule.LINE_MISSING, (CODE_LINE, "line: 6", "line: 7")),
    (Rule.LINE_BLANK, (CODE_LINE, "line: 6", "line: 5")),
    (Rule.LINE_REPEATED, (CODE_LINE, "line: 6", "line: 3")),
    (Rule.LINE_CORRECT_COUNT, (CODE_LINE, "correct: true", "correct: false\n        misconception: none")),
    (Rule.TEX_REFUSED, (NUMERIC, r"\(\frac{4 + 8}{2} = 6\)", r"\(\frac{4 + 8{2} = 6\)")),
    (Rule.TEX_REFUSED, (NUMERIC, r"\(\frac{4 + 8}{2} = 6\)", r"\(\average = 6\)")),
    (Rule.PICTURE_MISPLACED, (SINGLE, "list **every** customer,", "list {picture: figures/joins.png | A}")),
    (Rule.PICTURE_MISPLACED, (MATCH, 'prompt: "`count(*)`"', "prompt: '{picture: figures/joins.png | A}'")),
    (Rule.PICTURE_NAME, (SINGLE, "picture: figures/joins.png", "picture: ../my-bank/figures/joins.png")),
    (Rule.PICTURE_ALT_MISSING, (SINGLE, ALTERNATIVE, "}\n")),
    (Rule.TEXT_TOO_LONG, (SINGLE, "| Two circles", "| " + 100 * "Two circles")),
    (Rule.PICTURE_MISSING, (SINGLE, "picture: figures/joins.png", "picture: joins.png")),
    (Rule.PICTURE_CASE, (SINGLE, "picture: figures/joins.png", "picture: figures/Joins.png")),
    (Rule.LISTING_TOO_LONG, (CLOZE, "id [[test]];\n", "id [[test]];\n" + 58 * "      -- more\n")),
    (Rule.GAP_KIND, (CLOZE, "accept: [IS NULL, ISNULL]", "accepts: [IS NULL, ISNULL]")),
    (Rule.GAP_KIND, (CLOZE, "accept: [IS NULL, ISNULL]", "accept: [IS NULL]\n        value: 1")),
    (Rule.GAP_ANSWER, (CLOZE, "answer: left", "answer: outer")),
    (Rule.GAP_ID_REPEATED, (CLOZE, "        answer: left\n", TWICE)),
    (Rule.GAP_MISSING, (CLOZE, "        answer: left\n", TWICE.replace("join", "unwritten"))),
    (Rule.GAP_UNKNOWN, (CLOZE, "WHERE orders.id", "WHERE [[column]]")),
    (Rule.GAP_REPEATED, (CLOZE, "WHERE orders.id", "WHERE [[test]]")),
    (Rule.GAP_PLACE, (CLOZE, "    language: sql\n    text: |\n", "    text: |\n      ```\n")),
    (Rule.OPTION_ID_REPEATED, (CLOZE, "id: cross", "id: inner")),
    (Rule.OPTION_TEXT_REPEATED, (CLOZE, "text: CROSS JOIN", "text: JOIN")),
    (Rule.MISCONCEPTION_MISSING, (CLOZE, "            misconception: join-keeps-all\n", "")),
    (Rule.COMMON_TEXT_ACCEPTED, (CLOZE, "texts: [IS NOT NULL,", "texts: [is null,")),
    (Rule.SLUG_REPEATED, (FRAMEWORK, "slug: averages", "slug: joins")),
    (Rule.SLUG_REPEATED, (FRAMEWORK, "competencies:\n", f"competencies:\n{OTHER.replace('other', 'sql')}")),
    (Rule.TOPIC_UNKNOWN, (FRAMEWORK, "slug: averages", "slug: medians")),
    (Rule.REVIEW_DUE, (SINGLE, "on: 2026-11-24", "on: 2023-11-24")),
    (Rule.MISCONCEPTION_MISSING, (SINGLE, "        misconception: left-join-keeps-all\n", "")),
    (Rule.KEY_LONGEST, (SINGLE, "Ada alone", "Ada alone, as the filter drops the rows of the two others")),
    (Rule.OPTION_LENGTHS, (SINGLE, "Ada and Cy\n", "Ada and Cy, because NULL passes\n")),
    (Rule.OPTION_COUNT, (SINGLE, SECOND_OPTION, "")),
    (Rule.ABSOLUTE_WORDS, (SINGLE, WRONG_TEXTS, WRONG_TEXTS.replace(" Cy\n", " Cy, always\n"))),
    (Rule.ALL_OF_THE_ABOVE, (SINGLE, "Ada and Cy\n", "None of the above\n")),
    (Rule.NEGATIVE_STEM, (SINGLE, "Whom does this query list?", "Whom does this query not list?")),
    (Rule.STEM_LONG, (SINGLE, "A report should", f"{'It is Monday. ' * 23}A report should")),
    (Rule.SENTENCE_LONG, (SINGLE, "A report should", f"{'Today and ' * 14}a report should")),
    (Rule.KNOW_SENTENCES, (SINGLE, " Count the rows before", " One. Two. Count the rows before")),
    (Rule.TOPIC_WITHOUT_QUESTION,
     (FRAMEWORK, "    topics:\n", "    topics:\n      - {slug: z, title: Z, scope: Z, weight: 1}\n")),
]  # fmt: skip

MATERIAL: list[tuple[Rule, Edit]] = [
    (Rule.FIELD_UNKNOWN, (SINGLE, "know: >-", "knows: >-")),
    (Rule.FIELD_UNKNOWN, (SINGLE, "    why: how", "    reason: how")),
    (Rule.FIELD_EMPTY, (SINGLE, "    why: how each kind of join makes its rows", "    why: ''")),
    (Rule.FIELD_MISSING,
     (SINGLE, "  - title: A Relational Model of Data for Large Shared Data Banks\n    doi", "  - doi")),
    (Rule.TEXT_TOO_LONG, (SINGLE, "An outer join keeps", f"An {'outer ' * 250}join keeps")),
    (Rule.TEXT_TOO_LONG, (SINGLE, "    why: how", f"    why: how {'and how ' * 20}")),
    (Rule.LIST_LENGTH, (SINGLE, "read:\n", "read:\n" + "  - {title: More, url: https://www.sqlite.org/}\n" * 5)),
    (Rule.REFERENCE_ADDRESS_MISSING, (SINGLE, "    doi: 10.1145/362384.362685\n", "")),
    (Rule.NOT_A_DOI, (SINGLE, "doi: 10.1145/362384.362685", "doi: https://doi.org/10.1145/362384.362685")),
    (Rule.NOT_AN_ADDRESS, (SINGLE, "url: https://www.postgresql.org/docs", "url: file:///docs")),
    (Rule.PICTURE_MISPLACED, (SINGLE, "An outer join keeps", "{picture: figures/joins.png | J} keeps")),
    (Rule.TEX_REFUSED, (SINGLE, "An outer join keeps", "\\(\\frac{1\\) keeps")),
]  # fmt: skip
"""Faults of the learning material, each with the rule that it breaks; none costs a question."""


def _write(name: str, text: str) -> Fault:
    def fault(bank: Path) -> None:
        (bank / name).parent.mkdir(parents=True, exist_ok=True)
        (bank / name).write_text(text, "utf-8")

    return fault


def _no_option_is_right(bank: Path) -> None:
    text = (bank / MULTI).read_text("utf-8")
    (bank / MULTI).write_text(text.replace("correct: true", "correct: false, misconception: x"), "utf-8")


def _every_option_is_right(bank: Path) -> None:
    text = (bank / MULTI).read_text("utf-8")
    (bank / MULTI).write_text(text.replace("correct: false", "correct: true"), "utf-8")


def _let_fast_facts_age(bank: Path) -> None:
    text = (bank / MULTI).read_text("utf-8")
    (bank / MULTI).write_text(text.replace("{on: 2026-11-24", "{on: 2026-06-24"), "utf-8")


def _move_topic(bank: Path) -> None:
    framework = (bank / FRAMEWORK).read_text("utf-8")
    (bank / FRAMEWORK).write_text(framework + OTHER, "utf-8")
    (bank / "other").mkdir()
    (bank / SINGLE).rename(bank / "other" / "joins.yaml")


def _link_outside(bank: Path) -> None:
    outside = bank.parent / "elsewhere.yaml"
    (bank / SINGLE).rename(outside)
    (bank / SINGLE).symlink_to(outside)


def _link_folder_outside(bank: Path) -> None:
    (bank / "sql").rename(bank.parent / "elsewhere")
    (bank / "sql").symlink_to(bank.parent / "elsewhere")


def _pipe(bank: Path) -> None:
    (bank / SINGLE).unlink()
    os.mkfifo(bank / SINGLE)


def _folder_for_file(bank: Path) -> None:
    (bank / SINGLE).unlink()
    (bank / SINGLE).mkdir()


def _huge(bank: Path) -> None:
    with (bank / SINGLE).open("r+b") as file:
        file.truncate(8 * MAX_BYTES)


def _far_too_deep_a_link(bank: Path) -> None:
    (bank / SINGLE).unlink()
    (bank / SINGLE).symlink_to(bank / SINGLE)


def _picture(data: bytes) -> Fault:
    return lambda bank: (bank / PICTURE).write_bytes(data)


def _link_picture_outside(bank: Path) -> None:
    (bank / PICTURE).rename(bank.parent / "joins.png")
    (bank / PICTURE).symlink_to("../../joins.png")


def _pipe_for_picture(bank: Path) -> None:
    (bank / PICTURE).unlink()
    os.mkfifo(bank / PICTURE)


def _show(count: int, data: bytes) -> Fault:
    """Let one question show so many pictures."""

    def fault(bank: Path) -> None:
        names = [f"sql/{number}.png" for number in range(count)]
        for name in names:
            (bank / name).write_bytes(data)
        text = (bank / SINGLE).read_text("utf-8")
        shown = "".join(f"      {{picture: {name} | A}}\n\n" for name in names)
        (bank / SINGLE).write_text(text.replace("      {picture:", f"{shown}      {{picture:", 1), "utf-8")

    return fault


DEEDS: list[tuple[Rule, Fault]] = [
    (Rule.PATH_MISSING, lambda bank: bank.rename(bank.with_name("other"))),
    (Rule.NOT_A_FOLDER, lambda bank: (bank.rename(bank.with_name("other")), bank.write_text(""))[0]),
    (Rule.NOT_A_FILE, _pipe),
    (Rule.NOT_A_FILE, _folder_for_file),
    (Rule.NOT_READABLE, _far_too_deep_a_link),
    (Rule.LINK_OUTSIDE, _link_outside),
    (Rule.LINK_OUTSIDE, _link_folder_outside),
    (Rule.FRAMEWORK_MISSING, lambda bank: (bank / FRAMEWORK).unlink()),
    (Rule.FRAMEWORK_AMBIGUOUS, lambda bank: (bank / "copy.yaml").write_bytes((bank / FRAMEWORK).read_bytes())),
    (Rule.FILE_IGNORED, _write("sql/more.yml", "schema: 1")),
    (Rule.FILE_IGNORED, _write("sql/deeper/joins.yaml", "schema: 1")),
    (Rule.FILE_IGNORED, _write("framework.YAML", "schema: 1")),
    (Rule.FILE_TOO_LARGE, _huge),
    (Rule.FILE_EMPTY, _write(SINGLE, "")),
    (Rule.FILE_EMPTY, _write(SINGLE, "# to be written\n")),
    (Rule.PROBLEMS_CUT, _write(SINGLE, "schema: 1\ntopic: joins\nquestions:\n" + "  - {}\n" * 400)),
    (Rule.MULTI_CORRECT_COUNT, _no_option_is_right),
    (Rule.MULTI_CORRECT_COUNT, _every_option_is_right),
    (Rule.WITHHELD, _let_fast_facts_age),
    (Rule.PICTURE_OUTSIDE, _link_picture_outside),
    (Rule.PICTURE_UNREADABLE, _pipe_for_picture),
    (Rule.PICTURE_TOO_LARGE, _picture(png(extra=chunk(b"tEXt", bytes(MAX_PICTURE_BYTES))))),
    (Rule.PICTURE_FORMAT, _picture(b"GIF89a")),
    (Rule.PICTURE_DIMENSIONS, _picture(header_only(4_097, 1))),
    (Rule.PICTURES_TOO_MANY, _show(8, png())),
    (Rule.PICTURES_TOO_LARGE, _show(3, png(extra=chunk(b"tEXt", bytes(4_000_000))))),
    (Rule.COMPETENCY_UNKNOWN, lambda bank: (bank / "sql").rename(bank / "sequel")),
    (Rule.TOPIC_MISPLACED, _move_topic),
    (Rule.TOPIC_FILE_NAME, lambda bank: (bank / SINGLE).rename(bank / "sql" / "join.yaml")),
]
