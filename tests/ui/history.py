"""What a person has behind them: attempts in the store of the app before it opens."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.bank.loader import load_bank
from quizapp.core.plan import Feedback, build_plan
from quizapp.core.session import QuizSession, finish_session, start_session
from quizapp.storage.store import open_store
from tests.factories import answer_position
from tests.ui.banks import COMPETENCIES

TODAY = datetime.now(UTC)


def remember(
    data: Path, bank: Path, right: dict[str, float], *, each: int = 10, days: float = 1, finished: bool = True
) -> QuizSession:
    """An attempt so many days ago with ``each`` questions a competency of ``right``, of which that share was right.

    What is seen before is as the app would have it.
    """
    loaded = load_bank(bank, today=TODAY.date())
    assert loaded.framework
    with open_store(data / "quizapp.sqlite3") as store:
        attempts = len(store.list_attempts())
        plan = build_plan(
            loaded.framework,
            loaded.bank.questions,
            list(right),
            each * len(right),
            feedback=Feedback.AT_END,
            seed=attempts,
            bank_digest=loaded.bank.digest,
            seen=store.seen_question_ids(loaded.framework.id),
        )
        session = start_session(plan, id_=f"attempt-{attempts}", now=TODAY - timedelta(days=days))
        session = answer_all(session, right, each)
        session = finish_session(session, now=session.started_at + timedelta(hours=2)) if finished else session
        store.create_attempt(session)
    return session


def answer_all(session: QuizSession, right: dict[str, float], each: int) -> QuizSession:
    """The first questions of each competency right, as many as its share says, and the rest wrong."""
    done = dict.fromkeys(COMPETENCIES, 0)
    for position, item in enumerate(session.plan.items):
        slug = item.question.competency
        session = answer_position(session, position, done[slug] < round(right[slug] * each))
        done[slug] += 1
    return session
