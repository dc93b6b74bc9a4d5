"""Write sheets on which raters say how many people just ready for the job would answer each question right.

    python -m scripts.questions.rating_sheet BANK_FOLDER OUT_FOLDER [--raters 3] [--half] [--competency SLUG]…
    python -m scripts.questions.rating_sheet BANK_FOLDER OUT_FOLDER --after SHEET…

A modified Angoff method (docs/measure.md, "The cut"). OUT_FOLDER gets ``rater-1.yaml`` and so on, all alike, with the
keys open. ``--half`` draws half of each topic's questions. In the first round raters rate before they have talked;
``--after`` then writes each of them a second sheet, with the mean of all beside the own rating, to revise what they
want to. cut_from_ratings.py reads what they filled in.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean
from textwrap import fill, indent

from quizapp.bank.loader import LoadedBank
from quizapp.core.framework import Framework
from quizapp.core.grading import chance_score, describe_response, key_response
from quizapp.core.numbers import format_number
from quizapp.core.plan import PlanItem
from quizapp.core.question import Question
from quizapp.core.types.numeric import NumericBody
from scripts.questions.bodies import SheetError
from scripts.questions.rating_texts import TASK, who_is_ready
from scripts.questions.ratings import Sheet, read_sheets
from scripts.questions.sheets import draw_items, load_sound_bank, question_text


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the questions of a sheet; ``rater`` is empty where a person has to put a name."""

    round: int
    seed: int
    rater: str = ""
    people: bool | None = None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bank", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--raters", type=int, default=3)
    parser.add_argument("--half", action="store_true", help="half of each topic's questions")
    parser.add_argument("--competency", action="append", default=[], help="these only")
    parser.add_argument("--seed", type=int, default=0, help="draws the half and the numbers of parametric questions")
    parser.add_argument("--after", type=Path, nargs="+", default=[], help="the filled sheets of the round before")
    arguments = parser.parse_args()
    try:
        loaded = load_sound_bank(arguments.bank)
        sheets = second_round(loaded, arguments.after) if arguments.after else first_round(loaded, arguments)
    except SheetError as error:
        print(error, file=sys.stderr)
        return 2
    arguments.out.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(sheets, 1):
        (arguments.out / f"rater-{number}.yaml").write_text(text, encoding="utf-8")
    return 0


def first_round(loaded: LoadedBank, arguments: argparse.Namespace) -> list[str]:
    """One sheet for each rater."""
    assert loaded.framework is not None
    known = [competency.slug for competency in loaded.framework.competencies]
    if unknown := set(arguments.competency) - set(known):
        raise SheetError(f"There is no competency {', '.join(sorted(unknown))}. There are: {', '.join(known)}")
    questions = [q for q in loaded.bank.questions if q.competency in (arguments.competency or known)]
    questions = half_of(questions, Random(arguments.seed)) if arguments.half else questions
    items = draw_items(questions, arguments.seed)
    return [sheet_text(loaded.framework, Heading(1, arguments.seed), items, {})] * arguments.raters


def second_round(loaded: LoadedBank, paths: Sequence[Path]) -> list[str]:
    """The next sheet of each rater of the round before."""
    assert loaded.framework is not None
    sheets = read_sheets(paths, loaded.bank.questions)
    wanted = sheets[0].ratings
    items = draw_items([q for q in loaded.bank.questions if q.id in wanted], sheets[0].seed)
    return [
        sheet_text(
            loaded.framework, Heading(each.round + 1, each.seed, each.rater, each.people), items, before(sheets, each)
        )
        for each in sheets
    ]


def half_of(questions: Sequence[Question], random: Random) -> list[Question]:
    """Half of the questions of each topic, rounded up, in the order of the bank."""
    topics = dict.fromkeys((question.competency, question.topic) for question in questions)
    taken: set[str] = set()
    for topic in topics:
        ids = [question.id for question in questions if (question.competency, question.topic) == topic]
        taken.update(random.sample(ids, (len(ids) + 1) // 2))
    return [question for question in questions if question.id in taken]


def before(sheets: Sequence[Sheet], own: Sheet) -> dict[str, list[str]]:
    """For each question what was said in the round before, and this rater's rating as the one to revise."""
    lines: dict[str, list[str]] = {}
    for id_, rating in own.ratings.items():
        all_ = [sheet.ratings[id_] for sheet in sheets]
        said = f"{format_number(min(all_))} to {format_number(max(all_))}, mean {format_number(round(fmean(all_), 1))}"
        first = f"said_first: {format_number(own.first[id_])}"
        lines[id_] = [f"all_said: {said}", first, f"of_100: {format_number(rating)}"]
    return lines


def sheet_text(
    framework: Framework, heading: Heading, items: Sequence[PlanItem], said: Mapping[str, Sequence[str]]
) -> str:
    """A sheet as YAML: the task as comments, and a block for each question."""
    slugs = {item.question.competency for item in items}
    text = "\n\n".join([*who_is_ready(framework, slugs), *TASK[min(heading.round, 2)]])
    people = "" if heading.people is None else f" {str(heading.people).lower()}"
    head = [
        *_comment(text),
        f"rater: {heading.rater}".rstrip() + "  # a name, or the model",
        f"people:{people}  # true if you are a person, false if you are a program",
        "wrote_none:  # true if you wrote none of these questions; else don't rate, someone else has to",
        "rated_on:  # the day, such as 2026-11-24",
        f"round: {heading.round}",
        f"seed: {heading.seed}",
        "ratings:",
    ]
    blocks = [line for item in items for line in _block(item, said.get(item.question.id, ["of_100:"]))]
    return "\n".join([*head, *blocks]) + "\n"


def _comment(text: str) -> Iterable[str]:
    for paragraph in text.split("\n\n"):
        yield from indent(fill(paragraph, 110), "# ").splitlines()
        yield "#"


def _block(item: PlanItem, rating: Sequence[str]) -> Iterable[str]:
    question = item.question
    texts = [question_text(item), f"KEY: {key_text(item)}"]
    lines = [line.rstrip() for line in "\n\n".join(texts).splitlines()]
    yield f"- id: {question.id}"
    yield f"  revision: {question.revision}"
    yield f"  topic: {question.topic}"
    yield "  question: |"
    yield from (f"    {line}".rstrip() for line in lines)
    yield f"  by_guessing: {100 * chance_score(question):.0f}  # of 100"
    yield from (f"  {line}" for line in rating)
    yield ""


def key_text(item: PlanItem) -> str:
    """What is right, in words, and how far off a number may be."""
    question = item.question
    key = describe_response(question, key_response(question), item.option_order)
    if isinstance(question.body, NumericBody) and question.body.tolerance:
        return f"{key} (± {format_number(question.body.tolerance)})"
    return key


if __name__ == "__main__":
    raise SystemExit(main())
