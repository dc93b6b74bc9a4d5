"""The documented bank on disk, and property tests without a deadline: a busy machine is no bug."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.bank.banks import write_bank

settings.register_profile("bank", deadline=None)
settings.load_profile("bank")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """The documented bank, without a fault."""
    return write_bank(tmp_path / "my-bank")
