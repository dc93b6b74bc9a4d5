"""The learning material at the head of a topic file: what to know, and what to read next."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.bank.fields import Field, Record, list_of, record_of
from quizapp.bank.findings import Findings
from quizapp.bank.materials import REFERENCE, check_address
from quizapp.bank.nodes import Node
from quizapp.bank.pictures import names_picture
from quizapp.bank.prose import sentences
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import line, text
from quizapp.core.framework import Competency, Framework, Topic
from quizapp.core.material import LearningMaterial, Reading
from quizapp.core.question import Reference

KNOW_SENTENCES = (3, 5)
"""Sentences of what to know: fewer leave out what matters, more are a textbook."""

_TEXT = text("learning material")


@dataclass(frozen=True, slots=True)
class TopicMaterial:
    """The material of a topic file, and the competency and topic that it is for."""

    competency: str
    topic: str
    material: LearningMaterial


def _read_know(node: Node, what: str, findings: Findings) -> str | None:
    know = _TEXT(node, what, findings)
    if know is None:
        return None
    if names_picture(know):
        # The framework that keeps the material has no room for files.
        findings.add(Rule.PICTURE_MISPLACED, node.mark)
        return None
    count, (low, high) = len(sentences(know)), KNOW_SENTENCES
    if not low <= count <= high:
        findings.add(Rule.KNOW_SENTENCES, node.mark, count=count, low=low, high=high)
    return know


def _reading(why: str = "", **reference: str) -> Reading:
    return Reading(Reference(**reference), why)


_READING = (*REFERENCE, Field("why", line("reading reason"), required=False))

MATERIAL = (
    Field("know", _read_know, required=False),
    Field("read", list_of(record_of(_reading, _READING, check_address), 1, 6), required=False),
)
"""The fields that a topic file has for it."""


def material_of(record: Record) -> LearningMaterial | None:
    """What could be read of the material, or None where that is nothing."""
    material = LearningMaterial(record.get("know") or "", record.get("read") or ())
    return material if material.know or material.read else None


def with_materials(framework: Framework, found: Iterable[TopicMaterial | None]) -> Framework:
    """The framework whose topics have the material of their files."""
    materials = {(each.competency, each.topic): each.material for each in found if each}

    def topics(competency: Competency) -> tuple[Topic, ...]:
        return tuple(replace(t, material=materials.get((competency.slug, t.slug))) for t in competency.topics)

    return replace(framework, competencies=tuple(replace(c, topics=topics(c)) for c in framework.competencies))
