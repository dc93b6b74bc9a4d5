"""Real refusals of a real disk, for a block of a test."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from quizapp.storage.store import AttemptStore

Refusal = Callable[[AttemptStore], AbstractContextManager[None]]
NOBODY = 65534


@contextmanager
def full_database(store: AttemptStore) -> Iterator[None]:
    """The file cannot grow by a page: SQLite fails as on a full disk, in the middle of a transaction."""
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    yield
    store._connection.execute("PRAGMA max_page_count = 1000000").fetchall()


@contextmanager
def failing_writes(store: AttemptStore) -> Iterator[None]:
    """The system lets no file grow beyond what the WAL has now: the write call itself fails."""
    size = store.path.with_name(f"{store.path.name}-wal").stat().st_size
    with file_size_limit(size):
        yield


@contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    """No file of this process grows beyond ``size`` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def as_ordinary_user(task: Callable[[], str]) -> str:
    """What a task returns in a child process that is not root, whom no file mode stops."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setresgid(NOBODY, NOBODY, NOBODY)
                os.setresuid(NOBODY, NOBODY, NOBODY)
            os.write(writer, task().encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said
