"""The set-up page in words: the kinds of assessment, and what each will tell, rounded as far as it is known."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from quizapp.core.forecast import CompetencyForecast, Forecast
from quizapp.core.measure import LABEL_ANSWERS, MINIMUM_ANSWERS, READY_ANSWERS
from quizapp.core.plan import PlanMethod

translate = QCoreApplication.translate

Fact = tuple[str, str]
"""A figure with its unit, and what it means."""


def method_option(method: PlanMethod) -> str:
    """A kind of assessment with the sentence that says what it tells, and for whom it is; in markup."""
    match method:
        case PlanMethod.FIXED:
            return translate(
                "Setup",
                "**Full assessment**: the same number of questions in each competency. For a whole picture of where "
                "you stand.",
            )
        case PlanMethod.ADAPTIVE:
            return translate(
                "Setup",
                "**Adaptive**: each question follows from your answers, and a competency ends when its verdict is "
                "sure. To be sure after fewer questions.",
            )
        case PlanMethod.QUICK:
            return translate(
                "Setup",
                "**Quick check**: one competency in about ten minutes. For a first look, or to see whether you have "
                "moved.",
            )
        case PlanMethod.PRACTICE:
            raise ValueError(method)  # is set up elsewhere


def length_title(method: PlanMethod) -> str:
    """What the choice of a length is called; a quick check has none."""
    if method is PlanMethod.ADAPTIVE:
        return translate("Setup", "At most so many questions for each competency")
    return translate("Setup", "Questions for each competency")


def facts(method: PlanMethod, found: Forecast, most: int, telling: int) -> tuple[Fact, Fact, Fact, Fact]:
    """Questions, time, width of the interval and verdicts.

    ``most`` is the greatest number of questions in all, ``telling`` that of answers that enter the measure of one
    competency.
    """
    return (
        _questions_fact(method, found, most),
        (_time_text(found.minutes), translate("Setup", "you can leave and go on later")),
        _width_fact([one.half_width for one in found.competencies if one.half_width is not None]),
        _verdict_fact(found, telling),
    )


def summary(method: PlanMethod, found: Forecast) -> str:
    """Questions and time in one line."""
    text = f"{questions_text(method, found.questions)}, {_time_text(found.minutes)}"
    return text[:1].upper() + text[1:]


def questions_text(method: PlanMethod, count: float) -> str:
    """A number of questions, which is "about" where it depends on the answers or on the draw."""
    whole = max(1, round(count))
    if method is not PlanMethod.FIXED:
        return translate("Setup", "about {n} questions").format(n=whole)
    return translate("Setup", "1 question") if whole == 1 else translate("Setup", "{n} questions").format(n=whole)


def competency_facts(method: PlanMethod, one: CompetencyForecast) -> tuple[str, str, str]:
    """A row of the table by competency: questions, width of the interval, verdicts."""
    about = "" if method is PlanMethod.FIXED else "≈ "
    width = translate("Setup", "none") if one.half_width is None else f"± {_points(one.half_width)}"
    return f"{about}{round(one.questions)}", width, _tenths_text(_tenths(one), _tenths(one))


def limits_text(most: int) -> str:
    """What that many answers in a competency can show, and what they can't."""
    if most < MINIMUM_ANSWERS:
        text = translate("Setup", "A first look: fewer than {n} answers give counts, but no measure.")
        return text.format(n=MINIMUM_ANSWERS)
    if most < LABEL_ANSWERS:
        text = translate(
            "Setup",
            "Up to {n} answers show a level with its interval. “Not yet” needs {label} answers and “ready” {ready}: "
            "over several attempts, your standing profile adds them up.",
        )
    elif most < READY_ANSWERS:
        text = translate(
            "Setup",
            "Up to {n} answers can show “not yet”, or a level with its interval. “Ready” needs {ready} answers: over "
            "several attempts, your standing profile adds them up.",
        )
    else:
        text = translate("Setup", "Up to {n} answers can show “ready” or “not yet”.")
    return text.format(n=most, label=LABEL_ANSWERS, ready=READY_ANSWERS)


def fresh_text(fresh: Mapping[str, int]) -> str:
    """How many questions are new in each competency, by its name, where they are too few; empty where nowhere."""
    if not fresh:
        return ""
    text = translate("Setup", "New to you: {counts}. Questions seen before are asked too, but enter no measure.")
    return text.format(counts=", ".join(f"{name} {count}" for name, count in fresh.items()))


def _questions_fact(method: PlanMethod, found: Forecast, most: int) -> Fact:
    text = questions_text(method, found.questions)
    match method:
        case PlanMethod.FIXED:
            return text, translate("Setup", "all of them are asked")
        case PlanMethod.ADAPTIVE:
            return text, translate("Setup", "{n} at the most").format(n=most)
        case PlanMethod.QUICK:
            return text, translate("Setup", "as many as fit in")
        case PlanMethod.PRACTICE:
            raise ValueError(method)


def _time_text(minutes: float) -> str:
    """About so long: to the minute up to 20, in fives beyond."""
    whole = max(1, round(minutes)) if minutes < 20 else 5 * round(minutes / 5)
    hours, rest = divmod(whole, 60)
    if not hours:
        one = translate("Setup", "about 1 minute")
        return one if rest == 1 else translate("Setup", "about {n} minutes").format(n=rest)
    if not rest:
        return translate("Setup", "about {hours} h").format(hours=hours)
    return translate("Setup", "about {hours} h {minutes} min").format(hours=hours, minutes=rest)


def _width_fact(widths: list[float]) -> Fact:
    if not widths:
        return (
            translate("Setup", "no interval"),
            translate("Setup", "it takes {n} answers in a competency").format(n=MINIMUM_ANSWERS),
        )
    span = _span(_points(min(widths)), _points(max(widths)))
    return (
        translate("Setup", "± {n} points").format(n=span),
        translate("Setup", "how sure each level will be (90 % interval)"),
    )


def _verdict_fact(found: Forecast, most: int) -> Fact:
    if most < LABEL_ANSWERS:
        return (
            translate("Setup", "no verdict"),
            translate("Setup", "it takes {n} answers in a competency").format(n=LABEL_ANSWERS),
        )
    tenths = [_tenths(one) for one in found.competencies] or [0]
    if most < READY_ANSWERS:
        return _tenths_text(min(tenths), max(tenths)), translate("Setup", "a competency ends with “not yet”")
    return _tenths_text(min(tenths), max(tenths)), translate("Setup", "a competency ends with “ready” or “not yet”")


def _tenths(one: CompetencyForecast) -> int:
    return round(10 * one.decided)


def _tenths_text(low: int, high: int) -> str:
    """Two dozen simulated people tell tenths, and no more."""
    if high == 0:
        return translate("Setup", "hardly ever")
    if low == 10:
        return translate("Setup", "nearly always")
    return translate("Setup", "in {n} of 10 cases").format(n=_span(low, high))


def _span(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _points(share: float) -> int:
    return round(100 * share)
