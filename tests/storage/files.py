"""Files in states that only a crash, a stranger or a newer program leaves."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.storage.migrate import migrate
from quizapp.storage.schema import APPLICATION_ID
from quizapp.storage.store import open_store

_OLD_FILE = Path(__file__).parent / "fixtures" / "v1-attempts.sql"


def contents(path: Path) -> dict[str, bytes]:
    """Every byte beside and in a file. The -shm file is left out: readers keep their locks in it."""
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if not file.name.endswith("-shm")}


def look(path: Path, query: str) -> list[tuple[object, ...]]:
    """What another program sees in the file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def write_sql(path: Path, *statements: str) -> None:
    """Run statements as another program would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def write_old_file(path: Path) -> None:
    """A file with two attempts as version 1 left it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_OLD_FILE.read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("PRAGMA journal_mode = WAL")


def leave_in_wal(path: Path, *statements: str) -> None:
    """Run statements, and leave the file as a kill does: the main file old, what is new in its WAL."""
    work = path.with_name("work") / path.name
    work.parent.mkdir()
    if path.exists():
        shutil.copy(path, work)
    with closing(sqlite3.connect(work, isolation_level=None)) as connection:
        for statement in ("PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", *statements):
            connection.execute(statement)
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(work.with_name(name), path.with_name(name))
    shutil.rmtree(work.parent)


def interrupt_first_start(path: Path, *, page_1_written: bool) -> None:
    """Leave a new file as a kill does that comes during the first commit: pages written, the journal still hot."""
    journal = path.with_name(f"{path.name}-journal")
    kept = path.with_name("kept")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("BEGIN IMMEDIATE")
        migrate(connection, path)
        connection.execute("INSERT INTO setting (name, value) VALUES ('fill', hex(zeroblob(40000)))")
        shutil.copy(journal, kept)
        written = path.read_bytes()
        connection.execute("COMMIT")
    kept.replace(journal)
    if not page_1_written:
        path.write_bytes(written)


def make_newer(path: Path) -> None:
    open_store(path).close()
    write_sql(path, "PRAGMA user_version = 99")
