"""The readiness cut of each competency from filled rating sheets, and the lines for the framework file.

    python -m scripts.questions.cut_from_ratings BANK_FOLDER SHEET SHEET SHEET…

Prints for each competency the cut, its standard error over raters and questions, the spread to state (at least .05
until all raters are people), how far the raters agree, and each rater's own cut; then ratings below the chance score,
and the line ``cut`` that goes into the framework file. docs/measure.md, "The cut", has the method. Exits with 2 and
says all that is wrong where sheets can't be used.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quizapp.bank.loader import LoadedBank
from quizapp.core.framework import Competency
from quizapp.core.grading import chance_score
from quizapp.core.question import Question
from scripts.questions.angoff import FLOOR, MOST, Cut, cut_of, stated_spread
from scripts.questions.bodies import SheetError
from scripts.questions.ratings import Sheet, read_sheets
from scripts.questions.sheets import draw_items, load_sound_bank

Rated = tuple[Competency, list[Question], Cut]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bank", type=Path)
    parser.add_argument("sheets", type=Path, nargs="+")
    arguments = parser.parse_args()
    try:
        loaded = load_sound_bank(arguments.bank)
        sheets = read_sheets(arguments.sheets, loaded.bank.questions)
        print("\n".join(lines(loaded, sheets)))
    except SheetError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def lines(loaded: LoadedBank, sheets: Sequence[Sheet]) -> Iterator[str]:
    """What is printed."""
    rated = list(rate(loaded, sheets))
    yield from table(rated, sheets)
    yield from unrated_topics(loaded, rated)
    yield from low_ratings(loaded, sheets)
    yield from framework_lines(rated, sheets)


def rate(loaded: LoadedBank, sheets: Sequence[Sheet]) -> Iterator[Rated]:
    """The cut of each competency of which questions were rated."""
    assert loaded.framework is not None
    for competency in loaded.framework.competencies:
        mine = [q for q in loaded.bank.questions if q.competency == competency.slug and q.id in sheets[0].ratings]
        if len(mine) == 1:
            raise SheetError(f"{competency.slug}: one question is too few for a spread. Have at least 2 rated.")
        if mine:
            weights = {topic.slug: topic.weight for topic in competency.topics}
            now, first = (
                cut_of(
                    [[said[question.id] / 100 for said in all_said] for question in mine],
                    [question.topic for question in mine],
                    weights,
                )
                for all_said in ([sheet.ratings for sheet in sheets], [sheet.first for sheet in sheets])
            )
            # Raters who have seen one another's numbers agree more than new raters would.
            yield competency, mine, replace(now, error=max(now.error, first.error))


def table(rated: Sequence[Rated], sheets: Sequence[Sheet]) -> Iterator[str]:
    yield "competency           | questions |   cut | error | spread | agreement | apart | each rater's cut"
    yield "---------------------|-----------|-------|-------|--------|-----------|-------|-----------------"
    for competency, questions, cut in rated:
        own = ", ".join(f"{severity:.3f}" for severity in cut.severities)
        stated, agreement = spread(cut, sheets), cut.components.agreement
        yield (
            f"{competency.slug:20} | {len(questions):9} | {cut.share:.3f} | {cut.error:.3f} | {stated:6.3f}"
            f" | {agreement:9.2f} | {cut.apart:.3f} | {own}"
        )
    yield f"Raters: {', '.join(sheet.rater for sheet in sheets)}."
    yield "Agreement: ICC(2,1). Apart: mean distance of two raters' ratings."
    if not all(sheet.people for sheet in sheets):
        yield f"Not all raters are people, so the spread is at least {FLOOR}."


def spread(cut: Cut, sheets: Sequence[Sheet]) -> float:
    return stated_spread(cut.error, people=all(sheet.people for sheet in sheets))


def unrated_topics(loaded: LoadedBank, rated: Sequence[Rated]) -> Iterator[str]:
    """Topics that the domain score counts and these ratings don't."""
    for competency, questions, _ in rated:
        there = {question.topic for question in loaded.bank.questions if question.competency == competency.slug}
        if missing := sorted(there - {question.topic for question in questions}):
            yield f"NOT RATED {competency.slug}: no question of {', '.join(missing)}. The cut leaves these topics out."


def low_ratings(loaded: LoadedBank, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Ratings below the chance score: a trap, or a slip."""
    asked = [question for question in loaded.bank.questions if question.id in sheets[0].ratings]
    for item in draw_items(asked, sheets[0].seed):
        question, chance = item.question, int(100 * chance_score(item.question))
        for sheet in sheets:
            said = sheet.ratings[question.id]
            if said < chance:
                yield f"BELOW CHANCE {question.id}: {sheet.rater} says {said:g}, guessing gives {chance}."


def framework_lines(rated: Sequence[Rated], sheets: Sequence[Sheet]) -> Iterator[str]:
    """The line of each competency in the framework file."""
    yield "\nFor the framework file, below the topics of each competency:"
    for competency, questions, cut in rated:
        stated = spread(cut, sheets)
        if stated > MOST or not 0 < cut.share < 1:
            raise SheetError(
                f"{competency.slug}: cut {cut.share:.3f}, spread {stated:.3f}: the raters agree on nothing."
            )
        how = f"modified Angoff, round {sheets[0].round}, {len(questions)} questions"
        who = f"{raters(sheets)}, {how}, {last_day(sheets)}"
        yield f'# {competency.slug}\n    cut: {{share: {cut.share:.3f}, spread: {stated:.3f}, rated_by: "{who}"}}'


def raters(sheets: Sequence[Sheet]) -> str:
    people = sum(sheet.people for sheet in sheets)
    models = len(sheets) - people
    parts = [f"{people} people" if people > 1 else "1 person"] if people else []
    parts += [f"{models} language model{'s' if models > 1 else ''}"] if models else []
    return " and ".join(parts)


def last_day(sheets: Sequence[Sheet]) -> str:
    return max(sheet.rated_on for sheet in sheets).isoformat()


if __name__ == "__main__":
    raise SystemExit(main())
