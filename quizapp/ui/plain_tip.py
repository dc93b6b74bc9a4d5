"""Tooltips of what a bank or a person wrote."""

from html import escape


def plain_tip(text: str) -> str:
    """A text for a tooltip, shown as it is: one that looks like HTML is taken for HTML, and what it names is loaded."""
    return f"<p>{escape(text)}</p>"
