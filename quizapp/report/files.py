"""Writing a file so that the old one stays whole whatever goes wrong."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from quizapp.core.errors import ReportError


def write_file(path: Path, data: bytes) -> None:
    """Write or replace a file: afterwards it holds all of ``data``, or is as it was before.

    The data go to a temporary file in the same folder, down to the disk, and only then to the file's name; a link
    is followed. Raises ReportError, which says why and what to do; a file left half-written is removed.
    """
    target = Path(os.path.realpath(path))
    with _explained(target, _WRITING):
        _refuse_unfit(target)
        temporary = _write_beside(target, data)
    try:
        with _explained(target, _REPLACING):
            temporary.replace(target)
    finally:
        # Gone where it was renamed; left over where that was refused.
        with suppress(OSError):
            temporary.unlink()
    with _explained(target, _SYNCING):
        _sync_folder(target.parent)


def _refuse_unfit(target: Path) -> None:
    """Only a plain file is replaced: a rename would take the place of a device, or override write protection."""
    if target.is_dir():
        raise ReportError(f"{target} is a folder. Give a file name inside it.")
    if not target.exists():
        return
    if not target.is_file():
        raise ReportError(f"{target} is no ordinary file. Choose another name.")
    # Opening it tells why it may not be written, which asking for its permissions does not.
    with _explained(target, _REPLACING), target.open("r+b"):
        pass


def _write_beside(target: Path, data: bytes) -> Path:
    """A new file in the same folder, written down to the disk; on failure there is none."""
    # A short name of its own: one derived from the target's could be too long for the file system.
    temporary = target.parent / f".quizapp-{secrets.token_hex(6)}.tmp"
    with temporary.open("xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, temporary)
        except BaseException:
            # What is still buffered must not be tried again, and Windows removes no open file.
            with suppress(OSError):
                file.close()
            temporary.unlink(missing_ok=True)
            raise
    return temporary


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # A letter box: one may put files in and not look.
        return
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems have no such call.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


_DENIED = "You may not write in {folder}. Choose another folder, or change its permissions."
_HELD = "{file} is write-protected, or open in another program. Close it there, or choose another name."

# Reasons by error number; 0 stands for any other.
_WRITING: Mapping[int, str] = {
    errno.ENOSPC: "The disk is full: {file} was not written. Free some space or choose another disk.",
    errno.EDQUOT: "Your disk quota is used up: {file} was not written. Free some space or choose another disk.",
    errno.EFBIG: "{file} would be larger than this account or disk allows. Choose another disk, or raise the limit.",
    errno.EROFS: "{folder} is on a read-only disk. Choose another folder.",
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.ENOENT: "The folder {folder} does not exist. Make it first, or choose another one.",
    errno.ENOTDIR: "{folder} is not a folder. Choose another one.",
    errno.ENAMETOOLONG: "The name {name} is too long for this disk. Choose a shorter one.",
    0: "{file} was not written: {reason}. Try again, or choose another folder.",
}
# What refuses here is not the folder but the file that stands there, as on Windows while a program has it open.
_REPLACING: Mapping[int, str] = {**_WRITING, errno.EACCES: _HELD, errno.EPERM: _HELD, errno.EBUSY: _HELD}
_SYNCING: Mapping[int, str] = {
    0: "{file} was written, but the disk did not confirm it: {reason}. Look at the file, and export it again elsewhere."
}


@contextmanager
def _explained(target: Path, reasons: Mapping[int, str]) -> Iterator[None]:
    """Turn an operating system's error into one that says what to do."""
    try:
        yield
    except OSError as error:
        raise ReportError(_explanation(error, target, reasons)) from error


def _explanation(error: OSError, target: Path, reasons: Mapping[int, str]) -> str:
    words = reasons.get(error.errno or 0, reasons[0])
    name = target.name if len(target.name) <= 40 else target.name[:40] + "…"
    text = words.format(file=target, folder=target.parent, name=name, reason=error.strerror or error)
    return f"{text} The old file is unchanged." if reasons is not _SYNCING and _exists(target) else text


def _exists(target: Path) -> bool:
    with suppress(OSError):
        return target.exists()
    return False
