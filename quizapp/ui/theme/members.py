"""The colours of a team's members; line and mark tell them apart as well (``core.team_marks``)."""

LIGHT_INKS = ("#3355cc", "#b3400a", "#17713f", "#8a2fa8", "#946200", "#007080", "#c2185b", "#4a5468")
DARK_INKS = ("#8fabff", "#ff9d6b", "#68d19a", "#d3a4f5", "#e8c06a", "#4fd0e0", "#ff8fb8", "#c3cad8")
"""One for each member, at least 3:1 against the surface (WCAG 2.2, 1.4.11), as ``#rrggbb``."""


def member_inks(*, is_dark: bool) -> tuple[str, ...]:
    """The colours of a theme."""
    return DARK_INKS if is_dark else LIGHT_INKS
