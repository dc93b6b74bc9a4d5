"""Look for what gives keys away: a solver that knows no subject, only what options look like; and near duplicates.

    python -m scripts.questions.cues BANK_FOLDER [--permutations 200] [--seed 0]

A logistic regression learns from 24 features of options (length, rank of length, absolutes, hedges, punctuation,
digits, code, overlap with the stem, place …) which options are keys, and chooses in questions that it has not seen:
folds hold whole questions. It does so with all features, without the four of labels and places, and with the most
common words too. Options of ``single`` and ``multi`` questions and of drop-downs in a cloze count; a choice is won when
the option that looks most like a key is one. The range beside it is what the same solver wins with keys put on options
at random. Exits with 1 where the solver is over that range or, with 100 choices and more, 6 points above chance, or
where two questions are alike by more than .60. Fewer than 30 choices are shown but not judged. Under the range is no
fault: where keys stand evenly on all labels, what was learned from some points away from the others.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quizapp.core.plan import PlanItem
from scripts.questions.bodies import SheetError
from scripts.questions.cue_choices import choices_of
from scripts.questions.cue_solver import FOLDS, Found, solve
from scripts.questions.sheets import draw_items, load_sound_bank, question_text
from scripts.questions.similarity import near_pairs

ALIKE = 0.60


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bank", type=Path)
    parser.add_argument("--permutations", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    try:
        items = draw_items(load_sound_bank(arguments.bank).bank.questions, arguments.seed)
    except SheetError as error:
        print(error, file=sys.stderr)
        return 2
    choices = [choice for item in items for choice in choices_of(item)]
    found = list(solve(choices, arguments.permutations, arguments.seed))
    pairs = alike(items)
    print("\n".join([*table(found), "", *pair_lines(items, pairs)]))
    return int(bool(pairs) or any("over" in each.verdict for each in found))


def alike(items: Sequence[PlanItem]) -> list[tuple[float, int, int]]:
    """Pairs of questions, stem, material and options together, that are too much alike."""
    return near_pairs([question_text(item) for item in items], ALIKE)


def table(found: Sequence[Found]) -> Iterator[str]:
    """The solver's figures as the lines of a table."""
    if not found:
        yield f"Options of fewer than {FOLDS} questions are too few for the cue solver."
        return
    width = max(len(each.name) for each in found)
    yield f"{'Cue solver':{width}} | choices | won    | chance | permuted keys, 95 % | verdict"
    yield f"{'-' * width}-|---------|--------|--------|---------------------|--------"
    for each in found:
        yield (
            f"{each.name:{width}} | {each.count:7} | {each.won:6.1%} | {each.chance:6.1%} |"
            f" {f'{each.low:.1%} to {each.high:.1%}':19} | {each.verdict}"
        )


def pair_lines(items: Sequence[PlanItem], pairs: Sequence[tuple[float, int, int]]) -> Iterator[str]:
    """The pairs, or the nearest of all where none is too near."""
    shown, words = pairs, f"Near duplicates (cosine over {ALIKE}): {len(pairs)}"
    if not pairs:
        shown = near_pairs([question_text(item) for item in items], 0.0)[:1]
        words += "; the nearest pair:" if shown else ""
    yield words
    for cosine, one, other in shown:
        yield f"  {cosine:.2f} {items[one].question.id} and {items[other].question.id}"


if __name__ == "__main__":
    raise SystemExit(main())
