"""Settings by name. The caller decides about names and values; both raise sqlite3.Error."""

import json
import sqlite3

from quizapp.storage.encoding import to_json

_PUT = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


def read_setting(connection: sqlite3.Connection, name: str) -> str | None:
    """The value of a setting, or None if it was never set. Raises ValueError if it is damaged."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(json.loads(row["value"]))


def write_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Set or replace a value."""
    # JSON, because a path of Linux may hold bytes that are not UTF-8, which SQLite's text refuses.
    connection.execute(_PUT, (name, to_json(value)))
