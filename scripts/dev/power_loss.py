"""The long form of the power-loss campaign: 1,000 moments of each scenario, and the control. Prints a line each.

Run it from the project's folder: ``PYTHONPATH=. .venv/bin/python scripts/dev/power_loss.py [POINTS]``. Needs strace.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.storage.power.actor import SCENARIOS
from tests.storage.power.campaign import run_campaign


def main() -> int:
    if shutil.which("strace") is None:
        print("strace is missing: apt install strace", file=sys.stderr)
        return 1
    points = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    lost = 0
    print("scenario | synchronous | moments | with a loss | the first")
    for scenario in SCENARIOS:
        lost += _run(scenario, points, normal=False)
    for scenario in ("answer", "practise"):
        _run(scenario, points, normal=True)
    return 1 if lost else 0


def _run(scenario: str, points: int, *, normal: bool) -> int:
    with tempfile.TemporaryDirectory() as folder:
        outcome = run_campaign(scenario, Path(folder), points, seed=points, normal=normal)
    first = outcome.losses[0][1] if outcome.losses else "–"
    print(scenario, "NORMAL" if normal else "FULL", points, len(outcome.losses), first, sep=" | ", flush=True)
    return len(outcome.losses)


if __name__ == "__main__":
    sys.exit(main())
