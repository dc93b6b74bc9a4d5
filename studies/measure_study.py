"""The study of the measure: seeded, every figure from the program's own tables. See docs/measure.md, "Evidence".

    PYTHONPATH=. python -m studies.measure_study [--people 4000] [--short] [--out studies/results] [--only PART]

Needs the dependency group ``studies`` beside the program's own dependencies. The short form leaves catsim out.
"""

import argparse
import json
import platform
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import numpy as np

from quizapp.core.measure import READY_ANSWERS, SURE, TAU
from quizapp.core.measure.grid import PRIOR_SD
from studies.adaptive import compare_rules
from studies.banks import Bank, shipped_banks, synthetic_banks
from studies.cells import LENGTHS, Cell, Row, run_cell
from studies.model import build_model
from studies.people import FIXED, NARROW, POPULATIONS, SEED, WIDE
from studies.readiness import draw_paths, fixed_rows, stopped_rows
from studies.same import check_draw, check_same
from studies.tables import write_tables

TAUS = (0.5, 0.8)
SHIFTS = (-0.5, 0.5)
LABEL_BATCHES = 10
SHORT_PEOPLE = 1000
VARIANTS = {
    "as it stands": (TAU, PRIOR_SD),
    "τ = 0": (0.0, PRIOR_SD),
    "τ = .5": (0.5, PRIOR_SD),
    "prior N(0, 1)": (TAU, 1.0),
    "prior N(0, 2²)": (TAU, 2.0),
}


def coverage(banks: list[Bank], people: int) -> Iterator[Row]:
    """Every bank and population with both τ, fixed and adaptive; shifted difficulties; partial credit."""
    for bank in banks:
        plain = [Cell(bank, population, tau) for population in (*POPULATIONS, *FIXED) for tau in TAUS]
        moved = [Cell(bank, population, TAU, shift) for population in POPULATIONS for shift in SHIFTS]
        partial = [Cell(bank, population, TAU, partial=True) for population in (*POPULATIONS, *FIXED)]
        adaptive = [replace(cell, adaptive=True) for cell in plain]
        for cell in (*plain, *moved, *partial, *adaptive):
            yield from run_cell(cell, people)


def readiness(banks: list[Bank], people: int) -> Iterator[Row]:
    """The labels after fixed numbers of answers and under the stopping rule, with ten times the people."""
    for bank in banks:
        for population in POPULATIONS:
            for adaptive in (False, True):
                cell = Cell(bank, population, adaptive=adaptive)
                paths = draw_paths(cell, people, LABEL_BATCHES)
                yield from ({"kind": "fixed", **row} for row in fixed_rows(cell, paths))
                yield from ({"kind": "stopped", **row} for row in stopped_rows(cell, paths))


def choices(banks: list[Bank], people: int) -> Iterator[Row]:
    """Adaptive against random, in the banks that have room to choose."""
    for bank in banks:
        if bank.size > max(LENGTHS):
            for population in (WIDE, NARROW):
                yield from compare_rules(bank, population, people)


def variants(banks: list[Bank], people: int) -> Iterator[Row]:
    """What another τ or prior in the model would do; the truth stays the same."""
    for bank in banks:
        if bank.name == "usual":
            for name, (tau, prior_sd) in VARIANTS.items():
                model = build_model(bank, tau, prior_sd=prior_sd)
                for population in (*POPULATIONS, *FIXED):
                    cell = Cell(bank, population)
                    yield from ({"model": name, **row} for row in run_cell(cell, people, model=model))


def catsim(banks: list[Bank], people: int) -> Iterator[Row]:
    """catsim is slow: one bank."""
    from studies.peer import compare_with_catsim

    for bank in banks:
        if bank.name == "usual":
            yield from compare_with_catsim(bank, NARROW, people)


def speed(_banks: list[Bank], _people: int) -> Iterator[Row]:
    """Ours and catsim's, timed in turns."""
    from studies.speed import time_beside_catsim

    yield from time_beside_catsim()


Part = Callable[[list[Bank], int], Iterator[Row]]
PARTS: dict[str, Part] = {
    "coverage": coverage,
    "readiness": readiness,
    "choices": choices,
    "variants": variants,
    "catsim": catsim,
    "speed": speed,
}
SHORT_PARTS = ("coverage", "choices")


def main() -> None:
    options = _options()
    banks = [*shipped_banks(), *synthetic_banks()]
    worst = max(check_same(bank) for bank in banks)
    check_draw()
    print(f"the same as core.measure within {worst:.1e}", flush=True)
    if options.short:
        banks = [bank for bank in banks if bank.name in ("llm-basics", "usual")]
    for name in options.only or (SHORT_PARTS if options.short else tuple(PARTS)):
        start = perf_counter()
        rows = list(PARTS[name](banks, SHORT_PEOPLE if options.short else options.people))
        _write(options.out / f"{name}.json", rows)
        print(f"{name}: {len(rows)} rows in {perf_counter() - start:.0f} s", flush=True)
    write_tables(options.out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Simulates people to see what the measure is worth.")
    parser.add_argument("--people", type=int, default=4000, help="in a cell; ten times as many for the labels")
    parser.add_argument("--short", action="store_true", help="two banks, 1,000 people, no catsim")
    parser.add_argument("--out", type=Path, default=Path("studies/results"))
    parser.add_argument("--only", action="append", choices=list(PARTS))
    return parser.parse_args()


def _write(path: Path, rows: list[Row]) -> None:
    """The names of the columns, then one row a line, figures to 5 digits; null where a row has no such figure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    about = {
        "date": date.today().isoformat(),  # noqa: DTZ011 - the day on this machine
        "seed": SEED,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "ready_answers": READY_ANSWERS,
        "sure": SURE,
    }
    columns = list(dict.fromkeys(key for row in rows for key in row))
    lines = ",\n".join(json.dumps([_short(row.get(key)) for key in columns], ensure_ascii=False) for row in rows)
    head = f'"about": {json.dumps(about)},\n"columns": {json.dumps(columns)}'
    path.write_text(f'{{{head},\n"rows": [\n{lines}\n]}}\n', encoding="utf-8")


def _short(value: object) -> object:
    return round(value, 5) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
