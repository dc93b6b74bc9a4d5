"""How to read the numbers of a report, in words for someone without statistics."""

from quizapp.core.adaptive import greatest_length
from quizapp.core.framework import Competency, Framework
from quizapp.core.measure import LABEL_ANSWERS, MINIMUM_ANSWERS, READY_ANSWERS, SURE, Cut, cut_of
from quizapp.core.plan import PlanMethod, QuizPlan
from quizapp.core.readiness import percent
from quizapp.core.score import CompetencyScore, ScoreReport
from quizapp.core.session import QuizSession
from quizapp.report.words import count_words

_LEVEL = (
    "The share of the points to be expected if you answered every question that the bank holds on a competency, not "
    "only those drawn here. It allows for how hard the questions were, for lucky guesses and for partly right answers. "
    "It is cautious: after few answers it stays under 100\u00a0%, even with all of them right."
)
_INTERVAL = (
    "With nine chances in ten the true level lies within it, as far as the authors' estimates of difficulty are right "
    "on the whole; that single ones are wrong is allowed for. More answers make it shorter."
)
_RIGHT = (
    "The fully right answers of all that were scored, and their plain share with its own 90\u00a0% interval "
    "(Wilson's). A question shown and left open counts as not known; one that was not reached is not counted."
)


def attempt_words(session: QuizSession) -> str:
    """That this is one attempt, whether it is whole, and how it was made where that is not the usual way."""
    words = "This is a single attempt; another one would come out somewhat differently."
    if session.plan.method.is_practice:
        words = "This was practice: it is to learn, enters no measure, and says nothing about readiness."
    words = words if session.is_finished else f"This attempt was not finished yet. {words}"
    return " ".join(filter(None, (words, _method_words(session.plan))))


def _method_words(plan: QuizPlan) -> str:
    match plan.method:
        case PlanMethod.FIXED | PlanMethod.PRACTICE:
            return ""
        case PlanMethod.ADAPTIVE:
            most = count_words(greatest_length(plan), "question")
            return f"Each question was chosen by the answers before it, up to {most} in all."
        case PlanMethod.QUICK:
            return "It was a quick check: one competency, for about ten minutes."


def reading_entries(framework: Framework, report: ScoreReport) -> list[tuple[str, str]]:
    """What each number means: its name as the table has it, and a paragraph."""
    if report.is_practice:
        return [("Right of scored", _RIGHT)]
    seen = seen_words(report)
    return [
        ("Expected level", _LEVEL),
        ("90\u00a0% interval", _INTERVAL),
        ("Ready?", _ready_words(framework, report)),
        *([("Seen before", seen)] if seen else []),
        ("Right of scored", _RIGHT),
    ]


def seen_words(report: ScoreReport) -> str:
    """How many answers were to questions seen before, and by how much they went better; empty without any."""
    count = sum(score.measure.seen.count for score in report.competencies)
    if not count:
        return ""
    many = "1 answer is to a question" if count == 1 else f"{count} answers are to questions"
    text = f"{many} that an earlier attempt had asked. Memory helps there, so they enter neither level nor verdict."
    gains = [words for score in report.competencies if (words := _gain_words(score))]
    if not gains:
        return text
    return f"{text} Beside what your other answers let expect, they went: {'; '.join(gains)}."


def _gain_words(score: CompetencyScore) -> str:
    gain = score.measure.seen_gain
    if gain is None:
        return ""
    points = round(abs(gain) * 100)
    size = f"{count_words(points, 'percentage point')} {'better' if gain > 0 else 'worse'}" if points else "the same"
    return f"{score.short_title} {size}"


def _ready_words(framework: Framework, report: ScoreReport) -> str:
    return (
        f"The chance that your level reaches the target{_target_words(framework, report)}. At {percent(SURE)} or more, "
        f"and after {READY_ANSWERS} answers or more, the report says ready; at {percent(1 - SURE)} or less not yet; "
        f"else undecided. With fewer than {LABEL_ANSWERS} answers it says none of these, and with fewer than "
        f"{MINIMUM_ANSWERS} it only counts."
    )


def _target_words(framework: Framework, report: ScoreReport) -> str:
    """The target with its uncertainty and where it comes from: once, or for each competency that was asked about."""
    asked = [framework.competency(score.slug) for score in report.competencies]
    if not any(competency.cut for competency in asked):
        return f" of {_cut_words(Cut(framework.readiness_cut))}, a convention until people have rated the questions"
    targets = (f"{c.short_title} {_cut_words(cut_of(framework, c))} ({_source_words(c)})" for c in asked)
    return f" of its competency: {'; '.join(targets)}"


def _cut_words(cut: Cut) -> str:
    return f"{percent(cut.share)}, give or take {count_words(round(cut.spread * 100), 'point')}"


def _source_words(competency: Competency) -> str:
    return f"rated by: {competency.cut.rated_by}" if competency.cut else "a convention until people have rated it"
