"""An attempt as the data that the template draws: every text that it shows is in here, and no markup."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from quizapp.core.framework import Competency, Framework
from quizapp.core.measure import cut_of, label_words, reason_words
from quizapp.core.plan import Feedback
from quizapp.core.radar import Radar
from quizapp.core.readiness import build_radar, percent
from quizapp.core.score import CompetencyScore, ScoreReport, Tally, score_session
from quizapp.core.session import QuizSession
from quizapp.report.blocks import Data, line_spans
from quizapp.report.calibration import calibration_section
from quizapp.report.glyphs import LACKING, readable
from quizapp.report.options import WHOLE, Paper, ReportOptions
from quizapp.report.outcome import OUTCOME_WORDS, Outcome, outcome
from quizapp.report.questions import outcome_entries, question_entries
from quizapp.report.radar_words import radar_title, radar_words
from quizapp.report.reading import attempt_words, reading_entries
from quizapp.report.study import study_section
from quizapp.report.svg import radar_svg
from quizapp.report.words import (
    FEEDBACK_WORDS,
    METHOD_WORDS,
    count_words,
    date_words,
    duration_words,
    interval_words,
    points_words,
    title_lines,
)

RADAR_WIDTHS = {Paper.A4: 453.0, Paper.LETTER: 470.0}
"""The width of the text on a page in points, so that the radar's type has the size it says."""

RADAR_HEIGHTS = (270.0, 228.0)
"""Its height with up to five competencies, and with more: the table beneath is to stay on the first page.

Where it does not, the template draws the radar smaller.
"""

RADAR_TYPE = 9.0


def build_document(
    session: QuizSession, *, created: datetime, app_version: str, options: ReportOptions = WHOLE
) -> Data:
    """All that a report shows, as plain data for JSON. ``created`` has a time zone; dates are given in it."""
    framework = session.plan.framework
    report = score_session(session)
    title = title_lines(framework, is_practice=report.is_practice)
    document: Data = {
        "title": readable(" ".join(title)),
        "title_lines": [line_spans(line) for line in title],
        "person": line_spans(options.person),
        "summary": options.is_summary,
        "paper": str(options.paper),
        "language": _language(framework),
        "footer": f"quizapp {app_version} · report of {date_words(created)}",
        "facts": _facts(session, created),
        "target": _target(framework),
        "radar": _radar(build_radar(framework, report), RADAR_WIDTHS[options.paper]),
        "competencies": [_competency(c, report) for c in framework.competencies],
        "total": _counts("All questions", report.total),
        "calibration": calibration_section(session),
        "study": study_section(session, answers=options.answers),
        "topics": [_topics(score) for score in report.competencies],
        "note": attempt_words(session),
        "reading": [[name, readable(words)] for name, words in reading_entries(framework, report)],
        "tally": _tally(session),
        "questions": question_entries(session) if options.answers and not options.is_summary else [],
        "outcomes": [] if options.answers or options.is_summary else outcome_entries(session),
    }
    return document | {"lacking": _lacks(document)}


def _language(framework: Framework) -> str:
    """The language part of a tag such as en-GB; English where it is none that a PDF can name."""
    match = re.match(r"[a-z]{2,3}(?![a-z])", framework.language.casefold())
    return match[0] if match else "en"


def _facts(session: QuizSession, created: datetime) -> list[list[str]]:
    asked = count_words(len(session.states), "question")
    return [
        ["Taken on", date_words(session.started_at.astimezone(created.tzinfo))],
        [METHOD_WORDS[session.plan.method], f"{asked}, {session.answered} answered"],
        ["Time taken", duration_words(session.elapsed)],
        ["Feedback", FEEDBACK_WORDS[Feedback(session.plan.feedback)]],
    ]


def _target(framework: Framework) -> str:
    """The target where all competencies have the same, for the legend."""
    shares = {percent(cut_of(framework, competency).share) for competency in framework.competencies}
    return shares.pop() if len(shares) == 1 else ""


def _radar(radar: Radar | None, width: float) -> Data | None:
    if radar is None:
        return None
    height = RADAR_HEIGHTS[len(radar.axes) > 5]
    # The alternative text is read aloud as it stands, so it says what the fonts can't draw in the same words.
    words = readable(f"{radar_title(radar)}. {radar_words(radar)}")
    svg = radar_svg(radar, width=width, height=height, font_size=RADAR_TYPE)
    return {
        "svg": svg,
        "words": words,
        "value": any(axis.value is not None and not axis.weak for axis in radar.axes),
        "weak": any(axis.weak for axis in radar.axes),
        "band": any(axis.interval for axis in radar.axes),
    }


def _competency(competency: Competency, report: ScoreReport) -> Data:
    """A row of the table, also for a competency that the attempt did not ask about."""
    score = next((score for score in report.competencies if score.slug == competency.slug), None)
    blank = {"share": "", "level": "–", "interval": "", "bar": None, "label": "Not asked", "kind": "", "chance": ""}
    if score is None:
        return _counts(competency.title, Tally(0, 0, 0, 0.0)) | blank
    row = _counts(competency.title, score.tally)
    if report.is_practice:
        return blank | row | {"share": _share(score.tally), "label": "Practice"}
    remarks = [row["open"], _seen_remark(score)]
    return row | {"open": " · ".join(filter(None, remarks)), "share": _share(score.tally)} | _measure(score)


def _measure(score: CompetencyScore) -> Data:
    """Level, interval and verdict, as far as the number of answers allows them."""
    measure = score.measure
    verdict = {
        "label": label_words(measure),
        "kind": str(measure.label or ""),
        "chance": reason_words(measure),
    }
    if measure.level is None or measure.band is None:
        return verdict | {"level": "–", "interval": "", "bar": None}
    bar = {"share": measure.level, "interval": measure.band, "target": measure.cut.share}
    return verdict | {"level": percent(measure.level), "interval": interval_words(measure.band), "bar": bar}


def _share(tally: Tally) -> str:
    """The raw share with its Wilson interval, where there is one."""
    if tally.share is None or tally.interval is None:
        return ""
    return f"{percent(tally.share)}, {interval_words(tally.interval)}"


def _seen_remark(score: CompetencyScore) -> str:
    count = score.measure.seen.count
    return f"{count} seen before" if count else ""


def _counts(title: str, tally: Tally) -> Data:
    return {
        "title": line_spans(title),
        "right": f"{tally.right} of {tally.scored}" if tally.asked else "–",
        "points": f"{points_words(tally.points)} of {tally.scored}" if tally.asked else "–",
        "open": f"{tally.asked - tally.scored} not reached" if tally.asked > tally.scored else "",
    }


def _topics(score: CompetencyScore) -> Data:
    return {"title": line_spans(score.title), "rows": [_counts(topic.title, topic.tally) for topic in score.topics]}


def _tally(session: QuizSession) -> list[Data]:
    """How often each outcome occurred, those that did."""
    pairs = zip(session.plan.items, session.states, strict=True)
    counts = Counter(outcome(item.question, state) for item, state in pairs)
    return [{"kind": kind, "words": OUTCOME_WORDS[kind], "count": counts[kind]} for kind in Outcome if counts[kind]]


def _lacks(data: object) -> bool:
    """Whether any text names a character instead of showing it."""
    if isinstance(data, str):
        return LACKING[0] in data
    children: Iterable[object] = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return any(_lacks(child) for child in children)
