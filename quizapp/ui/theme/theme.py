"""A look: colours and sizes, handed to every widget that paints or measures by itself."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from quizapp.ui.theme.colours import DARK, LIGHT, Colours
from quizapp.ui.theme.stylesheet import build_stylesheet

TEXT_FAMILY = "Inter"
CODE_FAMILY = "JetBrains Mono"
MIN_SCALE, MAX_SCALE = 80, 200


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Type(StrEnum):
    """The steps of the type scale."""

    CAPTION = "caption"
    BODY = "body"
    LEAD = "lead"
    TITLE = "title"
    HEADLINE = "headline"
    DISPLAY = "display"


TYPE_PIXELS = {Type.CAPTION: 12, Type.BODY: 14, Type.LEAD: 16, Type.TITLE: 18, Type.HEADLINE: 26, Type.DISPLAY: 34}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, and the text scale in per cent (80..200)."""

    colours: Colours
    scale: int = 100

    def pixels(self, type_: Type) -> int:
        return self.scaled(TYPE_PIXELS[type_])

    def scaled(self, pixels: float) -> int:
        """A length that grows with the text."""
        return round(pixels * self.scale / 100)

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.colours, name))

    def font(self, type_: Type, weight: QFont.Weight = QFont.Weight.Normal, *, code: bool = False) -> QFont:
        font = QFont(CODE_FAMILY if code else TEXT_FAMILY)
        font.setPixelSize(self.pixels(type_))
        font.setWeight(weight)
        return font


class Appearance(QObject):
    """The theme in use. Widgets that paint by themselves read ``theme`` and follow ``theme_changed``."""

    theme_changed = Signal()

    def __init__(self, scheme: Scheme = Scheme.SYSTEM, scale: int = 100, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._scale = _bounded(scale)
        self.theme = self._build()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._renew()

    def set_scale(self, scale: int) -> None:
        """Text size in per cent; outside of 80..200 the nearest bound is taken."""
        self._scale = _bounded(scale)
        self._renew()

    def apply(self) -> None:
        """Put the theme on the whole application. Fusion with our own palette looks the same on all systems."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(build_palette(self.theme))
        app.setFont(self.theme.font(Type.BODY))
        app.setStyleSheet(build_stylesheet(self.theme.colours, {t.value: self.theme.pixels(t) for t in Type}))

    def _renew(self) -> None:
        theme = self._build()
        if theme != self.theme:
            self.theme = theme
            self.apply()
            self.theme_changed.emit()

    def _build(self) -> Theme:
        dark = self._scheme is Scheme.DARK or (self._scheme is Scheme.SYSTEM and _system_is_dark())
        return Theme(DARK if dark else LIGHT, self._scale)

    def _on_system_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._renew()


def build_palette(theme: Theme) -> QPalette:
    """The theme as a QPalette, for everything that the style sheet doesn't reach."""
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "raised",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "border",
        QPalette.ColorRole.Dark: "outline",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, theme.colour(name))
    disabled = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in disabled:
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("outline"))
    return palette


def _bounded(scale: int) -> int:
    return max(MIN_SCALE, min(MAX_SCALE, scale))


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
