"""What a radar shows, in words: for the description of an SVG, of a PDF figure, of a widget."""

from quizapp.core.radar import Radar, RadarAxis
from quizapp.core.readiness import percent


def radar_title(radar: Radar) -> str:
    return f"Radar chart of {len(radar.axes)} competencies"


def radar_words(radar: Radar) -> str:
    """What the chart shows, axis by axis, as plain sentences."""
    return " ".join(_axis_words(axis) for axis in radar.axes)


def _axis_words(axis: RadarAxis) -> str:
    """An axis with too few answers has no per cent: its note holds the count."""
    if axis.value is None:
        return f"{axis.label}: no answers."
    if axis.weak:
        return f"{axis.label}: {axis.note or 'counted'}, too few answers for a measure."
    parts = [f"{axis.label}: {percent(axis.value)}"]
    if axis.interval:
        parts.append(f"90 % interval {percent(axis.interval[0])} to {percent(axis.interval[1])}")
    if axis.target is not None:
        parts.append(f"target {percent(axis.target)}")
    if axis.earlier is not None:
        parts.append(f"earlier {percent(axis.earlier)}")
    return ", ".join(parts) + "."
