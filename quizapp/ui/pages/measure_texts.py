"""What the page "How this is measured" says; its numbers come from the measure and the framework."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.framework import Framework
from quizapp.core.measure import (
    INTERVAL,
    LABEL_ANSWERS,
    MINIMUM_ANSWERS,
    READY_ANSWERS,
    SURE,
    UNRATED_SPREAD,
)
from quizapp.core.readiness import percent
from quizapp.ui.measure_wording import points_text

translate = QCoreApplication.translate


def level_texts() -> tuple[str, ...]:
    return (
        translate(
            "MeasurePage",
            "The share of the points you would get if you answered all questions of a competency, not only those that "
            "were drawn. A hard question counts as hard, so it matters little which ones you got.",
        ),
        translate(
            "MeasurePage",
            "A few answers can't tell this exactly. Hence the interval: your level lies in it with a chance of "
            "{share}. More answers make it shorter.",
        ).format(share=percent(INTERVAL)),
    )


def label_texts() -> tuple[str, ...]:
    few = translate("MeasurePage", "Fewer than {n} answers: only the count of right ones.")
    band = translate("MeasurePage", "From {n} on: level and interval.")
    label = translate(
        "MeasurePage",
        "From {n} on: not yet, where the chance of reaching the target is {low} or less; otherwise undecided.",
    )
    ready = translate(
        "MeasurePage",
        "From {n} on: ready, where that chance is {high} or more. With fewer answers, too many would be called ready "
        "who are not.",
    )
    return (
        few.format(n=MINIMUM_ANSWERS),
        band.format(n=MINIMUM_ANSWERS),
        label.format(n=LABEL_ANSWERS, low=percent(1 - SURE)),
        ready.format(n=READY_ANSWERS, high=percent(SURE)),
    )


def counting_texts() -> tuple[str, ...]:
    return (
        translate(
            "MeasurePage",
            "Guessing: where guesses often hit, a right answer says less. A partly right answer counts in part.",
        ),
        translate(
            "MeasurePage",
            "“I don't know” gives no points, nor does a question that you saw and left open. Questions that you did "
            "not reach don't count.",
        ),
        translate(
            "MeasurePage",
            "Difficulty is the author's estimate, not yet tried on many people. The interval is wider for that.",
        ),
        translate(
            "MeasurePage",
            "Answers to questions that you had seen before stay out. The result shows apart how much better they went "
            "than the others suggest: from remembering or from learning, which nobody can tell.",
        ),
    )


def time_texts(days: int) -> tuple[str, ...]:
    return (
        translate(
            "MeasurePage",
            "Where you stand, on the home page, takes together your first answer to each question in the assessments "
            "of the last {days} days.",
        ).format(days=days),
        translate(
            "MeasurePage",
            "Two attempts always differ a little by chance. Improved or declined is said from a chance of {sure} on; "
            "anything less is within noise.",
        ).format(sure=percent(SURE)),
    )


def target_texts(framework: Framework) -> tuple[str, ...]:
    """What someone just ready is expected to reach, and on whose word."""
    what = translate("MeasurePage", "The level that someone just ready for the work reaches. It is a judgement.")
    unrated = [competency for competency in framework.competencies if competency.cut is None]
    rated = [
        translate("MeasurePage", "{name}: {share}, give or take {points}. Rated by {people}.").format(
            name=competency.title,
            share=percent(competency.cut.share),
            points=points_text(competency.cut.spread),
            people=competency.cut.rated_by,
        )
        for competency in framework.competencies
        if competency.cut
    ]
    rest = translate("MeasurePage", "{name}: {share}, give or take {points}. Nobody has rated the questions yet.")
    everything, others = translate("MeasurePage", "All competencies"), translate("MeasurePage", "The others")
    if unrated:
        name = others if rated else everything
        share, points = percent(framework.readiness_cut), points_text(UNRATED_SPREAD)
        rated.append(rest.format(name=name, share=share, points=points))
    return what, *rated


def claims_text() -> tuple[str, ...]:
    return (
        translate(
            "MeasurePage",
            "No percentile and no comparison with others: nobody else's answers are known here. No promise about your "
            "next attempt, which also hangs on the questions drawn.",
        ),
        translate(
            "MeasurePage",
            "Method, formulas, sources and evidence: the file docs/measure.md in the source code of quizapp.",
        ),
    )
