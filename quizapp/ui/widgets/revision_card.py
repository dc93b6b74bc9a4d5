"""What was corrected or withdrawn since an attempt, and its scores with today's questions beside those it had."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quizapp.core.readiness import percent
from quizapp.core.rescore import Revision, RevisionKind, Revisions
from quizapp.core.score import CompetencyScore, ScoreReport, score_session
from quizapp.core.session import QuizSession
from quizapp.ui.formatting import format_interval
from quizapp.ui.theme.theme import Appearance, Type
from quizapp.ui.widgets.basics import Card, build_label
from quizapp.ui.widgets.fact_table import FactTable
from quizapp.ui.widgets.score_table import count_cell

translate = QCoreApplication.translate


class RevisionCard(Card):
    """For an attempt of whose questions some have changed: ``Revisions.is_empty`` is false."""

    def __init__(
        self, session: QuizSession, revisions: Revisions, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        before, after = score_session(session), score_session(revisions.session)
        self.body.setSpacing(16)
        self.body.addWidget(build_label(translate("RevisionCard", "Questions that changed since"), Type.TITLE))
        self.body.addWidget(build_label(counts_text(revisions)))
        self.body.addWidget(RevisionTable(revision_rows(session, revisions, before, after), appearance))
        self.body.addWidget(build_label(revision_help(revisions, is_practice=before.is_practice), "muted"))


class RevisionTable(FactTable):
    """A row a competency in which a question has changed."""

    def __init__(self, rows: Sequence[Sequence[str]], appearance: Appearance) -> None:
        header = (
            translate("RevisionCard", "Competency"),
            translate("RevisionCard", "As answered"),
            translate("RevisionCard", "With today's questions"),
        )
        super().__init__(header, rows, appearance, wrapping=(1, 2))
        self.setAccessibleName(translate("RevisionCard", "Results with corrected and without withdrawn questions"))


def revision_words(revision: Revision) -> str:
    """What became of a question, for its place in the list of answers."""
    if revision.kind is RevisionKind.WITHDRAWN:
        return translate("RevisionCard", "withdrawn since")
    return _correction_text(revision).format(number=revision.revision)


def _correction_text(revision: Revision) -> str:
    if not revision.is_regraded:
        return translate("RevisionCard", "corrected since (revision {number}), not graded anew")
    if revision.score is None:
        return translate("RevisionCard", "corrected since (revision {number})")
    if revision.score >= 1:
        return translate("RevisionCard", "corrected since (revision {number}), now right")
    if revision.score > 0:
        return translate("RevisionCard", "corrected since (revision {number}), now partly right")
    return translate("RevisionCard", "corrected since (revision {number}), now not right")


def counts_text(revisions: Revisions) -> str:
    """How many questions were corrected and how many withdrawn; what there is none of is not told."""
    texts = []
    if count := revisions.count(RevisionKind.CORRECTED):
        one = translate("RevisionCard", "1 question was corrected.")
        texts.append(
            one if count == 1 else translate("RevisionCard", "{count} questions were corrected.").format(count=count)
        )
    if count := revisions.count(RevisionKind.WITHDRAWN):
        one = translate("RevisionCard", "1 question was withdrawn.")
        texts.append(
            one if count == 1 else translate("RevisionCard", "{count} questions were withdrawn.").format(count=count)
        )
    return " ".join(texts)


def revision_rows(
    session: QuizSession, revisions: Revisions, before: ScoreReport, after: ScoreReport
) -> list[tuple[str, str, str]]:
    """The competencies in which a question has changed, before and after."""
    items = session.plan.items
    changed = {items[position].question.competency for position in revisions.changes}
    today = {score.slug: score for score in after.competencies}
    return [
        (score.title, _cell(score, before), _cell(today.get(score.slug), after))
        for score in before.competencies
        if score.slug in changed
    ]


def revision_help(revisions: Revisions, *, is_practice: bool) -> str:
    """How to read the table."""
    text = translate(
        "RevisionCard",
        "The result above and your history stay as you answered. Here corrected questions are graded anew by today's "
        "key, and withdrawn ones are left out.",
    )
    if not is_practice:
        text += " " + translate("RevisionCard", "Expected level with its 90\u00a0% interval, and answers right.")
    if count := revisions.kept_grades:
        unfit = translate(
            "RevisionCard", "Your answer no longer fits {count} of the corrected ones: it counts as it did."
        )
        text += " " + unfit.format(count=count)
    return text


def _cell(score: CompetencyScore | None, report: ScoreReport) -> str:
    """Level, interval and count as far as there are any."""
    if score is None:
        return translate("RevisionCard", "no question left")
    measure, right = score.measure, count_cell(score.tally)
    counts = translate("RevisionCard", "{right} right").format(right=right) if score.tally.scored else right
    counts = counts.replace(" ", "\u00a0")  # one line in a narrow table
    if report.is_practice or measure.level is None or measure.band is None:
        return counts
    text = translate("RevisionCard", "{level} ({interval}) · {counts}")
    return text.format(level=percent(measure.level), interval=format_interval(measure.band), counts=counts)
