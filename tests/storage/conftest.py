"""The store of a test: a real file in the test's own folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.storage.store import AttemptStore, open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "attempts.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[AttemptStore]:
    with open_store(path, app_version="1.2.3") as store:
        yield store
