"""The documented bank on disk."""

from pathlib import Path

import pytest

from tests.bank.banks import write_bank


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The documented bank, without a fault."""
    return write_bank(tmp_path / "my-bank")
