"""Settings: look and text size, where the data is, and what this program is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from quizapp import __version__
from quizapp.core.errors import StorageError
from quizapp.ui.bank_library import SettingStore
from quizapp.ui.network_folder import network_warning
from quizapp.ui.theme.theme import MAX_SCALE, MIN_SCALE, Appearance, Scheme, Type
from quizapp.ui.widgets.backups_card import BackupsCard
from quizapp.ui.widgets.basics import Button, Card, Column, build_label, build_row

translate = QCoreApplication.translate

SCHEME_SETTING, SCALE_SETTING = "appearance_scheme", "appearance_scale"
_SCALE_STEP = 10


class SettingsPage(QWidget):
    def __init__(
        self, settings: SettingStore, data_folder: Path, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._settings = settings
        self._data_folder = data_folder
        self._appearance = appearance
        self._schemes = QButtonGroup(self)
        self._size = build_label(type_=Type.LEAD, wrap=False)
        self._failure = build_label(tone="wrong")
        self.backups = BackupsCard(appearance)
        column = Column(appearance, 820)
        column.body.addWidget(build_label(translate("SettingsPage", "Settings"), Type.HEADLINE))
        column.body.addWidget(self._build_look())
        column.body.addWidget(self._build_data())
        column.body.addWidget(self.backups)
        column.body.addWidget(self._build_about())
        column.body.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(column)
        appearance.theme_changed.connect(self._update)
        self._update()

    def _build_look(self) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("SettingsPage", "Look"), Type.TITLE))
        row = build_row()
        names = {
            Scheme.SYSTEM: translate("SettingsPage", "Like the system"),
            Scheme.LIGHT: translate("SettingsPage", "Light"),
            Scheme.DARK: translate("SettingsPage", "Dark"),
        }
        for number, scheme in enumerate(Scheme):
            button = Button(names[scheme], self._appearance, kind="segment")
            button.setCheckable(True)
            self._schemes.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._schemes.idClicked.connect(self._on_scheme_clicked)
        card.body.addLayout(row)
        card.body.addSpacing(8)
        card.body.addWidget(build_label(translate("SettingsPage", "Text size"), Type.TITLE))
        self._smaller = Button(translate("SettingsPage", "Smaller"), self._appearance)
        self._larger = Button(translate("SettingsPage", "Larger"), self._appearance)
        self._smaller.clicked.connect(self._on_smaller_clicked)
        self._larger.clicked.connect(self._on_larger_clicked)
        card.body.addLayout(build_row(self._smaller, self._size, self._larger, None, spacing=16))
        self._failure.hide()
        card.body.addWidget(self._failure)
        return card

    def _build_data(self) -> Card:
        card = Card()
        card.body.addWidget(build_label(translate("SettingsPage", "Your data"), Type.TITLE))
        text = translate("SettingsPage", "Attempts and settings are kept on this computer alone, in this folder:")
        card.body.addWidget(build_label(text))
        card.body.addWidget(build_label(str(self._data_folder), "muted"))
        if warning := network_warning(self._data_folder):
            card.body.addWidget(build_label(warning, tone="warn"))
        show = Button(translate("SettingsPage", "Open the folder"), self._appearance, icon="folder-open")
        show.clicked.connect(self._on_show_clicked)
        card.body.addLayout(build_row(show, None))
        return card

    def _build_about(self) -> Card:
        card = Card()
        card.body.addWidget(build_label(f"quizapp {__version__}", Type.TITLE))
        for text in (
            translate("SettingsPage", "Works offline: no account, no network use, nothing leaves this computer."),
            translate("SettingsPage", "Code: MIT licence. Questions: CC BY 4.0. Fonts: Inter and JetBrains Mono, OFL."),
            translate("SettingsPage", "Icons: Lucide, ISC licence. Built with Qt for Python, LGPL."),
        ):
            card.body.addWidget(build_label(text, "muted"))
        return card

    def _update(self) -> None:
        self._schemes.button(tuple(Scheme).index(self._appearance.scheme)).setChecked(True)
        scale = self._appearance.theme.scale
        self._size.setText(f"{scale} %")
        self._smaller.setEnabled(scale > MIN_SCALE)
        self._larger.setEnabled(scale < MAX_SCALE)

    def _set_scale(self, scale: int) -> None:
        self._appearance.set_scale(scale)
        self._remember(SCALE_SETTING, str(self._appearance.theme.scale))

    def _remember(self, name: str, value: str) -> None:
        """Keep a setting for the next start; it holds until then even where the store refuses."""
        try:
            self._settings.set_setting(name, value)
        except StorageError as error:
            text = translate("SettingsPage", "Not kept for the next start: {reason}")
            self._failure.setText(text.format(reason=error))
            self._failure.show()
        else:
            self._failure.hide()

    def _on_scheme_clicked(self, number: int) -> None:
        scheme = tuple(Scheme)[number]
        self._appearance.set_scheme(scheme)
        self._remember(SCHEME_SETTING, scheme.value)

    def _on_smaller_clicked(self) -> None:
        self._set_scale(self._appearance.theme.scale - _SCALE_STEP)

    def _on_larger_clicked(self) -> None:
        self._set_scale(self._appearance.theme.scale + _SCALE_STEP)

    def _on_show_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder)))
