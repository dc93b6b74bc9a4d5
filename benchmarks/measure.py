"""How long the measure takes, beside the same work without tables, in the same run.

    PYTHONPATH=. .venv/bin/python benchmarks/measure.py [--rounds 200] [--json FILE]

Each round times every case once, so that a busy moment of the machine meets all of them. Medians and the 95th
percentile are of the rounds, in milliseconds.
"""

import argparse
import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter_ns

from quizapp.core.measure import (
    PRIOR,
    CompetencyMeasure,
    Cut,
    Domain,
    DomainItem,
    DomainScore,
    build_domain,
    compare_measures,
    measure_competency,
    most_informative,
    posterior_of,
    response_curve,
)
from quizapp.core.measure.grid import LOG_PRIOR, NODES, THETAS

CHANCES = (0.25, 0.2, 0.1875, 0.0)


@dataclass(frozen=True, slots=True)
class Shot:
    """An answer: the author's difficulty, the chance score and the score."""

    difficulty: int
    chance: float
    score: float


@dataclass(frozen=True, slots=True)
class Work:
    """What the cases share, made before the clock runs."""

    shots: list[Shot]
    domain: Domain
    measured: CompetencyMeasure
    later: CompetencyMeasure
    cut: Cut


def build_work(random: Random) -> Work:
    shots = [Shot(random.randint(1, 5), random.choice(CHANCES), random.choice((0.0, 0.5, 1.0))) for _ in range(60)]
    bank = [DomainItem(f"topic-{i % 10}", random.randint(1, 5), random.choice(CHANCES)) for i in range(100)]
    domain, cut = build_domain(bank, {f"topic-{i}": 10.0 for i in range(10)}), Cut(0.7)
    measured = measure_competency("all", shots[:30], domain, cut)
    return Work(shots, domain, measured, measure_competency("all", shots[30:], domain, cut), cut)


def naive_posterior(shots: Sequence[Shot]) -> list[float]:
    """The same posterior, every curve evaluated anew at every grid point for every answer."""
    logs = list(LOG_PRIOR)
    for shot in shots:
        for i, theta in enumerate(THETAS):
            place = theta - 0.8 * (shot.difficulty - 3)
            known = sum(w / (1 + exp(0.8 * z - place)) for z, w in NODES)
            p = shot.chance + (1 - shot.chance) * known
            logs[i] += shot.score * log(p) + (1 - shot.score) * log(1 - p)
    masses = [exp(x - max(logs)) for x in logs]
    return [mass / sum(masses) for mass in masses]


def build_cases(work: Work, random: Random) -> dict[str, Callable[[], object]]:
    curve, known = response_curve(3, 0.25), posterior_of(work.shots)
    pool = [response_curve(random.randint(1, 5), random.choice(CHANCES)) for _ in range(10_000)]

    def posterior() -> object:
        return posterior_of(work.shots).weights

    def posterior_naive() -> object:
        return naive_posterior(work.shots)

    def measure() -> object:
        return measure_competency("all", work.shots, work.domain, work.cut)

    def update() -> object:
        return known.update(curve, 1.0)

    def update_naive() -> object:
        return naive_posterior(work.shots[:1])

    def ready() -> object:
        return DomainScore(known, work.domain).p_ready(work.cut)

    def interval() -> object:
        return DomainScore(known, work.domain).interval

    def change() -> object:
        return compare_measures(work.measured, work.later)

    def next_question() -> object:
        return most_informative(pool, 0.3)

    return {
        "posterior of 60 answers": posterior,
        "posterior of 60 answers, without tables": posterior_naive,
        "whole measure of 60 answers": measure,
        "one more answer": update,
        "one more answer, without tables": update_naive,
        "P(ready) of a posterior": ready,
        "interval of a posterior": interval,
        "change between two measures": change,
        "5 most informative of 10,000": next_question,
    }


def time_cases(cases: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each case in each round; the first round warms up and is dropped."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds + 1):
        for name, case in cases.items():
            start = perf_counter_ns()
            case()
            found[name].append((perf_counter_ns() - start) / 1e6)
    return {name: times[1:] for name, times in found.items()}


def check_same(work: Work) -> None:
    """The two ways have to agree, or the comparison means nothing."""
    pairs = zip(posterior_of(work.shots, PRIOR).weights, naive_posterior(work.shots), strict=True)
    worst = max(abs(table - naive) for table, naive in pairs)
    if worst > 1e-9:
        raise SystemExit(f"the posteriors with and without tables differ by {worst}")


def print_table(found: dict[str, list[float]]) -> None:
    print(f"{'ms':42} {'median':>9} {'95 %':>9}")
    for name, times in found.items():
        print(f"{name:42} {median(times):9.4f} {quantiles(times, n=20)[-1]:9.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Times the measure.")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    random = Random(5)
    work = build_work(random)
    check_same(work)
    found = time_cases(build_cases(work, random), options.rounds)
    print_table(found)
    if options.json:
        figures = {name: {"median_ms": median(t), "p95_ms": quantiles(t, n=20)[-1]} for name, t in found.items()}
        about = {"python": platform.python_version(), "machine": platform.machine(), "rounds": options.rounds}
        options.json.write_text(json.dumps({"about": about, "cases": figures}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
