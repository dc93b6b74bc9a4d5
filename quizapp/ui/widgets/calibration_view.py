"""The calibration plot on screen: the shapes of core, painted in the theme's colours."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.calibration import Calibration
from quizapp.core.calibration_shapes import CalibrationStyle, calibration_shapes
from quizapp.ui.calibration_wording import count_template, plot_text
from quizapp.ui.theme.theme import Appearance, Theme, Type
from quizapp.ui.widgets.shape_paint import paint_shapes, text_measure

translate = QCoreApplication.translate


class CalibrationView(QWidget):
    """Shows a calibration. Screen readers get its values as the description; a table stands beside it."""

    def __init__(self, calibration: Calibration, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calibration = calibration
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("CalibrationView", "Calibration plot"))
        self.setAccessibleDescription(plot_text(calibration))
        appearance.theme_changed.connect(self.updateGeometry)
        appearance.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(theme.scaled(560), theme.scaled(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_calibration(QPainter(self), self._calibration, (self.width(), self.height()), self._appearance.theme)


def paint_calibration(painter: QPainter, calibration: Calibration, size: tuple[float, float], theme: Theme) -> None:
    """Paint a plot of (width, height) with a painter, in logical pixels."""
    paint_shapes(painter, calibration_shapes(calibration, size, plot_style(theme)), theme)


def plot_style(theme: Theme) -> CalibrationStyle:
    """The words and sizes of the plot in a theme."""
    return CalibrationStyle(
        measure=text_measure(theme),
        across=translate("CalibrationView", "How sure you were"),
        upwards=translate("CalibrationView", "Share right"),
        count=count_template(),
        font_size=theme.pixels(Type.BODY) * 0.95,
    )
