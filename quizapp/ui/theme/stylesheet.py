"""The style sheet: what buttons, fields, lists and scroll bars look like. Spacing is on a grid of 8."""

from collections.abc import Mapping
from dataclasses import asdict
from string import Template

from quizapp.ui.theme.colours import Colours

_SHEET = Template("""
QWidget { color: $text; font-size: ${body}px; }
QMainWindow, QStackedWidget, QScrollArea, #page, #column { background: $window; border: none; }
QScrollArea > QWidget > QWidget#column { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }

QLabel[type="caption"] { font-size: ${caption}px; color: $muted; }
QLabel[type="muted"] { color: $muted; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[type="lead"] { font-size: ${lead}px; }
QLabel[type="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[type="headline"] { font-size: ${headline}px; font-weight: 600; }
QLabel[type="display"] { font-size: ${display}px; font-weight: 700; }
QLabel[tone="right"] { color: $right; }
QLabel[tone="wrong"] { color: $wrong; }
QLabel[tone="warn"] { color: $warn; }

#card { background: $surface; border: 1px solid $border; border-radius: 12px; }
#card[tone="accent"] { background: $accent_soft; border-color: $accent_soft; }
#card[tone="right"] { background: $right_soft; border-color: $right_soft; }
#card[tone="wrong"] { background: $wrong_soft; border-color: $wrong_soft; }
#card[tone="warn"] { background: $warn_soft; border-color: $warn_soft; }
#bar { background: $surface; border: none; }
#separator { background: $border; border: none; }

#rail { background: $surface; border: none; border-right: 1px solid $border; }
#rail QToolButton {
    border: none; border-radius: 8px; padding: 8px 12px; text-align: left; font-size: ${body}px; color: $muted;
}
#rail QToolButton:hover { background: $raised; }
#rail QToolButton:checked { background: $accent_soft; color: $text; font-weight: 600; }
#rail QToolButton:focus { border: 2px solid $accent; padding: 6px 10px; }

QPushButton, QToolButton { outline: none; }
QPushButton {
    background: $surface; border: 1px solid $outline; border-radius: 8px; padding: 7px 16px; font-weight: 600;
}
QPushButton:hover { background: $raised; }
QPushButton:focus { border: 2px solid $accent; padding: 6px 15px; }
QPushButton:disabled { color: $outline; border-color: $border; background: $window; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $raised; color: $muted; border-color: $raised; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[kind="quiet"]:checked { background: $accent_soft; }
QPushButton[kind="quiet"]:disabled { color: $muted; background: transparent; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="segment"] { font-weight: 400; padding: 7px 14px; border-color: $border; }
QPushButton[kind="segment"]:checked {
    background: $accent_soft; border-color: $accent; color: $text; font-weight: 600;
}
QPushButton::menu-indicator { image: none; width: 0px; }

QLineEdit, QSpinBox {
    background: $surface; border: 1px solid $outline; border-radius: 8px; padding: 8px 12px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QSpinBox:focus { border: 2px solid $accent; padding: 7px 11px; }
QLineEdit:read-only { background: $raised; border-color: $border; }
QLineEdit[type="lead"] { font-size: ${lead}px; }

QComboBox {
    background: $surface; border: 1px solid $outline; border-radius: 8px; padding: 8px 12px; combobox-popup: 0;
}
QComboBox:hover { background: $raised; }
QComboBox:focus { border: 2px solid $accent; padding: 7px 11px; }
QComboBox:disabled { background: $raised; border-color: $border; color: $text; }
QComboBox::drop-down { border: none; width: ${title}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $outline; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { padding: 8px 12px; }

QLineEdit[gap="true"], QComboBox[gap="true"] { padding: 2px 8px; border-radius: 6px; }
QLineEdit[gap="true"]:focus, QComboBox[gap="true"]:focus { padding: 1px 7px; }
QLineEdit[code="true"], QComboBox[code="true"], QComboBox[code="true"] QAbstractItemView {
    font-family: "JetBrains Mono";
}

QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QTextEdit, QPlainTextEdit { background: transparent; border: none; selection-background-color: $accent;
    selection-color: $on_accent; }
#codeview { background: $code; border: 1px solid $border; border-radius: 8px; }

QMenu { background: $surface; border: 1px solid $border; border-radius: 8px; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }

QTableView { background: $surface; border: none; gridline-color: $border; alternate-background-color: $surface;
    selection-background-color: $accent_soft; selection-color: $text; }
QTableView::item { padding: 8px; border-bottom: 1px solid $border; }
QTableView:focus { border: 1px solid $accent; }
QHeaderView::section {
    background: $surface; color: $muted; border: none; border-bottom: 1px solid $outline; padding: 8px;
    font-weight: 600; font-size: ${caption}px;
}
QTableCornerButton::section { background: $surface; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def build_stylesheet(colours: Colours, sizes: Mapping[str, int]) -> str:
    """The sheet for some colours and type sizes in pixels (caption, body, lead, title, headline, display)."""
    return _SHEET.substitute({name: str(value) for name, value in (asdict(colours) | dict(sizes)).items()})
