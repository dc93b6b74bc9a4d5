"""What raters are told: who the person just ready for the job is, and what to write down."""

from collections.abc import Collection, Iterator, Mapping

from quizapp.core.framework import Framework

_READY = (
    "THE PERSON. Think of someone who is just ready for the work of this role: {title}. It is the weakest person to "
    "whom you would still hand the ordinary work of the fields below, alone, with someone to ask once in a while. This "
    "person has built things of this kind that others really used, has had to find out why they failed, reads code, "
    "logs and documentation with understanding, does the sums with a calculator, takes the time a question needs, and "
    "looks nothing up. This person is no expert: inner workings and rare failures were met once or never, and now and "
    "then a popular half-truth is believed.",
    "It is not the average applicant, not the best, and not you. Keep the same person in mind from the first question "
    "to the last.",
)

_RATE = (
    "THE TASK. Of 100 people like this, how many would answer this question right, guessing included? Write a number "
    'from 0 to 100 behind "of_100". Where a part of the answer earns a part of the point (several right options, '
    "pairs, gaps, an order), write the points that the 100 would earn together. 0 and 100 are rare.",
    'Solve the question before you look at KEY; with the key open everything looks easy. "by_guessing" is what 100 '
    "people who know nothing would get. A lower number is right only where a question leads the half-informed astray.",
    "Rate alone, and none that you wrote. The task is not to judge whether a question is good: what seems wrong or "
    "ambiguous goes to the authors. A sheet that comes back needs the fields at the top, and id and of_100 of each "
    "question (and said_first where it stands there); the rest may be left out.",
)

_REVISE = (
    'SECOND ROUND. "all_said" is what the raters said in the round before; your own number stands behind "of_100". '
    "Where others are far from you, think what they may have seen: a trap, or a way to the answer that you missed. "
    "Change your number where that convinces you, and only there: agreement is no aim. Then fill in the fields at the "
    "top again.",
)

TASK: Mapping[int, tuple[str, ...]] = {1: _RATE, 2: (*_RATE, *_REVISE)}
"""By round; all after the first are alike."""


def who_is_ready(framework: Framework, slugs: Collection[str]) -> Iterator[str]:
    """The person just ready for the job, and what the job has to do with, by the framework's scopes."""
    for text in _READY:
        yield text.format(title=framework.title)
    yield "THE WORK has to do with:"
    for competency in framework.competencies:
        if competency.slug in slugs:
            topics = "; ".join(f"{topic.title} ({topic.scope})" for topic in competency.topics)
            yield f"{competency.title}: {' '.join(topics.split())}."
