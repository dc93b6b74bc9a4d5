"""What was chosen for the last report, remembered for the next one."""

import json
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QLocale

from quizapp.report.options import Extent, Paper, ReportOptions
from quizapp.ui.bank_library import SettingStore

REPORT_SETTING = "report"

LONGEST_NAME = 120
"""Characters of the person's name."""


def read_options(settings: SettingStore) -> ReportOptions:
    """What was chosen last. What can't be read is as if nothing had been, on the paper of the person's country."""
    try:
        return _from_data(json.loads(settings.get_setting(REPORT_SETTING) or "{}"))
    except (ValueError, TypeError, AttributeError):
        return ReportOptions(paper=_usual_paper())


def write_options(settings: SettingStore, options: ReportOptions) -> None:
    """Remember for the next time. Raises StorageError where that can't be."""
    settings.set_setting(REPORT_SETTING, json.dumps(asdict(options)))


def _from_data(data: dict[str, Any]) -> ReportOptions:
    known = asdict(ReportOptions(paper=_usual_paper())) | data
    person = str(known["person"])[:LONGEST_NAME]
    return ReportOptions(Extent(known["extent"]), Paper(known["paper"]), known["answers"] is True, person)


def _usual_paper() -> Paper:
    """Letter where inches are used, as QLocale has no paper sizes of its own."""
    is_american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if is_american else Paper.A4
