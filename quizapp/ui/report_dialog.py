"""What a report is to show, asked before it is written."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QDialog, QLineEdit, QVBoxLayout, QWidget

from quizapp.report.options import Extent, Paper, ReportOptions
from quizapp.ui.report_choice import LONGEST_NAME
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Bar, Button, Column, build_label
from quizapp.ui.widgets.option_button import CheckOption, RadioOption

translate = QCoreApplication.translate


class ReportDialog(QDialog):
    """Extent, answers, name and paper. Accepted, ``options`` is what was chosen."""

    def __init__(self, options: ReportOptions, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._column = Column(appearance, 640, padding=24)
        self._answers = CheckOption(appearance, "✓", _answers_text())
        self._name = QLineEdit(options.person)
        self._save = Button(translate("ReportDialog", "Save as…"), appearance, kind="primary", icon="save")
        self.setWindowTitle(translate("ReportDialog", "Report"))
        self._extents = self._build_group(_extent_texts(), list(Extent).index(options.extent))
        self._papers = self._build_group(("A4", translate("ReportDialog", "US Letter")), _place(options.paper))
        self._answers.setChecked(options.answers)
        self._answers.setAccessibleName(translate("ReportDialog", "With answers"))
        self._assemble()
        scaled = appearance.theme.scaled
        self.resize(min(scaled(640), parent.width() - 32), min(scaled(620), parent.height() - 32))

    @property
    def options(self) -> ReportOptions:
        return ReportOptions(
            list(Extent)[self._extents.checkedId()],
            list(Paper)[self._papers.checkedId()],
            self._answers.isChecked(),
            " ".join(self._name.text().split()),
        )

    def _build_group(self, texts: Sequence[str], chosen: int) -> QButtonGroup:
        group = QButtonGroup(self)
        for number, text in enumerate(texts):
            group.addButton(RadioOption(self._appearance, str(number + 1), text), number)
        group.button(chosen).setChecked(True)
        return group

    def _assemble(self) -> None:
        body = self._column.body
        body.setSpacing(8)
        self._add_part(translate("ReportDialog", "How much?"), *self._extents.buttons(), self._answers)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(translate("ReportDialog", "None"))
        self._name.setAccessibleName(translate("ReportDialog", "Name on the report"))
        self._add_part(translate("ReportDialog", "Name on the report"), self._name)
        self._add_part(translate("ReportDialog", "Paper"), *self._papers.buttons())
        body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._column, 1)
        page.addWidget(self._build_bar())
        self._save.setDefault(True)  # a dialog heeds this only of a button that it holds
        self._extents.button(self._extents.checkedId()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_part(self, title: str, *widgets: QAbstractButton | QLineEdit) -> None:
        body = self._column.body
        if body.count():
            body.addSpacing(16)
        body.addWidget(build_label(title, Type.TITLE))
        for widget in widgets:
            body.addWidget(widget)

    def _build_bar(self) -> Bar:
        self._save.clicked.connect(self.accept)
        cancel = Button(translate("ReportDialog", "Cancel"), self._appearance)
        cancel.clicked.connect(self.reject)
        bar = Bar()
        bar.row.addStretch(1)
        bar.row.addWidget(cancel)
        bar.row.addWidget(self._save)
        return bar


def ask_report_options(parent: QWidget, appearance: Appearance, options: ReportOptions) -> ReportOptions | None:
    """What a report is to show, filled in with ``options``; None if the person thought better of it."""
    dialog = ReportDialog(options, appearance, parent)
    chosen = dialog.options if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def _extent_texts() -> tuple[str, str]:
    """In the order of ``Extent``."""
    return (
        translate("ReportDialog", "**Summary**: one page with the radar and the table"),
        translate("ReportDialog", "**Full report**: also how to read it, study plan, topics, and every question"),
    )


def _answers_text() -> str:
    return translate(
        "ReportDialog",
        "**With answers**: your answers, the right ones and why. The PDF then holds the whole result, the summary too, "
        "and quizapp can open it again. Without them it gives no question away.",
    )


def _place(paper: Paper) -> int:
    return list(Paper).index(paper)
