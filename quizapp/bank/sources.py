"""Files from disk, whatever lies there: a pipe does not hang, a device or a huge file is not read."""

import os
import stat
from pathlib import Path

from quizapp.bank.findings import Findings
from quizapp.bank.limits import MAX_BYTES
from quizapp.bank.rules import Rule

# Opening a pipe waits for a writer unless told not to; Windows has neither the flag nor such files.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_source(path: Path, root: Path, findings: Findings) -> bytes | None:
    """The bytes of a file below ``root``, or None after reporting why there are none."""
    if not is_inside(path, root):
        findings.add(Rule.LINK_OUTSIDE)
        return None
    try:
        data = _read(path, findings)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path
        findings.add(Rule.PATH_MISSING)
    except OSError as error:
        findings.add(Rule.NOT_READABLE, reason=reason_of(error))
    else:
        return data
    return None


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path, with every link on its way followed, lies in a folder."""
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    except ValueError:
        return True  # a NUL in the path: opening it will tell


def reason_of(error: OSError) -> str:
    """The system's words for a refusal, as part of a sentence."""
    return (error.strerror or type(error).__name__).rstrip(".").lower()


def read_regular(path: Path, limit: int, *, follow: bool = True) -> bytes | Rule:
    """The bytes of an ordinary file of up to ``limit`` bytes, or the rule that it breaks. Raises OSError.

    Without ``follow`` a link is an error.
    """
    descriptor = os.open(path, _FLAGS if follow else _FLAGS | getattr(os, "O_NOFOLLOW", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return Rule.NOT_A_FILE
        # The size first; the read is bounded too, for a file that grows meanwhile.
        data = _read_at_most(descriptor, limit + 1) if status.st_size <= limit else None
    finally:
        os.close(descriptor)
    return Rule.FILE_TOO_LARGE if data is None or len(data) > limit else data


def _read(path: Path, findings: Findings) -> bytes | None:
    data = read_regular(path, MAX_BYTES)
    if isinstance(data, bytes):
        return data
    findings.add(data, limit=f"{MAX_BYTES:,}")
    return None


def _read_at_most(descriptor: int, size: int) -> bytes:
    parts = []
    while size and (part := os.read(descriptor, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
