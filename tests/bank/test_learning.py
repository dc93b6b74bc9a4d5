"""The learning material of topic files: read whole, part of the framework, and never at the cost of a question."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.check import check_paths, render_json
from quizapp.bank.figures import measure_bank
from quizapp.bank.learning import TopicMaterial, with_materials
from quizapp.bank.rules import Rule
from quizapp.core.framework import Topic
from quizapp.core.material import LearningMaterial, Reading
from quizapp.core.question import Reference
from quizapp.core.snapshot import plan_from_data, plan_to_data
from tests.bank.banks import SINGLE, TODAY, Edit, codes, documented_ids, ids, load, only, place_in, write_bank
from tests.bank.faults import MATERIAL
from tests.factories import make_framework, make_plan, make_question


def topic_of(bank: Path, slug: str = "joins") -> Topic:
    framework = load(bank).framework
    assert framework
    return framework.competency("sql").topic(slug)


def test_the_example_is_read_whole(bank: Path) -> None:
    material = topic_of(bank).material
    assert material
    assert material.is_whole
    assert material.know.startswith("An outer join keeps the rows")
    assert material.know.endswith("to see what was lost.")
    first, second = material.read
    assert (first.reference.address, first.why) == (
        "https://www.postgresql.org/docs/current/queries-table-expressions.html",
        "how each kind of join makes its rows",
    )
    assert first.reference.where.startswith("7.2.1.1.")
    assert (second.reference.address, second.why) == ("https://doi.org/10.1145/362384.362685", "")
    assert topic_of(bank, "counting").material is None


@pytest.mark.parametrize(("rule", "edit"), MATERIAL, ids=lambda value: value.code if isinstance(value, Rule) else "")
def test_a_fault_is_reported_and_costs_no_question(rule: Rule, edit: Edit, tmp_path: Path) -> None:
    loaded = load(write_bank(tmp_path / "my-bank", edit))
    assert codes(loaded) == [rule.code]
    assert ids(loaded) == documented_ids()
    assert loaded.framework


def test_what_is_sound_is_kept(tmp_path: Path) -> None:
    bad_source = (SINGLE, "    doi: 10.1145/362384.362685\n", "")
    material = topic_of(write_bank(tmp_path / "my-bank", bad_source)).material
    assert material
    assert material.know
    assert material.read == ()
    assert not material.is_whole


def test_a_problem_stands_where_it_can_be_mended(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "doi: 10.1145/362384.362685", "doi: https://doi.org/10.1145/1"))
    problem = only(load(bank), Rule.NOT_A_DOI.code)
    assert (problem.line, problem.column) == place_in(bank / SINGLE, "https://doi.org/10.1145/1")


def test_the_material_of_a_misplaced_file_is_not_used(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "topic: joins", "topic: counting"))
    assert topic_of(bank).material is None  # the file has another name, and its topic another file
    bank = write_bank(tmp_path / "other", (SINGLE, "topic: joins", "topic: unions"))
    assert topic_of(bank).material is None


def test_check_counts_the_topics_that_have_some(bank: Path) -> None:
    (path,) = json.loads(render_json(check_paths([bank], today=TODAY)))["paths"]
    figure = path["figures"][-1]
    assert (figure["name"], figure["bar"], figure["here"], figure["holds"]) == (
        "topics with learning material",
        "100 %",
        "10 %",
        False,
    )


def test_half_of_a_material_does_not_count() -> None:
    sound = LearningMaterial("Know.", (Reading(Reference("A", arxiv="1706.03762")),))
    halves = (LearningMaterial("Know.", ()), LearningMaterial("", sound.read), None, sound)
    topics = [Topic(str(number), "T", "S", 1, material) for number, material in enumerate(halves)]
    assert measure_bank([make_question("q")], "en", topics)[-1].value == 25


@given(st.sets(st.sampled_from(["theory", "practice"])), st.text(min_size=1))
def test_each_topic_gets_its_own_material(chosen: set[str], know: str) -> None:
    framework = make_framework(2)
    slug = framework.competencies[1].slug
    found = [TopicMaterial(slug, f"{slug}-{name}", LearningMaterial(f"{know} {name}", ())) for name in chosen]
    topics = {t.slug: t.material for c in with_materials(framework, [None, *found]).competencies for t in c.topics}
    assert {key for key, material in topics.items() if material} == {each.topic for each in found}
    assert all(topics[each.topic] is each.material for each in found)


def test_a_plan_keeps_the_material_and_old_plans_are_read() -> None:
    plan = make_plan()
    data = json.loads(json.dumps(plan_to_data(plan)))
    for competency in data["framework"]["competencies"]:
        for topic in competency["topics"]:
            del topic["material"]  # as it was written before there was any
    assert plan_from_data(data) == plan


@given(st.text(), st.text(), st.text())
def test_material_survives_the_way_through_json(know: str, title: str, why: str) -> None:
    plan = make_plan()
    slug = plan.framework.competencies[0].slug
    material = LearningMaterial(know, (Reading(Reference(title, doi="10.1000/182", where="p. 1"), why),))
    framework = with_materials(plan.framework, [TopicMaterial(slug, f"{slug}-theory", material)])
    data = plan_to_data(type(plan)(framework, plan.items, plan.feedback, plan.seed, plan.bank_digest))
    text = json.dumps(data, ensure_ascii=True)
    assert plan_from_data(json.loads(text)).framework == framework
