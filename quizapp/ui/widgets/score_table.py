"""The numbers behind the radar, as tables."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.measure import CompetencyMeasure
from quizapp.core.readiness import percent
from quizapp.core.score import ScoreReport, Tally
from quizapp.ui.formatting import format_interval
from quizapp.ui.measure_wording import label_text, reason_text
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.fact_table import FactTable

translate = QCoreApplication.translate


class ScoreTable(FactTable):
    """A row a competency, and one for all."""

    def __init__(self, report: ScoreReport, appearance: Appearance) -> None:
        header = (
            translate("ScoreTable", "Competency"),
            translate("ScoreTable", "Expected level"),
            translate("ScoreTable", "90\u00a0% interval"),
            translate("ScoreTable", "Ready?"),
            translate("ScoreTable", "Right"),
        )
        rows = [(score.title, *measure_cells(score.measure), count_cell(score.tally)) for score in report.competencies]
        rows.append((translate("ScoreTable", "All questions"), "", "", "", count_cell(report.total)))
        super().__init__(header, rows, appearance, wrapping=(3,))
        self.setAccessibleName(translate("ScoreTable", "Results by competency"))


class TopicTable(FactTable):
    """A row a topic; single topics have too few questions for more than counts."""

    def __init__(self, report: ScoreReport, appearance: Appearance) -> None:
        header = (
            translate("TopicTable", "Topic"),
            translate("TopicTable", "Competency"),
            translate("TopicTable", "Right"),
        )
        rows = [
            (topic.title, score.short_title, count_cell(topic.tally))
            for score in report.competencies
            for topic in score.topics
        ]
        super().__init__(header, rows, appearance, wrapping=(1,))
        self.setAccessibleName(translate("TopicTable", "Results by topic"))


def measure_cells(measure: CompetencyMeasure) -> tuple[str, str, str]:
    """Domain score, interval and verdict, as far as the number of answers allows them."""
    level = "–" if measure.level is None else percent(measure.level)
    interval = "–" if measure.band is None else format_interval(measure.band)
    verdict = translate("ScoreTable", "{label}, {reason}")
    return level, interval, verdict.format(label=label_text(measure), reason=reason_text(measure))


def count_cell(tally: Tally) -> str:
    if not tally.asked:
        return "–"
    if not tally.scored:
        return translate("ScoreTable", "not reached")
    return translate("ScoreTable", "{right} of {scored}").format(right=tally.right, scored=tally.scored)
