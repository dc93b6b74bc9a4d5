"""A bank that asks, in every text that it may hold, for a picture outside of its folder, in every language there is."""

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from typing import Any

import yaml

from quizapp.core.problem import Problem, Severity
from tests.bank.banks import FRAMEWORK, examples, load, write_bank

Keys = tuple[str | int, ...]
"""Where a text stands in a document."""

CALLS = (
    '<img src="{url}">',
    '<a href="{url}">a</a>',
    "![a]({path})",
    "[a]({url})",
    '#image("{path}")',
    '<p style="background:url({path})">',
    "\\includegraphics{{{path}}}",
    '<object data="{path}">',
    "{{picture:{path}|a}}",
    '<image href="{url}">',
    "\\(\\href{{{url}}}{{a}}\\)",
    "{path}",
)
"""How HTML, Qt rich text, Markdown, Typst, CSS, LaTeX, SVG and our own markup would ask for a file."""


def write_canary_bank(folder: Path, picture: Path, first: int = 0) -> dict[str, str]:
    """Write the documented bank with a call in every text that takes one, and return these texts by their place.

    The calls take turns from ``first`` on, so that with as many banks as there are calls each text has held each.
    What is no free text (an id, a date, a number) refuses the call, and keeps what it had.
    """
    planted: dict[str, str] = {}
    calls = [call.format(path=picture, url=picture.as_uri()) for call in CALLS]
    files = {name: yaml.load(text, yaml.BaseLoader) for name, text in examples().items()}
    for name in files:
        trial = _Trial(folder / "trial", files, name)
        for keys in list(_texts(files[name])):
            turn = (first + len(planted)) % len(calls)
            if call := trial.plant(keys, calls[turn:] + calls[:turn]):
                planted[f"{name} {keys}"] = call
        rmtree(trial.folder)
    _write(write_bank(folder), files)
    assert not _errors(folder), _errors(folder)
    return planted


def write_broken_bank(folder: Path, picture: Path) -> Path:
    """Write a bank with a problem for each call, whose message quotes it."""
    fields = {call.format(path=picture, url=picture.as_uri()): "x" for call in CALLS}
    _write(folder, {"framework.yaml": {"schema": "1", **fields}})
    assert len(load(folder).problems) >= len(CALLS)
    return folder


class _Trial:
    """A small bank in which each text of one file is tried."""

    def __init__(self, folder: Path, files: dict[str, Any], name: str) -> None:
        self.folder = folder
        self._document = files[name]
        self._name = name
        _write(write_bank(folder), {FRAMEWORK: files[FRAMEWORK], name: self._document})
        # A bank of one topic is quickly looked at.
        for other in set(files) - {FRAMEWORK, name}:
            (folder / other).unlink()
        assert not _errors(folder)

    def plant(self, keys: Keys, calls: list[str]) -> str:
        """Put a call before a text, after it, or in its place: the first that the loader finds nothing wrong with."""
        before = _get(self._document, keys)
        # What takes no word takes no call: most texts are ids, numbers and dates.
        if self._takes(keys, before, "word"):
            for call in calls:
                if self._takes(keys, before, call):
                    return call
        self._put(keys, before)
        return ""

    def _takes(self, keys: Keys, before: str, call: str) -> bool:
        for text in (f"{call} {before}", f"{before} {call}", call):
            self._put(keys, text)
            if not _errors(self.folder):
                return True
        return False

    def _put(self, keys: Keys, text: str) -> None:
        _set(self._document, keys, text)
        _write(self.folder, {self._name: self._document})


def _errors(folder: Path) -> list[Problem]:
    return [problem for problem in load(folder).problems if problem.severity is Severity.ERROR]


def _texts(document: Any, keys: Keys = ()) -> Iterator[Keys]:
    if isinstance(document, str):
        yield keys
        return
    entries = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in entries:
        yield from _texts(value, (*keys, key))


def _get(document: Any, keys: Keys) -> Any:
    for key in keys:
        document = document[key]
    return document


def _set(document: Any, keys: Keys, text: str) -> None:
    _get(document, keys[:-1])[keys[-1]] = text


def _write(folder: Path, files: dict[str, Any]) -> None:
    for name, document in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(document), "utf-8")
