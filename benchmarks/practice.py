"""How long practice takes: cards and due questions in the store, the queue, the forecast, an answer with its card.

    PYTHONPATH=. .venv/bin/python benchmarks/practice.py [--rounds 20]

Over 10,000 cards, 10,000 made-up questions and 500 stored attempts of 40 answers. Milliseconds: median and greatest.
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

from quizapp.core.plan import PlanMethod
from quizapp.core.practice import (
    Rating,
    build_pool,
    build_practice_plan,
    due_forecast,
    practice_queue,
    review_card,
    topic_recall,
)
from quizapp.core.question import Question
from quizapp.core.session import start_session
from quizapp.storage.connection import transaction
from quizapp.storage.encoding import time_to_text
from quizapp.storage.store import AttemptStore, open_store
from tests.factories import NOW, answer_position, make_framework, make_plan, make_question, make_session

FRAMEWORK = make_framework(4)
TYPES = ("single", "multi", "numeric", "order", "match")


def make_bank(count: int) -> tuple[Question, ...]:
    topics = [(competency.slug, topic.slug) for competency in FRAMEWORK.competencies for topic in competency.topics]
    return tuple(make_question(f"q{n}", TYPES[n % 5], *topics[n % 8]) for n in range(count))


def timed(work: Callable[[], object]) -> float:
    begin = perf_counter_ns()
    work()
    return (perf_counter_ns() - begin) / 1e6


def report(name: str, times: list[float]) -> None:
    print(f"{name:48} {median(times):8.2f} {max(times):8.2f}")


def fill(store: AttemptStore, cards: int, attempts: int) -> None:
    """Cards that come due over 30 days from 15 days ago on, and attempts of 40 answers, half of them practice."""
    random = Random(1)
    rows = [
        (FRAMEWORK.id, f"q{n}", time_to_text(NOW + timedelta(days=30 * random.random() - 15)), 3.0, 5.0, 2, None,
         time_to_text(NOW - timedelta(days=20)))
        for n in range(cards)
    ]  # fmt: skip
    with transaction(store._connection):
        store._connection.executemany("INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    plan = make_plan(40)
    for number in range(attempts):
        method = PlanMethod.PRACTICE if number % 2 else PlanMethod.FIXED
        items = tuple(replace(i, question=replace(i.question, id=f"q{random.randrange(cards)}")) for i in plan.items)
        session = make_session(replace(plan, method=method, items=items), [True, False] * 20, finished=True)
        store.create_attempt(replace(session, id=f"attempt-{number}"))


def time_answers(store: AttemptStore, bank: tuple[Question, ...], rounds: range) -> list[float]:
    """An answer with its card, each committed to the disk."""
    queue = practice_queue(build_pool(FRAMEWORK, bank, store.cards(FRAMEWORK.id), ()), now=NOW)
    plan = build_practice_plan(FRAMEWORK, queue, len(rounds), seed=1, bank_digest="")
    session, times = start_session(plan, id_="practice", now=NOW), []
    store.create_attempt(session)
    for position in rounds:
        session = answer_position(session, position, True)
        begin = perf_counter_ns()
        store.record_answer(session, position)
        times.append((perf_counter_ns() - begin) / 1e6)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = range(parser.parse_args().rounds)
    bank = make_bank(10_000)
    report("first review, with its import", [timed(lambda: review_card("q", None, Rating.GOOD, NOW))])
    report("another review", [timed(lambda: review_card("q", None, Rating.GOOD, NOW)) for _ in rounds])
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "attempts.sqlite3") as store:
        fill(store, 10_000, 500)
        cards, records = store.cards(FRAMEWORK.id), store.question_records(FRAMEWORK.id, NOW)
        pool, by_id = build_pool(FRAMEWORK, bank, cards, records), {card.question_id: card for card in cards}
        for name, work in (
            (f"due_count, {store.due_count(FRAMEWORK.id, NOW)} of 10,000", lambda: store.due_count(FRAMEWORK.id, NOW)),
            ("cards, 10,000", lambda: store.cards(FRAMEWORK.id)),
            ("question_records of 500 attempts of 40", lambda: store.question_records(FRAMEWORK.id, NOW)),
            ("build_pool of 10,000 questions", lambda: build_pool(FRAMEWORK, bank, cards, records)),
            ("practice_queue from these", lambda: practice_queue(pool, now=NOW)),
            ("due_forecast of 10,000 cards", lambda: due_forecast(cards, NOW)),
            ("topic_recall of 10,000 cards", lambda: topic_recall(FRAMEWORK, bank, by_id, NOW)),
        ):
            report(name, [timed(work) for _ in rounds])
        report("an answer with its card", time_answers(store, bank, rounds))


if __name__ == "__main__":
    main()
