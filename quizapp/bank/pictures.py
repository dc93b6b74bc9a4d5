"""The pictures that questions name in their markup, with their files, or every reason why they can't be shown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.bank.findings import Findings, Mark, shorten
from quizapp.bank.limits import MAX_PICTURES, MAX_QUESTION_PICTURE_BYTES, TEXT_LIMITS
from quizapp.bank.nodes import MappingNode, Node, ScalarNode, SequenceNode
from quizapp.bank.picture_shelf import PictureShelf, Refused
from quizapp.bank.questions import Found
from quizapp.bank.rules import Rule
from quizapp.core.markup import Block, Listing, Paragraph, Picture, Style, TableBlock, parse_markup
from quizapp.core.question import PictureFile, Pictures

_ATTEMPT = re.compile(r"\{\s*picture\s*:")

_LONGEST = max(TEXT_LIMITS.values())
_FIELDS = frozenset({"stem", "explanation", "rationale", "rationale_true", "rationale_false"})
_LISTS = frozenset({"options", "items"})
_VERBATIM = frozenset({"code", "table", "listing", "references", "verified", "id", "facts"})


def with_pictures(found: Found, node: Node, shelf: PictureShelf, findings: Findings) -> Found:
    """A question with the files of the pictures that it names; without the question if one can't be used."""
    before = findings.errors
    pictures = list(_pictures(node, findings))
    names = list(dict.fromkeys(picture.name for _, picture in pictures))
    if len(names) > MAX_PICTURES:
        # None of them is looked for: a hostile file could name more than a disk answers in a minute.
        findings.add(Rule.PICTURES_TOO_MANY, node.mark, count=len(names), limit=MAX_PICTURES)
        return replace(found, question=None)
    files = _files(pictures, shelf, findings)
    if sum(len(file.data) for file in files) > MAX_QUESTION_PICTURE_BYTES:
        limit = f"{MAX_QUESTION_PICTURE_BYTES:,}"
        findings.add(Rule.PICTURES_TOO_LARGE, node.mark, what="this question", limit=limit)
    if found.question is None or findings.errors > before:
        return replace(found, question=None)
    return replace(found, question=replace(found.question, pictures=files)) if files else found


def names_picture(markup: str) -> bool:
    """Whether a text shows a picture, or tries to."""
    return any(isinstance(block, Picture) or _is_stray(block) for block in parse_markup(markup))


def _files(pictures: Iterable[tuple[Mark, Picture]], shelf: PictureShelf, findings: Findings) -> Pictures:
    """The files that can be used, each once, in the order named."""
    files: dict[str, PictureFile] = {}
    for mark, picture in pictures:
        file = shelf.get(picture.name)
        if isinstance(file, Refused):
            findings.add(file.rule, mark, name=shorten(picture.name), **file.details)
        else:
            files[picture.name] = file
        _check_alt(picture, mark, findings)
    return tuple(files.values())


def _check_alt(picture: Picture, mark: Mark, findings: Findings) -> None:
    limit, name = TEXT_LIMITS["alternative text"], shorten(picture.name)
    if not picture.alt:
        findings.add(Rule.PICTURE_ALT_MISSING, mark, name=name)
    elif len(picture.alt) > limit:
        what = f"The alternative text of '{name}'"
        findings.add(Rule.TEXT_TOO_LONG, mark, what=what, length=f"{len(picture.alt):,}", limit=f"{limit:,}")


def _pictures(node: Node, findings: Findings) -> Iterator[tuple[Mark, Picture]]:
    """The pictures in the fields that show them; what was meant as one and is none is reported."""
    for path, scalar in _scalars(node, ()):
        # What is too long for any text was reported, and isn't worth the reading.
        if not path or len(scalar.text) > _LONGEST or not _ATTEMPT.search(scalar.text):
            continue
        blocks = parse_markup(scalar.text.strip())
        pictures = [block for block in blocks if isinstance(block, Picture)]
        if any(map(_is_stray, blocks)) or (pictures and not _may_show(path)):
            findings.add(Rule.PICTURE_MISPLACED, scalar.mark)
        elif _may_show(path):
            yield from ((scalar.mark, picture) for picture in pictures)


def _scalars(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], ScalarNode]]:
    """Every value that is no verbatim text, with the names of the fields that lead to it."""
    match node:
        case ScalarNode():
            yield path, node
        case SequenceNode(_, items):
            for item in items:
                yield from _scalars(item, path)
        case MappingNode(_, entries):
            for name, entry in entries.items():
                # A text beside a language is code.
                if name not in _VERBATIM and not (name == "text" and "language" in entries):
                    yield from _scalars(entry.value, (*path, name))


def _may_show(path: tuple[str, ...]) -> bool:
    """Whether a field is drawn as blocks, and not as one line."""
    return path[-1] in _FIELDS or (path[0] in _LISTS and path[1:] == ("text",))


def _is_stray(block: Block) -> bool:
    """Whether a block holds what looks like a picture in the midst of its text; signs in code are meant."""
    match block:
        case Paragraph(spans):
            lines = [spans]
        case Listing(items, _):
            lines = list(items)
        case TableBlock(rows):
            lines = [cell for row in rows for cell in row]
        case _:
            return False
    return any(span.style is not Style.CODE and _ATTEMPT.search(span.text) for line in lines for span in line)
