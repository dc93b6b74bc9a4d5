"""One file of a bank while it is read: from its bytes to its framework or its questions."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from quizapp.bank import frameworks, topics
from quizapp.bank.documents import read_document
from quizapp.bank.findings import Findings
from quizapp.bank.folder import BankFile
from quizapp.bank.learning import TopicMaterial
from quizapp.bank.nodes import MappingNode
from quizapp.bank.picture_shelf import PictureShelf
from quizapp.bank.questions import Found, review
from quizapp.bank.sources import read_source
from quizapp.core.framework import Framework
from quizapp.core.question import Question


@dataclass(slots=True)
class FileWork:
    """What is known of a file; comparing it with other files adds to ``findings``."""

    file: BankFile
    findings: Findings
    data: bytes = b""
    node: MappingNode | None = None
    framework: Framework | None = None
    found: list[Found] = field(default_factory=list)
    material: TopicMaterial | None = None

    @property
    def folder(self) -> str:
        """The name of the folder that the file lies in."""
        return self.file.path.parent.name

    @property
    def questions(self) -> tuple[Question, ...]:
        """The usable questions in the order written."""
        return tuple(each.question for each in self.found if each.question)

    @property
    def withheld(self) -> tuple[Question, ...]:
        """The questions without errors that are not asked until their facts are looked up again."""
        return tuple(each.withheld for each in self.found if each.withheld)


def read_framework_file(file: BankFile, root: Path) -> FileWork:
    """A framework file with all problems in itself."""
    work = _open(file, root, frameworks.WHAT)
    if work.node:
        work.framework = frameworks.read_framework(work.node, work.findings)
    return work


def read_topic_file(file: BankFile, shelf: PictureShelf, framework: Framework | None, today: date) -> FileWork:
    """A topic file with all problems in itself and against the framework; the shelf is that of its bank."""
    work = _open(file, shelf.root, topics.WHAT)
    if work.node:
        lies = topics.FilePlace(work.folder, file.path.stem)
        content = topics.read_topic_file(work.node, lies, framework, shelf, work.findings)
        work.found = [review(each, today, work.findings) for each in content.found]
        work.material = content.material
    return work


def _open(file: BankFile, root: Path, what: str) -> FileWork:
    work = FileWork(file, Findings(file.name))
    data = read_source(file.path, root, work.findings)
    if data is not None:
        work.data = data
        work.node = read_document(data, what, work.findings)
    return work
