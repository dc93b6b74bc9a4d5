"""The picture files of one bank: found, read once and looked at, or the reason why not.

Names are paths within the bank's folder. They are compared with a pattern before anything on disk is touched, so that
no address, no drive, no ``..`` and no hidden file is ever looked for.
"""

import os
import re
from pathlib import Path

from quizapp.bank.findings import shorten
from quizapp.bank.limits import MAX_BANK_PICTURE_BYTES, MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, MAX_PICTURE_SIDE
from quizapp.bank.picture_formats import Header, NotAPicture, read_header
from quizapp.bank.rules import Rule
from quizapp.bank.sources import is_inside, read_regular, reason_of
from quizapp.core.question import PictureFile

_PART = r"(?!(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[./]|\Z))[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_NAME = re.compile(rf"(?=.{{1,120}}\Z){_PART}(?:/{_PART})*(?<=[A-Za-z0-9_-])\.(?i:png|jpe?g)")


class Refused(Exception):  # noqa: N818 - a verdict, which the shelf remembers
    """Why a picture can't be used."""

    def __init__(self, rule: Rule, **details: object) -> None:
        super().__init__(rule.code)
        self.rule = rule
        self.details = details


class PictureShelf:
    """The pictures of the bank in a folder, each read once however often it is named; ``room`` is for bytes of all."""

    def __init__(self, root: Path, room: int = MAX_BANK_PICTURE_BYTES) -> None:
        self.root = root
        self.room = room
        self._known: dict[str, PictureFile | Refused] = {}

    def get(self, name: str) -> PictureFile | Refused:
        """The picture of a name, or why there is none."""
        if name not in self._known:
            try:
                self._known[name] = self._read(name)
            except Refused as refused:
                self._known[name] = refused
        return self._known[name]

    def _read(self, name: str) -> PictureFile:
        if not _NAME.fullmatch(name):
            raise Refused(Rule.PICTURE_NAME)
        # Links are followed once; what is opened is what was compared, and no link any more.
        path = Path(os.path.realpath(self.root / name))
        if not is_inside(path, self.root):
            raise Refused(Rule.PICTURE_OUTSIDE)
        try:
            _check_spelling(self.root, name)
            data = read_regular(path, MAX_PICTURE_BYTES, follow=False)
        except (FileNotFoundError, NotADirectoryError):
            raise Refused(Rule.PICTURE_MISSING) from None
        except OSError as error:
            raise Refused(Rule.PICTURE_UNREADABLE, reason=reason_of(error)) from None
        return self._kept(name, data)

    def _kept(self, name: str, data: bytes | Rule) -> PictureFile:
        if data is Rule.FILE_TOO_LARGE:
            raise Refused(Rule.PICTURE_TOO_LARGE, limit=f"{MAX_PICTURE_BYTES:,}")
        if not isinstance(data, bytes):
            raise Refused(Rule.PICTURE_UNREADABLE, reason="it is no ordinary file")
        header = _header(data)
        if len(data) > self.room:
            raise Refused(Rule.PICTURES_TOO_LARGE, what="this bank", limit=f"{MAX_BANK_PICTURE_BYTES:,}")
        self.room -= len(data)
        return PictureFile(name, header.media_type, header.width, header.height, data)


def _header(data: bytes) -> Header:
    try:
        header = read_header(data)
    except NotAPicture as verdict:
        raise Refused(Rule.PICTURE_FORMAT, reason=verdict) from None
    sides = (header.width, header.height)
    if not (min(sides) >= 1 and max(sides) <= MAX_PICTURE_SIDE and sides[0] * sides[1] <= MAX_PICTURE_PIXELS):
        most = f"{MAX_PICTURE_SIDE:,} on a side and {MAX_PICTURE_PIXELS:,} in all"
        raise Refused(Rule.PICTURE_DIMENSIONS, width=f"{sides[0]:,}", height=f"{sides[1]:,}", limit=most)
    return header


def _check_spelling(root: Path, name: str) -> None:
    """Names as they are on disk: some systems take any capitals, and the next one does not. Raises Refused, OSError."""
    folder, parts = root, name.split("/")
    for part in parts:
        if not is_inside(folder, root):  # out by one link, and back in by another
            raise Refused(Rule.PICTURE_OUTSIDE)
        listed = os.listdir(folder)  # noqa: PTH208 - names are enough
        if part not in listed:
            other = next((entry for entry in listed if entry.casefold() == part.casefold()), None)
            raise Refused(Rule.PICTURE_CASE, found=shorten(other)) if other else Refused(Rule.PICTURE_MISSING)
        folder /= part
