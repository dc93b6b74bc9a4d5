"""How long plans and the standing profile take: the next question, the forecast, the answers of many attempts.

    PYTHONPATH=. .venv/bin/python benchmarks/plans.py [--rounds 20]

Over 10,000 made-up questions, and over 500 stored attempts of 40 answers. Milliseconds: median and greatest.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter_ns

from quizapp.core.adaptive import PlanEnd, build_adaptive_plan, next_item
from quizapp.core.forecast import forecast
from quizapp.core.measure import AnswerRow
from quizapp.core.plan import Feedback, PlanMethod
from quizapp.core.question import Question
from quizapp.core.session import append_item, start_session
from quizapp.core.standing import bank_domains, standing_report
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_framework, make_plan, make_question, make_session

FRAMEWORK = make_framework(4)
SLUGS = [competency.slug for competency in FRAMEWORK.competencies]
TYPES = ("single", "multi", "numeric", "order", "match")


def make_bank(count: int) -> tuple[Question, ...]:
    random = Random(1)
    topics = [(competency.slug, topic.slug) for competency in FRAMEWORK.competencies for topic in competency.topics]
    return tuple(
        make_question(
            f"q{n:05}", random.choice(TYPES), *topics[n % 8], difficulty=random.randint(1, 5),
            seconds=random.randint(30, 150),
        )
        for n in range(count)
    )  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    begin = perf_counter_ns()
    work()
    return (perf_counter_ns() - begin) / 1e6


def time_next(bank: tuple[Question, ...]) -> list[float]:
    """The time of each next question of one adaptive attempt."""
    plan = build_adaptive_plan(FRAMEWORK, bank, SLUGS, 80, feedback=Feedback.EACH, seed=1, bank_digest="")
    session, random, times = start_session(plan, id_="a", now=NOW), Random(1), []
    while True:
        session = answer_position(session, len(session.states) - 1, random.random() < 0.65)
        begin = perf_counter_ns()
        found = next_item(session, bank)
        times.append((perf_counter_ns() - begin) / 1e6)
        if isinstance(found, PlanEnd):
            return times
        session = append_item(session, found)


def fill(store: AttemptStore, attempts: int) -> None:
    session = make_session(make_plan(40), [True, False] * 20, finished=True)
    for number in range(attempts):
        store.create_attempt(replace(session, id=f"attempt-{number}"))


def report(name: str, times: list[float]) -> None:
    print(f"{name:48} {median(times):8.2f} {max(times):8.2f}")


def time_standing(rows: tuple[AnswerRow, ...], bank: tuple[Question, ...], rounds: range) -> list[float]:
    """The rows as if given over a year, half of them to questions met before."""
    now = max(row.answered_at for row in rows)
    spread = [
        replace(row, question_id=f"q{number // 2}", answered_at=now - timedelta(days=365 * number / len(rows)))
        for number, row in enumerate(rows)
    ]
    domains = bank_domains(FRAMEWORK, bank)
    return [timed(lambda: standing_report(FRAMEWORK, domains, spread, now=now)) for _ in rounds]


def report_forecasts(method: PlanMethod, bank: tuple[Question, ...], rounds: range) -> None:
    def look(length: int) -> float:
        return timed(lambda: forecast(FRAMEWORK, bank, SLUGS, method, length))

    report(f"forecast {method}, 1,000 questions, first", [look(48)])
    report(f"forecast {method}, another length", [look(52 + number) for number in rounds])
    report(f"forecast {method}, again", [look(48) for _ in rounds])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = range(parser.parse_args().rounds)
    bank = make_bank(10_000)
    report("next question of 10,000", time_next(bank))
    for method in (PlanMethod.FIXED, PlanMethod.ADAPTIVE):
        report_forecasts(method, bank[:1000], rounds)
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "attempts.sqlite3") as store:
        fill(store, 500)
        report("answer rows of 500 attempts of 40", [timed(lambda: store.answer_rows(FRAMEWORK.id)) for _ in rounds])
        report("standing profile of 90 days from these", time_standing(store.answer_rows(FRAMEWORK.id), bank, rounds))


if __name__ == "__main__":
    main()
