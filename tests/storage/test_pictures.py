"""An attempt keeps its pictures: what becomes of the bank's folder changes nothing in it."""

import shutil
from pathlib import Path

from quizapp.core.plan import Feedback, QuizPlan, build_plan
from quizapp.storage.store import open_store
from tests.bank.banks import load, write_bank
from tests.factories import make_session
from tests.pictures import png


def plan_of(folder: Path) -> QuizPlan:
    loaded = load(folder)
    assert loaded.framework is not None
    slugs = [competency.slug for competency in loaded.framework.competencies]
    bank = loaded.bank
    return build_plan(
        loaded.framework, bank.questions, slugs, 20, feedback=Feedback.EACH, seed=7, bank_digest=bank.digest
    )


def test_pictures_outlive_their_bank(tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "my-bank")
    session = make_session(plan_of(folder), (True, False))
    with open_store(tmp_path / "attempts.sqlite3") as store:
        store.create_attempt(session)
    shutil.rmtree(folder)
    with open_store(tmp_path / "attempts.sqlite3") as store:
        loaded = store.load_attempt(session.id)
    assert loaded == session
    assert [file.data for item in loaded.plan.items for file in item.question.pictures] == [png()]
