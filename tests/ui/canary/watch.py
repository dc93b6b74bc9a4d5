"""Whether anyone opens a file: Linux tells who watches its folder."""

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPEN, _NONBLOCK = 0x20, 0o4000
_EVENT = struct.Struct("iIII")


class Opened:
    """What was opened in a folder while it was watched."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def names(self) -> list[str]:
        """The names of files opened since the last look; the empty name is the folder itself."""
        try:
            data = os.read(self._handle, 65_536)
        except BlockingIOError:
            return []
        found = []
        while data:
            *_, length = _EVENT.unpack_from(data)
            found.append(data[_EVENT.size : _EVENT.size + length].rstrip(b"\0").decode())
            data = data[_EVENT.size + length :]
        return found


@contextmanager
def watched(folder: Path) -> Iterator[Opened]:
    """Watch a folder for files that any program opens (inotify's IN_OPEN)."""
    libc = ctypes.CDLL(None, use_errno=True)
    handle = libc.inotify_init1(_NONBLOCK)
    try:
        assert handle >= 0, os.strerror(ctypes.get_errno())
        assert libc.inotify_add_watch(handle, os.fsencode(folder), _OPEN) >= 0, os.strerror(ctypes.get_errno())
        yield Opened(handle)
    finally:
        os.close(handle)
