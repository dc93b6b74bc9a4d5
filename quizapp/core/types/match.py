"""Matching: each prompt gets one target, and a target goes to one prompt at most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import perm
from random import Random
from typing import ClassVar

from quizapp.core.answer import Grade, Response, ReviewRow, Verdict
from quizapp.core.markup import Block, Paragraph, Span, parse_markup, parse_spans, plain_text
from quizapp.core.question import Body, Scoring
from quizapp.core.types.base import QuestionType


@dataclass(frozen=True, slots=True)
class Pair:
    """A prompt and the target that fits it, both one line of markup; ``id`` names the two.

    ``rationale`` says why they fit, also to the person who gave the target to another prompt.
    """

    id: str
    prompt: str
    target: str
    rationale: str


@dataclass(frozen=True, slots=True)
class Distractor:
    """A target that fits no prompt; ``rationale`` addresses the person who chose it."""

    id: str
    text: str
    rationale: str
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class MatchBody(Body):
    """Pairs in the order in which the prompts are shown, and targets that are left over."""

    pairs: tuple[Pair, ...]
    distractors: tuple[Distractor, ...] = ()

    @property
    def targets(self) -> Mapping[str, str]:
        """The text of each target by its id."""
        return {pair.id: pair.target for pair in self.pairs} | {other.id: other.text for other in self.distractors}

    @property
    def rationales(self) -> Mapping[str, str]:
        """What is said of each target, by its id."""
        parts: tuple[Pair | Distractor, ...] = (*self.pairs, *self.distractors)
        return {part.id: part.rationale for part in parts}


class Match(QuestionType[MatchBody]):
    name = "match"
    body: ClassVar[type[Body]] = MatchBody

    def grade(self, body: MatchBody, response: Response, scoring: Scoring) -> Grade:
        """PARTIAL: right pairs / pairs; STRICT: 1 for all of them."""
        given = given_targets(body, response)
        marks = tuple((pair.id, verdict(pair, given)) for pair in body.pairs)
        share = sum(mark is Verdict.RIGHT for _, mark in marks) / len(marks)
        return Grade(float(share == 1) if scoring is Scoring.STRICT else share, marks)

    def chance(self, body: MatchBody, scoring: Scoring) -> float:
        """Over all ways to give n prompts different ones of T targets: 1 / T a prompt, (T − n)! / T! for all."""
        targets = len(body.targets)
        return 1 / perm(targets, len(body.pairs)) if scoring is Scoring.STRICT else 1 / targets

    def key(self, body: MatchBody) -> Response:
        return tuple(entry(pair.id, pair.id) for pair in body.pairs)

    def arrange(self, body: MatchBody, random: Random) -> tuple[str, ...]:
        ids = list(body.targets)
        random.shuffle(ids)
        return tuple(ids)

    def is_complete(self, body: MatchBody, response: Response) -> bool:
        return len(given_targets(body, response)) == len(body.pairs)

    def describe(self, body: MatchBody, response: Response, order: Sequence[str]) -> str:
        given, targets = given_targets(body, response), body.targets
        return "; ".join(
            f"{number}. {plain_text(pair.prompt)} → {plain_text(targets[given[pair.id]])}"
            for number, pair in enumerate(body.pairs, 1)
            if pair.id in given
        )

    def misconceptions(self, body: MatchBody, response: Response) -> tuple[str, ...]:
        given = given_targets(body, response).values()
        return tuple(o.misconception for o in body.distractors if o.id in given and o.misconception)

    def review(self, body: MatchBody, response: Response, order: Sequence[str]) -> tuple[ReviewRow, ...]:
        given = given_targets(body, response)
        return tuple(
            row for number, pair in enumerate(body.pairs, 1) for row in _review_rows(body, pair, number, given)
        )


def entry(prompt: str, target: str) -> str:
    """What a response holds for a prompt that was given a target."""
    return f"{prompt}={target}"


def given_targets(body: MatchBody, response: Response) -> dict[str, str]:
    """The target's id by the prompt's; the first entry for a prompt or target counts, unknown ids are left out."""
    prompts, targets = {pair.id for pair in body.pairs}, body.targets
    given: dict[str, str] = {}
    for text in response:
        prompt, _, target = text.partition("=")
        if prompt in prompts and target in targets and prompt not in given and target not in given.values():
            given[prompt] = target
    return given


def verdict(pair: Pair, given: Mapping[str, str]) -> Verdict:
    if pair.id not in given:
        return Verdict.MISSED
    return Verdict.RIGHT if given[pair.id] == pair.id else Verdict.WRONG


def _review_rows(body: MatchBody, pair: Pair, number: int, given: Mapping[str, str]) -> Iterator[ReviewRow]:
    """The row of a pair; before it what was given, where that is something else."""
    found = verdict(pair, given)
    if found is Verdict.WRONG:
        target = given[pair.id]
        rationale = parse_markup(body.rationales[target])
        yield ReviewRow(found, _joined(pair.prompt, body.targets[target]), rationale, str(number))
        found = Verdict.MISSED
    yield ReviewRow(found, _joined(pair.prompt, pair.target), parse_markup(pair.rationale), str(number))


def _joined(prompt: str, target: str) -> tuple[Block, ...]:
    # Spans, not text: markup that one of the two leaves open must not reach into the other.
    return (Paragraph((*parse_spans(prompt), Span(" → "), *parse_spans(target))),)
