"""Question banks: what is loaded, what is wrong with it, and which one is used."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from quizapp.bank.loader import LoadedBank
from quizapp.core.errors import StorageError
from quizapp.core.problem import Problem, Severity
from quizapp.ui.bank_library import BankLibrary, is_usable
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row, build_separator, clear_layout

translate = QCoreApplication.translate

_PROBLEMS_SHOWN = 100


class BanksPage(QWidget):
    def __init__(self, library: BankLibrary, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._library = library
        self._appearance = appearance
        self._column = Column(appearance, 960)
        self._failure = ""
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)
        library.changed.connect(self._update)
        self._update()

    def _update(self) -> None:
        body = self._column.body
        clear_layout(body)
        body.addWidget(build_label(translate("BanksPage", "Question banks"), Type.HEADLINE))
        body.addWidget(
            build_label(
                translate(
                    "BanksPage",
                    "A bank is a folder of YAML files. Every problem in it is listed here, and its sound questions are "
                    "used all the same.",
                ),
                "muted",
            )
        )
        add = Button(translate("BanksPage", "Add a folder…"), self._appearance, kind="primary", icon="folder-plus")
        again = Button(translate("BanksPage", "Read again"), self._appearance, icon="rotate-ccw")
        add.clicked.connect(self._on_add_clicked)
        again.clicked.connect(self._library.reload)
        body.addLayout(build_row(add, again, None))
        if self._failure:
            body.addWidget(build_label(self._failure, tone="wrong"))
        for bank in self._library.banks:
            card = BankCard(bank, self._library, self._appearance)
            card.use_clicked.connect(self._on_use_clicked)
            card.remove_clicked.connect(self._on_remove_clicked)
            body.addWidget(card)
        body.addStretch(1)

    def _on_add_clicked(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("BanksPage", "Add a question bank"))
        if folder:
            self._change(partial(self._library.add, Path(folder)))

    def _on_use_clicked(self, bank: LoadedBank) -> None:
        self._change(partial(self._library.use, bank))

    def _on_remove_clicked(self, bank: LoadedBank) -> None:
        self._change(partial(self._library.remove, bank))

    def _change(self, change: Callable[[], object]) -> None:
        """Change the list of banks, or say at the top of the page why it stays as it is."""
        self._failure = ""
        try:
            change()
        except StorageError as error:
            self._failure = translate("BanksPage", "Nothing was changed: {reason}").format(reason=error)
            self._update()
            self._column.verticalScrollBar().setValue(0)


class BankCard(Card):
    """One bank: title, counts, problems."""

    use_clicked = Signal(LoadedBank)
    remove_clicked = Signal(LoadedBank)

    def __init__(self, bank: LoadedBank, library: BankLibrary, appearance: Appearance) -> None:
        super().__init__()
        self._bank = bank
        self._appearance = appearance
        title = bank.framework.title if bank.framework else bank.folder.name
        self.body.addLayout(build_row(build_label(title, Type.TITLE), *self._build_buttons(library)))
        self.body.addWidget(build_label(str(bank.folder), Type.CAPTION))
        self.body.addWidget(build_label(counts_line(bank)))
        self._add_problems()

    def _build_buttons(self, library: BankLibrary) -> list[QWidget]:
        buttons: list[QWidget] = []
        if library.active is self._bank:
            buttons.append(build_label(translate("BankCard", "✓ In use"), wrap=False, tone="right"))
        elif is_usable(self._bank):
            use = Button(translate("BankCard", "Use this bank"), self._appearance)
            use.clicked.connect(self._on_use_clicked)
            buttons.append(use)
        if not library.is_shipped(self._bank):
            remove = Button(translate("BankCard", "Remove from the list"), self._appearance, kind="quiet")
            remove.clicked.connect(self._on_remove_clicked)
            buttons.append(remove)
        return buttons

    def _add_problems(self) -> None:
        problems = self._bank.problems
        if not problems:
            self.body.addWidget(build_label(translate("BankCard", "✓ No problems found"), tone="right"))
            return
        copy = Button(translate("BankCard", "Copy all"), self._appearance, kind="quiet", icon="copy")
        copy.clicked.connect(self._on_copy_clicked)
        self.body.addLayout(build_row(build_label(problems_line(problems), Type.TITLE), copy))
        for problem in problems[:_PROBLEMS_SHOWN]:
            self.body.addWidget(build_separator())
            self.body.addWidget(ProblemView(problem))
        if len(problems) > _PROBLEMS_SHOWN:
            text = translate("BankCard", "{count} more; “Copy all” has them.")
            self.body.addWidget(build_label(text.format(count=len(problems) - _PROBLEMS_SHOWN), Type.CAPTION))

    def _on_use_clicked(self) -> None:
        self.use_clicked.emit(self._bank)

    def _on_remove_clicked(self) -> None:
        self.remove_clicked.emit(self._bank)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(str(problem) for problem in self._bank.problems))


class ProblemView(QWidget):
    """One finding: where, what is wrong, how to mend it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        is_error = problem.severity is Severity.ERROR
        kind = translate("ProblemView", "Error") if is_error else translate("ProblemView", "Warning")
        where = f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file
        place = build_label(f"{kind} · {where} · {problem.code}", Type.CAPTION, tone="wrong" if is_error else "warn")
        column.addWidget(place)
        column.addWidget(build_label(problem.message))
        column.addWidget(build_label(problem.remedy, "muted"))


def counts_line(bank: LoadedBank) -> str:
    """Questions in all and by competency."""
    questions = bank.bank.questions
    text = translate("BankCard", "{count} questions").format(count=len(questions))
    if bank.framework is None or not questions:
        return text
    parts = (
        f"{competency.short_title} {sum(question.competency == competency.slug for question in questions)}"
        for competency in bank.framework.competencies
    )
    return f"{text}: {', '.join(parts)}"


def problems_line(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return translate("BankCard", "Errors: {errors} · Warnings: {warnings}").format(
        errors=errors, warnings=len(problems) - errors
    )
