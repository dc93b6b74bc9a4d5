"""A continuous distribution known at some points, read off between them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_HALVINGS = 50


@dataclass(frozen=True, slots=True)
class Distribution:
    """Rising ``nodes`` with the distribution function (0..1) and the density at each of them.

    Between two nodes the distribution function is the cubic with these values and slopes (Hermite), so that its error
    shrinks with the fourth power of their distance; a step function would make intervals too long or too short.
    """

    nodes: tuple[float, ...]
    below: tuple[float, ...]
    density: tuple[float, ...]

    def cdf(self, value: float) -> float:
        """The probability of a smaller value, 0..1."""
        if value <= self.nodes[0]:
            return 0.0
        if value >= self.nodes[-1]:
            return 1.0
        return min(max(self._inside(bisect_right(self.nodes, value) - 1, value), 0.0), 1.0)

    def quantile(self, level: float) -> float:
        """The value with ``level``, in (0, 1), of the probability below it; the first node where that is too few."""
        index = bisect_left(self.below, level)
        if index in (0, len(self.nodes)):
            return self.nodes[min(index, len(self.nodes) - 1)]
        low, high = self.nodes[index - 1], self.nodes[index]
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._inside(index - 1, middle) < level else (low, middle)
        return (low + high) / 2

    def _inside(self, index: int, value: float) -> float:
        width = self.nodes[index + 1] - self.nodes[index]
        t = (value - self.nodes[index]) / width
        back = 1 - t
        left, right = self.below[index], self.below[index + 1]
        bend = t * back * width * (back * self.density[index] - t * self.density[index + 1])
        return left + (right - left) * t * t * (3 - 2 * t) + bend


def cumulative(weights: tuple[float, ...]) -> tuple[float, ...]:
    """The distribution function at each point of an even grid, from the points' probabilities.

    The trapezoidal rule with its first Euler–Maclaurin correction, whose derivative is a central difference: the
    error falls with the fourth power of the step.
    """
    below: list[float] = []
    passed = 0.0
    padded = (0.0, *weights, 0.0)
    for before, here, after in zip(padded, weights, padded[2:], strict=False):
        reached = passed + here / 2 - (after - before) / 24
        # The correction may undercut in the far tail, where the density grows manifold from point to point.
        below.append(min(max(reached, below[-1] if below else 0.0), 1.0))
        passed += here
    return tuple(below)
