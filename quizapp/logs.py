"""The log: what went wrong inside of the program, without a word of what anyone answered."""

import faulthandler
import logging
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from quizapp import __version__

LOG_BYTES, LOG_FILES = 256 * 1024, 3

_logger = logging.getLogger("quizapp")


def open_log(folder: Path) -> Path | None:
    """Write the log into a folder from now on, which is created; None where that can't be done.

    The program runs all the same then: a log is not worth a start. The file is replaced when it reaches 256 KiB, and
    three old ones are kept.
    """
    path = folder / "quizapp.log"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(f"%(asctime)s {__version__} %(levelname)s %(message)s"))
    _logger.addHandler(handler)
    _logger.propagate = False
    return path


@contextmanager
def fatal_faults_logged(folder: Path) -> Iterator[None]:
    """While this holds, what brings down the interpreter itself leaves where it happened in ``fatal.log``."""
    with ExitStack() as stack:
        with suppress(OSError):
            file = stack.enter_context((folder / "fatal.log").open("a", encoding="utf-8"))
            faulthandler.enable(file)
            stack.callback(faulthandler.disable)
        yield


def log_fault(error: type[BaseException], trace: TracebackType | None) -> None:
    """Log one of our own bugs: its kind, and where it happened.

    Its text is left out, since that may quote what was answered.
    """
    frames = "".join(traceback.format_tb(trace))
    _logger.error("%s\n%s", error.__qualname__, frames)
