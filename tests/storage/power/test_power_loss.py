"""The short form of the power-loss campaign; scripts/dev/power_loss.py is the long one (docs/reliability.md)."""

import shutil
from pathlib import Path

import pytest

from tests.storage.power.actor import SCENARIOS
from tests.storage.power.campaign import run_campaign

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace records what a program writes")

POINTS = 60


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_confirmed_is_lost(scenario: str, tmp_path: Path) -> None:
    assert run_campaign(scenario, tmp_path, POINTS, seed=1).losses == ()


@pytest.mark.parametrize("scenario", ["answer", "practise"])
def test_the_campaign_finds_what_less_syncing_loses(scenario: str, tmp_path: Path) -> None:
    assert len(run_campaign(scenario, tmp_path, POINTS, seed=1, normal=True).losses) >= POINTS // 6
