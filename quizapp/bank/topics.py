"""A topic file: its material and questions, and whether it stands where the framework has its topic."""

from dataclasses import dataclass, replace

from quizapp.bank.documents import SCHEMA
from quizapp.bank.fields import Field, Record, list_of, read_record
from quizapp.bank.findings import Findings
from quizapp.bank.learning import MATERIAL, TopicMaterial, material_of
from quizapp.bank.nodes import MappingNode, Node, ScalarNode
from quizapp.bank.picture_shelf import PictureShelf
from quizapp.bank.pictures import with_pictures
from quizapp.bank.questions import Found, Place, read_question
from quizapp.bank.rules import Rule
from quizapp.bank.scalars import slug
from quizapp.core.framework import Competency, Framework

WHAT = "A topic file"


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Where a topic file lies: the name of its folder, and its own without ``.yaml``."""

    folder: str
    stem: str


@dataclass(frozen=True, slots=True)
class TopicContent:
    """The questions of a topic file, and its learning material where there is some that can be used."""

    found: tuple[Found, ...] = ()
    material: TopicMaterial | None = None


def read_topic_file(
    node: MappingNode, lies: FilePlace, framework: Framework | None, shelf: PictureShelf, findings: Findings
) -> TopicContent:
    """What a file holds; nothing of it is usable where its topic does not fit the framework."""
    place = Place(lies.folder, _topic_text(node))

    def read_one(entry: Node, what: str, findings: Findings) -> Found:
        return with_pictures(read_question(entry, what, place, findings), entry, shelf, findings)

    fields = (SCHEMA, Field("topic", slug), *MATERIAL, Field("questions", list_of(read_one, 1, 500)))
    record = read_record(node, fields, WHAT, findings)
    if record is None:
        return TopicContent()
    found: tuple[Found, ...] = record.get("questions") or ()
    if _fits(record, lies, framework, findings):
        material = material_of(record)
        return TopicContent(found, TopicMaterial(place.competency, place.topic, material) if material else None)
    return TopicContent(tuple(replace(each, question=None) for each in found))


def _topic_text(node: MappingNode) -> str:
    topic = node.get("topic")
    return topic.text.strip() if isinstance(topic, ScalarNode) else ""


def _fits(record: Record, lies: FilePlace, framework: Framework | None, findings: Findings) -> bool:
    topic: str | None = record.get("topic")
    if topic is None:
        return False
    if topic != lies.stem:
        findings.add(Rule.TOPIC_FILE_NAME, record.mark("topic"), topic=topic)
    competency = _competency(framework, lies.folder)
    if framework is None or competency is None:
        return framework is None  # an unknown folder is reported once, not for each of its files
    if topic in _topics(competency):
        return True
    _report_topic(topic, competency, framework, record, findings)
    return False


def _report_topic(topic: str, competency: Competency, framework: Framework, record: Record, findings: Findings) -> None:
    mark = record.mark("topic")
    home = next((other.slug for other in framework.competencies if topic in _topics(other)), None)
    if home:
        findings.add(Rule.TOPIC_MISPLACED, mark, topic=topic, competency=home)
    else:
        allowed = ", ".join(_topics(competency))
        findings.add(Rule.TOPIC_UNKNOWN, mark, topic=topic, competency=competency.slug, allowed=allowed)


def _competency(framework: Framework | None, slug_: str) -> Competency | None:
    competencies = framework.competencies if framework else ()
    return next((competency for competency in competencies if competency.slug == slug_), None)


def _topics(competency: Competency) -> list[str]:
    return [topic.slug for topic in competency.topics]
