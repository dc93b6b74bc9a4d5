"""States and verdicts in words, with the tone that goes with them (right, wrong, warn, muted)."""

from PySide6.QtCore import QCoreApplication

from quizapp.core.adaptive import PlanEnd
from quizapp.core.answer import Answer, Grade, Verdict
from quizapp.core.plan import PlanMethod
from quizapp.core.session import ItemState
from quizapp.storage.summary import AttemptSummary
from quizapp.ui.calibration_wording import sure_text

translate = QCoreApplication.translate


def verdict_words(answer: Answer | None, grade: Grade) -> tuple[str, str]:
    """The verdict on an answer in words, with the confidence that was stated, and its tone."""
    words, tone = _verdict(answer, grade)
    if answer is None or answer.confidence is None:
        return words, tone
    text = translate("Wording", "{verdict} · {sure}").format(verdict=words, sure=sure_text(answer.confidence))
    return text, tone


def _verdict(answer: Answer | None, grade: Grade) -> tuple[str, str]:
    if answer is None:
        return translate("Wording", "Left open"), "warn"
    if answer.dont_know:
        return translate("Wording", "I don't know"), "warn"
    if grade.is_right:
        return translate("Wording", "Right"), "right"
    if grade.score > 0:
        points = f"{grade.score:.2f}".rstrip("0").rstrip(".")
        return translate("Wording", "Partly right: {points} of 1 point").format(points=points), "warn"
    return translate("Wording", "Not right"), "wrong"


VERDICT_ICONS = {Verdict.RIGHT: "circle-check", Verdict.WRONG: "circle-x", Verdict.MISSED: "circle-dashed"}
"""The icon beside what was given or missed; nothing stands beside the rest."""

VERDICT_TONES = {Verdict.RIGHT: "right", Verdict.WRONG: "wrong", Verdict.MISSED: "right"}
"""The tone of that icon, its frame and its words."""


def mark_words(verdict: Verdict | None) -> str:
    """What became of one option, line or entry; no words where nothing did."""
    words = {
        Verdict.RIGHT: translate("Wording", "Your answer · right"),
        Verdict.WRONG: translate("Wording", "Your answer · not right"),
        Verdict.MISSED: translate("Wording", "Right answer"),
    }
    return words.get(verdict, "") if verdict else ""


def state_words(state: ItemState) -> tuple[str, str]:
    """A state in words, and its tone."""
    if state.answer is not None and state.answer.dont_know:
        return translate("Wording", "I don't know"), "muted"
    if state.answer is not None:
        return translate("Wording", "Answered"), "right"
    return (
        (translate("Wording", "Open"), "warn")
        if state.shown
        else (
            translate("Wording", "Not reached"),
            "muted",
        )
    )


def method_words(method: PlanMethod) -> str:
    """The kind of an attempt."""
    return {
        PlanMethod.FIXED: translate("Wording", "full assessment"),
        PlanMethod.ADAPTIVE: translate("Wording", "adaptive"),
        PlanMethod.QUICK: translate("Wording", "quick check"),
        PlanMethod.PRACTICE: translate("Wording", "practice"),
    }[method]


def progress_words(attempt: AttemptSummary) -> str:
    """How far an attempt has come, and its kind where that is not the usual one."""
    match attempt.method:
        case PlanMethod.FIXED:
            text = translate("Wording", "{answered} of {asked} answered")
        case PlanMethod.ADAPTIVE:
            text = translate("Wording", "{answered} answered · {kind}")
        case PlanMethod.QUICK | PlanMethod.PRACTICE:
            text = translate("Wording", "{answered} of {asked} answered · {kind}")
    return text.format(answered=attempt.answered, asked=attempt.asked, kind=method_words(attempt.method))


def end_words(end: PlanEnd) -> str:
    """Why an adaptive attempt asks nothing more."""
    return {
        PlanEnd.DECIDED: translate("Wording", "All chosen competencies are decided."),
        PlanEnd.LIMIT: translate("Wording", "The greatest number of questions is reached."),
        PlanEnd.NO_QUESTION: translate("Wording", "No question is left to ask."),
        PlanEnd.NO_BANK: translate("Wording", "The question bank has changed: no further question can be chosen."),
    }[end]
