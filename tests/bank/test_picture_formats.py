"""PNG and JPEG are told by what they hold, and damage is seen."""

import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.picture_formats import Header, NotAPicture, read_header
from tests.pictures import JPEG, chunk, header_only, png

PNG = png(5, 3)


def test_both_kinds_tell_their_dimensions() -> None:
    assert read_header(PNG) == Header("image/png", 5, 3)
    assert read_header(JPEG) == Header("image/jpeg", 24, 16)


def test_dimensions_of_any_size_are_told() -> None:
    assert read_header(header_only(2**31 - 1, 1)).width == 2**31 - 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"RIFF\0\0\0\0WEBPVP8 ",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"BM",
        b"II*\0",
        b"%PDF-1.7",
    ],
)
def test_other_formats_are_none(data: bytes) -> None:
    with pytest.raises(NotAPicture, match="does not begin like one"):
        read_header(data)


@pytest.mark.parametrize("data", [PNG, JPEG], ids=["png", "jpeg"])
def test_every_way_of_cutting_off_is_seen(data: bytes) -> None:
    for end in range(len(data)):
        with pytest.raises(NotAPicture):
            read_header(data[:end])


@given(st.integers(8, len(PNG) - 1), st.integers(1, 255))
def test_every_changed_byte_of_a_png_is_seen(place: int, change: int) -> None:
    damaged = bytearray(PNG)
    damaged[place] ^= change
    with pytest.raises(NotAPicture):
        read_header(bytes(damaged))


@pytest.mark.parametrize("data", [PNG, JPEG], ids=["png", "jpeg"])
def test_what_follows_the_end_is_refused(data: bytes) -> None:
    with pytest.raises(NotAPicture, match="something follows its end"):
        read_header(data + b"PK\x03\x04")


def test_a_png_without_pixels_or_with_two_headers_is_refused() -> None:
    start, header = PNG[:8], PNG[8:33]
    for chunks in (header, header * 2 + PNG[33:-12], chunk(b"IDAT", zlib.compress(b"")) + header):
        with pytest.raises(NotAPicture, match="header is damaged"):
            read_header(start + chunks + chunk(b"IEND", b""))


def test_a_jpeg_without_loss_is_a_rare_kind() -> None:
    frame = JPEG.index(b"\xff\xc0")
    with pytest.raises(NotAPicture, match="rare"):
        read_header(JPEG[:frame] + b"\xff\xc3" + JPEG[frame + 2 :])


def test_a_jpeg_whose_segments_lead_nowhere_is_damaged() -> None:
    with pytest.raises(NotAPicture, match="header is damaged"):
        read_header(b"\xff\xd8\xff\xe0" + struct.pack(">H", 60_000) + b"\xff\xd9")


@given(st.sampled_from([b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]), st.binary(max_size=80))
def test_any_bytes_give_a_header_or_a_verdict(start: bytes, rest: bytes) -> None:
    with suppress(NotAPicture):
        assert read_header(start + rest + b"\xff\xd9").width >= 0
