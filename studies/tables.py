"""The results as Markdown tables; a range is the lowest and the highest over the cells that a row names."""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from studies.cells import Row
from studies.people import FIXED, POPULATIONS

SYNTHETIC = ("usual", "easy", "hard", "no guessing")
LENGTHS = (10, 20, 40)
ALL = "all"
Test = Callable[[Row], bool]


def write_tables(out: Path) -> None:
    """tables.md beside the results that are there."""
    makers = {
        "coverage": (coverage_table, error_table),
        "readiness": (fixed_table, stopped_table),
        "choices": (choice_table,),
        "variants": (variant_table,),
        "catsim": (catsim_table,),
        "speed": (speed_table,),
    }
    parts = []
    for name, tables in makers.items():
        path = out / f"{name}.json"
        if path.exists():
            rows = read_rows(path)
            parts += [make(rows) for make in tables]
    (out / "tables.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def read_rows(path: Path) -> list[Row]:
    """The rows of a result file, without the figures that a row has not."""
    found = json.loads(path.read_text(encoding="utf-8"))
    rows = (dict(zip(found["columns"], row, strict=True)) for row in found["rows"])
    return [{key: value for key, value in row.items() if value is not None} for row in rows]


def coverage_table(rows: Sequence[Row]) -> str:
    """Coverage of D and of θ, over τ of .5 and .8, fixed and adaptive."""
    lines = []
    for name, kind in _kinds().items():
        for where, banks in (("synthetic", True), ("shipped", False)):
            mine = [row for row in rows if kind(row) and (row["bank"] in SYNTHETIC) is banks]
            ends = _ends(mine)
            for what in ("domain", "ability"):
                figures = [span(_pick(ends, n, f"coverage_{what}"), 3) for n in (*LENGTHS, ALL)]
                lines.append([name, where, "D" if what == "domain" else "θ", *figures])
    return table(["people", "banks", "of", "10", "20", "40", "whole bank"], lines)


def error_table(rows: Sequence[Row]) -> str:
    """RMSE and bias of θ and RMSE of D with τ = .8."""
    lines = []
    for population in POPULATIONS:
        for adaptive in (False, True):
            for names in (("usual",), SYNTHETIC[1:]):
                mine = [
                    row
                    for row in rows
                    if _is_plain(row)
                    and (row["population"], row["adaptive"], row["tau"]) == (population.name, adaptive, 0.8)
                    and row["bank"] in names
                ]
                figures = [
                    span(_pick(mine, n, key), 2)
                    for key in ("rmse_ability", "bias_ability", "rmse_domain")
                    for n in LENGTHS
                ]
                lines.append([population.name, "adaptive" if adaptive else "fixed", ", ".join(names), *figures])
    head = [f"{what} {n}" for what in ("RMSE θ", "bias θ", "RMSE D") for n in LENGTHS]
    return table(["people", "plan", "banks", *head], lines)


def fixed_table(rows: Sequence[Row]) -> str:
    """How often "ready" is right after a fixed number of answers: with the cut .70, with a drawn cut, and said."""
    mine = [row for row in rows if row["kind"] == "fixed"]
    lengths = sorted({int(str(row["answers"])) for row in mine if row["bank"] in SYNTHETIC})
    lines = []
    for population in POPULATIONS:
        for adaptive in (False, True):
            for key in ("ready_right", "ready_right_drawn", "said_ready", "not_yet_right", "said_not_yet"):
                cells = [r for r in mine if (r["population"], r["adaptive"]) == (population.name, adaptive)]
                synthetic = [r for r in cells if r["bank"] in SYNTHETIC]
                figures = [span(_pick(synthetic, n, key), 2) for n in lengths]
                shipped = _pick(_ends([r for r in cells if r["bank"] not in SYNTHETIC]), ALL, key)
                lines.append([population.name, "adaptive" if adaptive else "fixed", key, *figures, span(shipped, 2)])
    return table(["people", "plan", "figure", *map(str, lengths), "shipped, whole"], lines)


def stopped_table(rows: Sequence[Row]) -> str:
    """The same under the stopping rule, by the least number of answers for "ready" and how sure it has to be."""
    mine = [row for row in rows if row["kind"] == "stopped"]
    lines = []
    for least, sure in sorted({(r["least"], r["sure"]) for r in mine}, key=str):
        for adaptive in (False, True):
            for where, banks in (("synthetic", True), ("shipped", False)):
                cells = [
                    r
                    for r in mine
                    if (r["least"], r["sure"], r["adaptive"]) == (least, sure, adaptive)
                    and (r["bank"] in SYNTHETIC) is banks
                ]
                if cells:
                    figures = [
                        span([r[key] for r in cells if r["population"] == population.name], 2)
                        for key in ("ready_right", "ready_right_drawn", "said_ready")
                        for population in POPULATIONS
                    ]
                    plan = "adaptive" if adaptive else "fixed"
                    lines.append([str(least), str(sure), plan, where, *figures, span([r["answers"] for r in cells], 0)])
    head = [f"{what} {p.name}" for what in ("right", "right, drawn cut", "said") for p in POPULATIONS]
    return table(["least", "sure", "plan", "banks", *head, "answers"], lines)


def choice_table(rows: Sequence[Row]) -> str:
    keys = ("median_answers", "mean_answers", "median_ratio", "mean_ratio", "never", "deviation")
    more = [f"{what}_{n}" for what in ("exposure", "rmse") for n in LENGTHS]
    lines = []
    for row in rows:
        figures = [span([row[key]], 2) for key in (*keys, *more, "exposure_stopping")]
        lines.append([str(row["bank"]), str(row["population"]), str(row["rule"]), *figures])
    return table(["bank", "people", "rule", *keys, *more, "exposure_stopping"], lines)


def variant_table(rows: Sequence[Row]) -> str:
    """Other models beside the program's, fixed plans."""
    lines = []
    for model, population in dict.fromkeys((str(row["model"]), str(row["population"])) for row in rows):
        mine = [row for row in rows if (row["model"], row["population"]) == (model, population)]
        keys = ("coverage_domain", "rmse_ability", "ready_right", "said_ready")
        lines.append([model, population, *(span(_pick(mine, n, key), 3) for key in keys for n in LENGTHS)])
    head = [f"{what} {n}" for what in ("coverage D", "RMSE θ", "ready right", "said") for n in LENGTHS]
    return table(["model", "people", *head], lines)


def catsim_table(rows: Sequence[Row]) -> str:
    lines = []
    for bank, choice in dict.fromkeys((str(row["bank"]), str(row["choice"])) for row in rows):
        mine = [row for row in rows if (row["bank"], row["choice"]) == (bank, choice)]
        figures = [span(_pick(mine, n, key), 3) for key in ("rmse_ability", "ratio") for n in LENGTHS]
        lines.append([bank, choice, *figures])
    return table(["bank", "choice", *(f"{what} {n}" for what in ("RMSE", "ours / this") for n in LENGTHS)], lines)


def speed_table(rows: Sequence[Row]) -> str:
    lines = [[str(row["case"]), span([row["median_ms"]], 2), span([row["p95_ms"]], 2)] for row in rows]
    return table(["case", "median ms", "95 % ms"], lines)


def span(values: Iterable[object], digits: int) -> str:
    """One figure, or the lowest and the highest; a dash without any."""
    known = [value for value in values if isinstance(value, int | float)]
    if not known:
        return "–"
    low, high = (f"{value:.{digits}f}".replace("0.", ".", 1) for value in (min(known), max(known)))
    return low if low == high else f"{low} to {high}"


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rule = "|".join("---" for _ in head)
    return "\n".join([f"| {' | '.join(head)} |", f"|{rule}|", *(f"| {' | '.join(line)} |" for line in lines)])


def _kinds() -> dict[str, Test]:
    """What each row of the coverage table takes."""
    kinds: dict[str, Test] = {p.name: _plain_of(p.name) for p in (*POPULATIONS, *FIXED)}
    kinds["all difficulties −.5"] = lambda row: row["shift"] == -0.5
    kinds["all difficulties +.5"] = lambda row: row["shift"] == 0.5
    kinds["partial credit, N(...)"] = lambda row: bool(row["partial"]) and not str(row["population"]).startswith("θ")
    kinds["partial credit, θ = ±2"] = lambda row: bool(row["partial"]) and str(row["population"]).startswith("θ")
    return kinds


def _plain_of(population: str) -> Test:
    return lambda row: _is_plain(row) and row["population"] == population


def _is_plain(row: Row) -> bool:
    return row["shift"] == 0 and not row["partial"]


def _ends(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the last of each shipped bank's cell, where the bank is used up, under ALL."""
    last: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if row["bank"] not in SYNTHETIC:
            last[tuple(row[key] for key in ("bank", "population", "tau", "shift", "partial", "adaptive"))] = row
    return [*rows, *({**row, "answers": ALL} for row in last.values())]


def _pick(rows: Iterable[Row], answers: object, key: str) -> list[object]:
    return [row.get(key) for row in rows if row["answers"] == answers]
