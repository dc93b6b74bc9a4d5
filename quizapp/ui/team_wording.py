"""What a team view says: names, numbers, and why a file stays out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from quizapp.core.measure import MINIMUM_ANSWERS
from quizapp.core.readiness import percent
from quizapp.core.team import QUARTILE_MEMBERS, Member, MemberLevel, Misfit, Spread
from quizapp.ui.formatting import format_interval

translate = QCoreApplication.translate

_LONGEST = 32


def member_names(members: Sequence[Member], *, hidden: bool) -> tuple[str, ...]:
    """A name for each, short and no two alike; numbers in place of names that are hidden."""
    if hidden:
        text = translate("Team", "Member {number}")
        return tuple(text.format(number=number) for number in range(1, len(members) + 1))
    names: list[str] = []
    for member in members:
        short = _short(member.name)
        tries = [short, *(f"{short} ({number})" for number in range(2, len(members) + 1))]
        names.append(next(name for name in tries if name not in names))
    return tuple(names)


def misfit_text(file: str, misfit: Misfit, team: Member | None, other: Member) -> str:
    """Why a result stays out, by its file, and what to do."""
    if misfit is Misfit.PRACTICE:
        text = translate("Team", "{file} is of a practice session, which measures nothing. Add an assessment instead.")
    elif misfit is Misfit.ALREADY_IN:
        text = translate("Team", "{file} is a result that is in the team already, and was left out.")
    elif misfit is Misfit.OTHER_COMPETENCIES:
        text = translate(
            "Team",
            "{file} is of another version of the role, with other competencies. Add results of one version only.",
        )
    else:
        text = translate(
            "Team", "{file} is of the role {other}, the others are of {role}. Show it in a team of its own."
        )
    return text.format(file=file, other=other.framework.title, role=team.framework.title if team else "")


def spread_cells(spread: Spread) -> tuple[str, str, str, str]:
    """Median, spread, how many are measured, and the target."""
    median = "–" if spread.median is None else percent(spread.median)
    target = "–" if spread.target is None else percent(spread.target)
    return median, span_text(spread), measured_text(spread), target


def span_text(spread: Spread) -> str:
    """The spread, with what it is."""
    if spread.span is None:
        return "–"
    words = translate("Team", "{span}, middle half") if spread.is_half else translate("Team", "{span}, all")
    return words.format(span=format_interval(spread.span))


def measured_text(spread: Spread) -> str:
    """How many members the median stands on."""
    text = translate("Team", "{measured} of {count}")
    return text.format(measured=spread.measured, count=spread.measured + spread.left_out)


def level_text(level: MemberLevel) -> str:
    """One member's level with its interval, or why there is none."""
    if level.level is not None and level.band is not None:
        return f"{percent(level.level)} ({format_interval(level.band)})"
    if not level.answers:
        return translate("Team", "– not asked")
    return translate("Team", "– answers: {count}").format(count=level.answers)


def axis_line(spread: Spread, names: Sequence[str], levels: Sequence[MemberLevel]) -> str:
    """All that is known of a competency: the team's numbers, and each member's where there are few."""
    parts = [f"{spread.short_title}: "]
    if spread.median is not None:
        text = translate("Team", "median {median}, spread {span}. ")
        parts.append(text.format(median=percent(spread.median), span=span_text(spread)))
    pairs = zip(names, levels, strict=True)
    return "".join(parts) + "; ".join(f"{name} {level_text(level)}" for name, level in pairs)


def reading_help() -> str:
    """How to read the tables."""
    return translate(
        "Team",
        "A level is the share of the points expected on the whole bank, with its 90 % interval. The median is the "
        "middle of the members' levels; the spread goes from the lowest to the highest, and from {count} members on "
        "it is the middle half of them. Who has fewer than {answers} answers in a competency is left out of it. "
        "Differences smaller than the intervals may be chance, and members stand in the order of their files.",
    ).format(count=QUARTILE_MEMBERS, answers=MINIMUM_ANSWERS)


def _short(name: str) -> str:
    """A name on one line, no longer than fits beside the others."""
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    text = text or translate("Team", "No name")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
