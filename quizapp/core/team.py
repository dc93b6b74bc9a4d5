"""A team: the results of several people in one role, with the median and spread of each competency.

Nobody is ranked: members stand in the order in which they were added, and only the middle of them is reckoned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import median, quantiles

from quizapp.core.framework import Competency, Framework
from quizapp.core.measure import CompetencyMeasure, Label, cut_of
from quizapp.core.score import score_session
from quizapp.core.session import QuizSession

MEDIAN_MEMBERS = 2
"""With fewer measured members there is no median: it would be that one member's level."""

QUARTILE_MEMBERS = 4
"""With fewer measured members quartiles would be made up, and the range from lowest to highest is told instead."""


class Misfit(StrEnum):
    """Why a result can't stand beside those of a team."""

    PRACTICE = "practice"  # it measures nothing
    OTHER_ROLE = "other-role"  # its numbers mean something else
    OTHER_COMPETENCIES = "other-competencies"  # another version of the role, with other axes
    ALREADY_IN = "already-in"  # it would count twice


@dataclass(frozen=True, slots=True)
class MemberLevel:
    """One member in one competency: ``level`` in 0..1 with its 90 % ``band``, None with too few answers for it."""

    slug: str
    level: float | None = None
    band: tuple[float, float] | None = None
    label: Label | None = None
    answers: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """A result in a team; ``levels`` has all competencies of the framework, in its order."""

    name: str
    attempt_id: str
    taken: datetime
    framework: Framework
    levels: tuple[MemberLevel, ...]
    is_practice: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """A competency over a team, all shares in 0..1. ``target`` is that of all members, None where they differ.

    ``median`` and ``span`` leave out the members without a level, who are counted in ``left_out``; both are None with
    fewer than ``MEDIAN_MEMBERS`` measured ones. ``span`` is the middle half (lower and upper quartile) where
    ``is_half`` says so, else from the lowest to the highest.
    """

    slug: str
    title: str
    short_title: str
    target: float | None
    measured: int
    left_out: int
    median: float | None = None
    span: tuple[float, float] | None = None
    is_half: bool = False


def build_member(session: QuizSession, name: str) -> Member:
    """What a team view shows of an attempt."""
    report = score_session(session)
    measures = {score.slug: score.measure for score in report.competencies}
    framework = session.plan.framework
    levels = tuple(_level(competency.slug, measures.get(competency.slug)) for competency in framework.competencies)
    return Member(name, session.id, session.started_at, framework, levels, report.is_practice)


def find_misfit(members: Sequence[Member], other: Member) -> Misfit | None:
    """Why a result can't join others, or None where it can. The first member's framework is the team's."""
    if other.is_practice:
        return Misfit.PRACTICE
    if any(member.attempt_id == other.attempt_id for member in members):
        return Misfit.ALREADY_IN
    if members and members[0].framework.id != other.framework.id:
        return Misfit.OTHER_ROLE
    if members and _slugs(members[0]) != _slugs(other):
        return Misfit.OTHER_COMPETENCIES
    return None


def build_spreads(members: Sequence[Member]) -> tuple[Spread, ...]:
    """Median and spread of each competency, in the framework's order. The members fit one another, one at least."""
    framework = members[0].framework
    return tuple(
        _spread(competency, _target(members, number), [member.levels[number].level for member in members])
        for number, competency in enumerate(framework.competencies)
    )


def _spread(competency: Competency, target: float | None, every: Sequence[float | None]) -> Spread:
    known = [level for level in every if level is not None]
    is_enough = len(known) >= MEDIAN_MEMBERS
    return Spread(
        competency.slug,
        competency.title,
        competency.short_title,
        target,
        measured=len(known),
        left_out=len(every) - len(known),
        median=median(known) if is_enough else None,
        span=_span(known) if is_enough else None,
        is_half=len(known) >= QUARTILE_MEMBERS,
    )


def _target(members: Sequence[Member], number: int) -> float | None:
    """The target of a competency by its number, which members with another profile may have set elsewhere."""
    frameworks = [member.framework for member in members]
    shares = {cut_of(framework, framework.competencies[number]).share for framework in frameworks}
    return shares.pop() if len(shares) == 1 else None


def _span(levels: Sequence[float]) -> tuple[float, float]:
    """The quartiles (interpolated, Hyndman and Fan 1996, definition 7), or the extremes of few."""
    if len(levels) < QUARTILE_MEMBERS:
        return min(levels), max(levels)
    lower, _, upper = quantiles(levels, n=4, method="inclusive")
    return lower, upper


def _level(slug: str, measure: CompetencyMeasure | None) -> MemberLevel:
    if measure is None:
        return MemberLevel(slug)
    return MemberLevel(slug, measure.level, measure.band, measure.label, measure.answers)


def _slugs(member: Member) -> list[str]:
    return [level.slug for level in member.levels]
