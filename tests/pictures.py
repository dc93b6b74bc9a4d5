"""Small real pictures for tests, made without any picture library."""

import base64
import struct
import zlib

from quizapp.core.question import PictureFile

Colour = tuple[int, ...]
"""Red, green and blue, 0..255, and with a fourth number opacity."""

INK = (190, 30, 120)
"""No colour of the app's own."""

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYV"
    "pQYEpRUk//wAALCAAQABgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIh"
    "MUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhI"
    "WGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AIqK"
    "KKKK/9k="
)
"""A grey square of 24 × 16 pixels."""


def png(width: int = 48, height: int = 32, colour: Colour = INK, extra: bytes = b"") -> bytes:
    """A PNG of one colour with a white bar across its middle; ``extra`` are whole chunks before the pixels."""
    kind = 6 if len(colour) == 4 else 2
    bar = bytes([255] * len(colour))
    rows = [(bar if height // 3 <= row < height // 2 else bytes(colour)) * width for row in range(height)]
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk of a PNG with its checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header_only(width: int, height: int) -> bytes:
    """A PNG that claims dimensions, with pixels of nothing: sound to whom does not decode."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def picture_file(name: str = "sql/joins.png", data: bytes = b"", size: tuple[int, int] = (48, 32)) -> PictureFile:
    """A picture as the bank gives it."""
    media_type = "image/jpeg" if data.startswith(b"\xff\xd8") else "image/png"
    return PictureFile(name, media_type, *size, data or png(*size))
