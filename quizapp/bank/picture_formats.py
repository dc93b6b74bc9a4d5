"""PNG and JPEG by their own words: dimensions from the header, damage from checksums and end marks; none is decoded.

PNG: https://www.w3.org/TR/png-3/, section 5. JPEG: ITU-T T.81, annex B. No library of ours reads just this: those that
know image headers also fetch addresses, or decode.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

PNG, JPEG = "image/png", "image/jpeg"

_PNG_START = b"\x89PNG\r\n\x1a\n"
_JPEG_START, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
# Baseline, extended and progressive, Huffman-coded: what every viewer shows.
_FRAMES = (0xC0, 0xC1, 0xC2)
_OTHER_FRAMES = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture says of itself; ``width`` and ``height`` in pixels."""

    media_type: str
    width: int
    height: int


class NotAPicture(ValueError):  # noqa: N818 - a verdict; its text is the reason, as part of a sentence
    """The bytes are no whole PNG or JPEG."""


def read_header(data: bytes) -> Header:
    """Type and dimensions of a picture. Raises NotAPicture."""
    if data.startswith(_PNG_START):
        return _read_png(data)
    if data.startswith(_JPEG_START):
        return _read_jpeg(data)
    raise NotAPicture("it does not begin like one")


def _read_png(data: bytes) -> Header:
    chunks = list(_chunks(data))
    kinds = [kind for kind, _ in chunks]
    if kinds[0] != b"IHDR" or len(chunks[0][1]) != 13 or kinds.count(b"IHDR") != 1 or b"IDAT" not in kinds:
        raise NotAPicture("its header is damaged")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    return Header(PNG, width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and content of each chunk up to the end mark, which has to be the end."""
    at, kind = len(_PNG_START), b""
    while kind != b"IEND":
        if len(data) < at + 12:
            raise NotAPicture("it is cut off")
        (length,) = struct.unpack_from(">I", data, at)
        end = at + 8 + length
        kind, body, check = data[at + 4 : at + 8], data[at + 8 : end], data[end : end + 4]
        if len(check) < 4:
            raise NotAPicture("it is cut off")
        if zlib.crc32(body, zlib.crc32(kind)) != int.from_bytes(check, "big"):
            raise NotAPicture("a part of it is damaged")
        yield kind, body
        at = end + 4
    if at != len(data):
        raise NotAPicture("something follows its end")


def _read_jpeg(data: bytes) -> Header:
    if not data.rstrip(b"\0").endswith(_JPEG_END):
        raise NotAPicture("it is cut off, or something follows its end")
    for kind, body in _segments(data):
        if kind in _OTHER_FRAMES:
            raise NotAPicture("its kind of JPEG is a rare one")
        if kind in _FRAMES and len(body) >= 6:
            height, width = struct.unpack_from(">HH", body, 1)
            return Header(JPEG, width, height)
    raise NotAPicture("its header is damaged")


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and content of each segment before the first scan."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xFF:  # a mark may be padded
            at += 1
            continue
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == _SCAN or length < 2:
            return
        yield kind, data[at + 4 : at + 2 + length]
        at += 2 + length
