"""A solver that knows no subject: it learns which options look like keys, and chooses in questions it has not seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean

from quizapp.bank.bars import FEW
from scripts.questions.cue_choices import Choice
from scripts.questions.cue_features import NAMES, PLACES, feature_rows, word_rows
from scripts.questions.logistic import Design, Row, build_design, fit, margin

FOLDS = 5
ABOVE_CHANCE, ENOUGH = 0.06, 100
"""With fewer choices 6 points are less than one and a half standard errors."""


Keys = Sequence[tuple[bool, ...]]
"""For each choice which of its options is right."""


@dataclass(frozen=True, slots=True)
class Fold:
    """The design of the choices learned from, and the places of the choices learned from and of those solved."""

    design: Design
    learned: tuple[int, ...]
    solved: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the solver wins, 0..1, with its chance and the 95 % range with permuted keys."""

    name: str
    count: int
    won: float
    chance: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        if self.count < FEW:
            return "few"
        if self.won > self.high:
            return "over the range"
        if self.won < self.low:
            return "under the range"
        return "over chance + 6" if self.count >= ENOUGH and self.won > self.chance + ABOVE_CHANCE else "ok"


def solve(choices: Sequence[Choice], permutations: int, seed: int) -> Iterator[Found]:
    """The solver with all features, without those of places, and with words too, over all choices and each kind."""
    if len({choice.group for choice in choices}) < FOLDS:
        return
    features, shown = feature_rows(choices), word_rows(choices)
    both = [[*row, *extra] for row, extra in zip(features, shown, strict=True)]
    looks = [[value for name, value in zip(NAMES, row, strict=True) if name not in PLACES] for row in features]
    kinds = ["all", *sorted({choice.kind for choice in choices})]
    for name, rows in (("features", features), ("without places", looks), ("with words", both)):
        random = Random(seed)
        folds = build_folds(choices, rows, random)
        keys = [choice.rights for choice in choices]
        real = wins(choices, rows, folds, keys)
        permuted = [wins(choices, rows, folds, permute(keys, random)) for _ in range(permutations)]
        for kind in kinds:
            yield _found(
                f"{name}, {kind}",
                choices,
                [p for p, c in enumerate(choices) if kind in ("all", c.kind)],
                real,
                permuted,
            )


def _found(
    name: str,
    choices: Sequence[Choice],
    places: Sequence[int],
    real: Sequence[float],
    permuted: Sequence[Sequence[float]],
) -> Found:
    null = sorted(fmean(run[place] for place in places) for run in permuted)
    # A run of its own is beyond the k-th of n others with the chance k / (n + 1).
    cut = max(0, int(0.025 * (len(null) + 1)) - 1)
    chance = fmean(fmean(choices[place].rights) for place in places)
    return Found(name, len(places), fmean(real[place] for place in places), chance, null[cut], null[-1 - cut])


def build_folds(choices: Sequence[Choice], rows: Sequence[Row], random: Random) -> list[Fold]:
    """All choices shared out by question, at random."""
    groups = list(dict.fromkeys(choice.group for choice in choices))
    random.shuffle(groups)
    fold_of = {group: place % FOLDS for place, group in enumerate(groups)}
    spans = _spans(choices)
    folds = []
    for fold in range(FOLDS):
        solved = tuple(place for place, choice in enumerate(choices) if fold_of[choice.group] == fold)
        learned = tuple(place for place, choice in enumerate(choices) if fold_of[choice.group] != fold)
        design = build_design([row for place in learned for row in rows[spans[place]]])
        folds.append(Fold(design, learned, solved))
    return folds


def wins(choices: Sequence[Choice], rows: Sequence[Row], folds: Sequence[Fold], keys: Keys) -> list[float]:
    """For each choice whether the option that looks most like a key is one; among equal ones the mean."""
    spans, won = _spans(choices), [0.0] * len(choices)
    for fold in folds:
        weights = fit(fold.design, [right for place in fold.learned for right in keys[place]])
        for place in fold.solved:
            margins = [margin(weights, row) for row in rows[spans[place]]]
            top = max(margins) - 1e-9
            won[place] = fmean(right for right, value in zip(keys[place], margins, strict=True) if value >= top)
    return won


def permute(keys: Keys, random: Random) -> list[tuple[bool, ...]]:
    """As many keys in each choice, on options drawn at random."""
    return [tuple(random.sample(rights, len(rights))) for rights in keys]


def _spans(choices: Sequence[Choice]) -> list[slice]:
    """Where the options of each choice stand among the rows."""
    spans, start = [], 0
    for choice in choices:
        spans.append(slice(start, start + len(choice.texts)))
        start += len(choice.texts)
    return spans
