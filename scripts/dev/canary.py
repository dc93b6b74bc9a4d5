"""The long form of the canary: each text of a bank holds each call once. Prints a line a run (docs/safety.md).

Run it from the project's folder: ``PYTHONPATH=. .venv/bin/python scripts/dev/canary.py``. Needs strace.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.ui.canary.bank import CALLS
from tests.ui.canary.run import canary_pixels, run_canary


def main() -> int:
    if shutil.which("strace") is None:
        print("strace is missing: apt install strace", file=sys.stderr)
        return 1
    found = 0
    print("run | texts | pictures | with the canary | files opened | sockets")
    for first in range(len(CALLS)):
        with tempfile.TemporaryDirectory() as folder:
            run = run_canary(Path(folder), first, seed=first)
            seen = sum(canary_pixels(picture) > 0 for picture in run.pictures)
            sockets = len(run.sockets or ())
            print(first, len(run.planted), len(run.pictures), seen, len(run.opened), sockets, sep=" | ", flush=True)
            found += seen + len(run.opened) + sockets
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
