"""The geometry of the forecast: a bar a day, its count above, its name below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.core.radar import Measure
from quizapp.core.shapes import Label, Line, Paint, Polygon, Shape


@dataclass(frozen=True, slots=True)
class DueBar:
    """A day's count, and its words: ``name`` stands below the bar where there is room."""

    count: int
    name: str


@dataclass(frozen=True, slots=True)
class DueStyle:
    """Sizes in the unit of the drawing."""

    measure: Measure
    font_size: float = 12.0
    padding: float = 4.0


def due_shapes(bars: Sequence[DueBar], size: tuple[float, float], style: DueStyle) -> tuple[Shape, ...]:
    """All shapes in a drawing of (width, height), back to front. The highest bar takes the height there is."""
    font, pad = style.font_size, style.padding
    top, bottom = pad + font * 1.6, size[1] - pad - font * 1.7
    step = (size[0] - 2 * pad) / len(bars)
    base = Line(Paint.RING, (pad, bottom), (size[0] - pad, bottom))
    most = max(1, *(bar.count for bar in bars))
    drawn = [_bar(n, bar.count / most, step, pad, top, bottom) for n, bar in enumerate(bars) if bar.count]
    return (base, *drawn, *_counts(bars, step, pad, top, bottom, style), *_names(bars, step, size, style))


def _bar(number: int, share: float, step: float, pad: float, top: float, bottom: float) -> Polygon:
    left, right = pad + step * (number + 0.2), pad + step * (number + 0.8)
    high = bottom - share * (bottom - top)
    return Polygon(Paint.VALUE, ((left, high), (right, high), (right, bottom), (left, bottom)))


def _counts(
    bars: Sequence[DueBar], step: float, pad: float, top: float, bottom: float, style: DueStyle
) -> Iterator[Label]:
    most = max(1, *(bar.count for bar in bars))
    for number, bar in enumerate(bars):
        if bar.count:
            y = bottom - bar.count / most * (bottom - top) - style.font_size * 0.4
            text = str(bar.count)
            yield Label(
                Paint.LABEL, text, pad + step * (number + 0.5), y, style.font_size, style.measure(text, style.font_size)
            )


def _names(bars: Sequence[DueBar], step: float, size: tuple[float, float], style: DueStyle) -> Iterator[Label]:
    """Every name, or every second, third …: as many as stand apart from one another."""
    font = style.font_size
    widest = max(style.measure(bar.name, font) for bar in bars)
    moved = max(0.0, (widest - step) / 2)  # the first and the last stay within the drawing
    every = next((n for n in range(1, len(bars)) if step * n >= widest + moved + font * 0.6), len(bars))
    for number in range(0, len(bars), every):
        width = style.measure(bars[number].name, font)
        least, greatest = style.padding + width / 2, size[0] - style.padding - width / 2
        x = min(greatest, max(least, style.padding + step * (number + 0.5)))
        yield Label(Paint.LABEL_WEAK, bars[number].name, x, size[1] - style.padding - font * 0.3, font, width)
