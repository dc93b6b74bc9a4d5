"""How long the history takes with very many attempts: reading the list, filtering it, the first picture, progress.

    QT_QPA_PLATFORM=offscreen PYTHONPATH=. .venv/bin/python benchmarks/history.py [--attempts 10000] [--json FILE]

The attempts are one real attempt of 32 questions, copied in its file with other days, kinds and ids. Each time is the
median of the rounds, in milliseconds.
"""

import argparse
import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtWidgets import QApplication

from quizapp.app import build_qt
from quizapp.bank.loader import load_bank
from quizapp.core.answer import Answer
from quizapp.core.framework import Framework
from quizapp.core.grading import key_response
from quizapp.core.plan import Feedback, PlanMethod, build_plan
from quizapp.core.session import finish_session, move_to, start_session, submit_answer
from quizapp.core.trend import attempt_points, build_trends
from quizapp.resources import shipped_folder
from quizapp.storage.store import AttemptStore, open_store
from quizapp.ui.history_search import AttemptSearch, HistoryFilter
from quizapp.ui.pages.history_page import HistoryPage, HistoryState
from quizapp.ui.theme.theme import Appearance, Scheme
from quizapp.ui.widgets.progress_panel import ProgressPanel

ROUNDS = 5
DRAWN = 200
TODAY = datetime.now(UTC)


def fill(file: Path, count: int) -> Framework:
    """A store with ``count`` attempts; the newest ``DRAWN`` of them are whole."""
    bank = load_bank(shipped_folder("questions"), today=TODAY.date(), thorough=False)
    assert bank.framework
    slugs = [competency.slug for competency in bank.framework.competencies]
    plan = build_plan(
        bank.framework, bank.bank.questions, slugs, 32, feedback=Feedback.AT_END, seed=1, bank_digest=bank.bank.digest
    )
    session = start_session(plan, id_="first", now=TODAY - timedelta(days=count + 1))
    for position, item in enumerate(plan.items):
        response = key_response(item.question) if position % 3 else ()
        answer = Answer(response, session.started_at, dont_know=not response, seconds=20.0)
        session = submit_answer(move_to(session, position), answer)[0]
    with open_store(file) as store:
        store.create_attempt(finish_session(session, now=session.started_at + timedelta(hours=1)))
    with closing(sqlite3.connect(file)) as connection, connection:
        for number in range(2, count + 1):
            copy(connection, number, whole=number > count - DRAWN, before=count - number)
    return bank.framework


def copy(connection: sqlite3.Connection, number: int, *, whole: bool, before: int) -> None:
    """The first attempt again, so many days before today."""
    day = (TODAY - timedelta(days=before)).isoformat()
    kind = tuple(PlanMethod)[number % 3].value
    changed = {"number": number, "id": f"attempt-{number}", "started_at": day, "method": kind}
    copy_rows(connection, "attempt", "number", changed)
    for table in ("plan", "item", "question") if whole else ():
        copy_rows(connection, table, "attempt", {"attempt": number})


def copy_rows(connection: sqlite3.Connection, table: str, key: str, changed: dict[str, object]) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(f":{column}" if column in changed else column for column in columns)
    connection.execute(f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {key} = 1", changed)


def measure(store: AttemptStore, framework: Framework, count: int) -> Iterator[tuple[str, float]]:
    appearance = Appearance(Scheme.LIGHT)
    appearance.apply()
    attempts = store.list_attempts()
    assert len(attempts) == count
    state = HistoryState(attempts, {c.slug: c.title for c in framework.competencies})
    yield f"list {count} attempts from the store", clock(store.list_attempts)
    yield "a new page, filled and painted", clock(lambda: paint(appearance, state))
    yield "first search, all texts put together", clock(lambda: search(state, AttemptSearch(state.titles)))
    known = AttemptSearch(state.titles)
    search(state, known)
    yield "search again", clock(lambda: search(state, known))
    page = paint(appearance, state)
    yield "a key in the search field, and the list painted", clock(lambda: type_key(page))
    newest = [attempt.id for attempt in attempts[:DRAWN]]
    yield "load and measure one attempt of 32 questions", clock(lambda: load(store, newest[:20])) / 20
    points = [attempt_points(store.load_attempt(id_)) for id_ in newest]
    yield (
        f"progress of {len(points)} attempts, drawn with its table",
        clock(lambda: draw(appearance, framework, points)),
    )


def paint(appearance: Appearance, state: HistoryState) -> HistoryPage:
    page = HistoryPage(appearance)
    page.resize(1200, 820)
    page.show_state(state)
    page.show()
    page.grab()
    QApplication.processEvents()
    return page


def search(state: HistoryState, known: AttemptSearch) -> None:
    assert known.find(state.attempts, HistoryFilter("adaptive nov prompting"))


def type_key(page: HistoryPage) -> None:
    field = page.attempts.filter_bar.field
    field.setText("adaptive nov" if field.text() != "adaptive nov" else "adaptive no")
    page.grab()


def load(store: AttemptStore, ids: list[str]) -> None:
    for id_ in ids:
        attempt_points(store.load_attempt(id_))


def draw(appearance: Appearance, framework: Framework, points: list) -> None:  # type: ignore[type-arg]
    panel = ProgressPanel(appearance)
    panel.resize(1000, 700)
    panel.show_trends(build_trends(framework, points), wanted=DRAWN, total=DRAWN, unreadable=0)
    panel.grab()


def clock(work: Callable[[], object]) -> float:
    """Milliseconds of the middle round."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attempts", type=int, default=10_000)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    options = parser.parse_args()
    qt = build_qt()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "quizapp.sqlite3"
        framework = fill(file, options.attempts)
        with open_store(file) as store:
            figures = dict(measure(store, framework, options.attempts))
    for name, milliseconds in figures.items():
        print(f"{name:<60} {milliseconds:>9.1f} ms")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    qt.quit()


if __name__ == "__main__":
    main()
