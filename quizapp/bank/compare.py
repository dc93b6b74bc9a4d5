"""What shows only when the files of a bank are seen together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizapp.bank.findings import Findings
from quizapp.bank.nodes import mark_at
from quizapp.bank.questions import Found
from quizapp.bank.rules import Rule
from quizapp.bank.works import FileWork
from quizapp.core.framework import Competency, Framework


def report_repeated_ids(works: Sequence[FileWork]) -> None:
    """Report each use of an id that is used before or after; the first one stays usable."""
    first: dict[str, tuple[FileWork, int]] = {}
    for work in works:
        for position, found in enumerate(work.found):
            earlier = first.setdefault(found.id, (work, position)) if found.id else (work, position)
            if earlier != (work, position):
                _report_pair(earlier, (work, position))


def report_empty_topics(framework: Framework, top: FileWork, works: Iterable[FileWork]) -> None:
    """Warn, in the framework file, of topics that no usable question is about."""
    asked = {(question.competency, question.topic) for work in works for question in work.questions}
    for number, competency in enumerate(framework.competencies):
        for position, topic in enumerate(competency.topics):
            if (competency.slug, topic.slug) not in asked:
                _report_empty(top, competency, (number, position))


def check_folders(framework: Framework, works: Iterable[FileWork]) -> tuple[Findings, ...]:
    """Report folders with topic files that are no competency of the framework."""
    slugs = [competency.slug for competency in framework.competencies]
    unknown = {work.folder: work.file.name.rpartition("/")[0] for work in works if work.folder not in slugs}
    findings = []
    for folder, name in unknown.items():
        findings.append(Findings(name))
        findings[-1].add(Rule.COMPETENCY_UNKNOWN, slug=folder, allowed=", ".join(slugs))
    return tuple(findings)


def _report_pair(earlier: tuple[FileWork, int], later: tuple[FileWork, int]) -> None:
    for (work, position), (other, at) in ((earlier, later), (later, earlier)):
        found = work.found[position]
        work.findings.add(Rule.ID_REPEATED, found.mark, id=found.id, place=_place(other, other.found[at]))
    work, position = later
    work.found[position] = replace(work.found[position], question=None)


def _place(work: FileWork, found: Found) -> str:
    return f"{work.file.name}:{found.mark.line}"


def _report_empty(top: FileWork, competency: Competency, path: tuple[int, int]) -> None:
    number, position = path
    assert top.node is not None
    mark = mark_at(top.node, "competencies", number, "topics", position, "slug")
    topic = competency.topics[position]
    top.findings.add(Rule.TOPIC_WITHOUT_QUESTION, mark, topic=topic.slug, file=f"{competency.slug}/{topic.slug}.yaml")
