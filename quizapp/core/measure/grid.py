"""The ability scale: its grid, its prior, and the nodes over which the uncertain difficulties are integrated."""

from math import fsum
from operator import mul

STEP = 0.2
"""The distance of two grid points."""

THETAS = tuple((index - 30) / 5 for index in range(61))
"""Ability θ: 61 points, -6 to 6."""

PRIOR_SD = 1.5
"""The prior of θ is N(0, 1.5²), cut off at the ends of the grid (4 standard deviations)."""

LOG_PRIOR = tuple(-((theta / PRIOR_SD) ** 2) / 2 for theta in THETAS)
"""ln of the prior's density at each grid point, without its constant."""

_HALF = (
    (0.0, 0.31825951825951826),
    (0.799129068324548, 0.23246229360973222),
    (1.6067100690287297, 0.0894177953998444),
    (2.432436827009758, 0.017365774492137605),
    (3.2890824243987664, 0.0015673575035499562),
    (4.1962077112690155, 5.642146405189017e-05),
    (5.190093591304781, 5.975419597920605e-07),
    (6.363947888829839, 8.58964989963327e-10),
)
# The roots z of the Hermite polynomial He_15, found by Newton's method with 60 digits, and their weights
# 15! / (15·He_14(z))² (Abramowitz and Stegun 1964, 25.4.46, in the scale of the normal distribution).

NODES = tuple((-z, w) for z, w in reversed(_HALF[1:])) + _HALF
"""15 Gauss–Hermite nodes (z, w): Σ w·f(z) is E f(Z), Z ~ N(0, 1), exactly for polynomials up to degree 29."""


def dot(left: tuple[float, ...], right: tuple[float, ...]) -> float:
    """Σ left·right over two tables of the same length."""
    return fsum(map(mul, left, right))
