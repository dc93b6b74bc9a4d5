"""Which files of a folder make up a bank: the framework directly in it, topic files one level below."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from quizapp.bank.findings import WHOLE_FILE, Findings, printable
from quizapp.bank.rules import Rule
from quizapp.bank.sources import is_inside, reason_of


@dataclass(frozen=True, slots=True)
class BankFile:
    """A file of a bank. ``name`` is how people see it: its path from the folder above the bank's, with slashes."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a bank in the order of their names, and what was wrong with the folders."""

    frameworks: tuple[BankFile, ...]
    topics: tuple[BankFile, ...]
    findings: tuple[Findings, ...]
    is_read: bool


def list_bank(folder: Path) -> Listing:
    """Look through a folder and the folders in it. Never raises; links that lead out are not followed."""
    walk = _Walk(folder)
    if walk.is_folder():
        return walk.listing()
    return Listing((), (), tuple(walk.findings), is_read=False)


def file_name(path: Path, folder: Path) -> str:
    """The name of a bank's file as people see it: ``questions/llm-basics/tokenization.yaml``."""
    top = Path(os.path.normpath(Path.cwd() / folder)).name
    return printable("/".join(filter(None, (top, *path.relative_to(folder).parts))))


class _Walk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.findings: list[Findings] = []

    def is_folder(self) -> bool:
        try:
            if stat.S_ISDIR(self.folder.stat().st_mode):
                return True
            self._add(Rule.NOT_A_FOLDER, self.folder)
        except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the path
            self._add(Rule.PATH_MISSING, self.folder)
        except OSError as error:
            self._add(Rule.NOT_READABLE, self.folder, reason=reason_of(error))
        return False

    def listing(self) -> Listing:
        files, folders = self._entries(self.folder)
        is_read = not self.findings
        frameworks = self._yaml_files(files)
        # Without a framework this may be anybody's folder, as large as a disk.
        inner = [folder for folder in folders if frameworks and self._may_enter(folder)]
        topics = sorted((file for folder in inner for file in self._topic_files(folder)), key=lambda file: file.name)
        return Listing(tuple(frameworks), tuple(topics), tuple(self.findings), is_read)

    def _topic_files(self, folder: Path) -> list[BankFile]:
        files, folders = self._entries(folder)
        for deeper in folders:
            if deeper.suffix == ".yaml":
                self._add(Rule.NOT_A_FILE, deeper)
            elif self._may_enter(deeper):
                self._report_ignored(self._entries(deeper)[0])
        return self._yaml_files(files)

    def _yaml_files(self, files: list[Path]) -> list[BankFile]:
        self._report_ignored([path for path in files if path.suffix != ".yaml"])
        return [BankFile(path, file_name(path, self.folder)) for path in files if path.suffix == ".yaml"]

    def _report_ignored(self, files: list[Path]) -> None:
        for path in files:
            if path.suffix.lower() in (".yaml", ".yml"):
                self._add(Rule.FILE_IGNORED, path)

    def _may_enter(self, folder: Path) -> bool:
        inside = is_inside(folder, self.folder)
        if not inside:
            self._add(Rule.LINK_OUTSIDE, folder)
        return inside

    def _entries(self, folder: Path) -> tuple[list[Path], list[Path]]:
        """Files and folders by name, without hidden ones."""
        try:
            with os.scandir(folder) as entries:
                seen = sorted((entry.name, _is_folder(entry)) for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            self._add(Rule.NOT_READABLE, folder, reason=reason_of(error))
            return [], []
        return [folder / name for name, is_dir in seen if not is_dir], [
            folder / name for name, is_dir in seen if is_dir
        ]

    def _add(self, rule: Rule, path: Path, **details: str) -> None:
        findings = Findings(file_name(path, self.folder))
        findings.add(rule, WHOLE_FILE, **details)
        self.findings.append(findings)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to what can't be looked at
        return False
