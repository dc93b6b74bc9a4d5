"""What a study plan says, in words: those of the report, and the model for the screens."""

from collections.abc import Sequence

from quizapp.core.framework import Topic
from quizapp.core.measure import chance_words
from quizapp.core.misconceptions import Misconception
from quizapp.core.readiness import percent
from quizapp.core.study_plan import ENOUGH_ANSWERS, FEWEST, MOST, StudyPlan, TopicAdvice

TITLE = "What to learn next"
IDEAS_TITLE = "Wrong ideas seen more than once"
READ_NEXT = "Read next"
METHOD = (
    "The order goes by how much a topic counts in its competency, how far it is expected to lie below the target, and "
    "how sure it is that it does. A topic has few answers of its own, so its estimate leans on the rest of its "
    "competency; answers to questions seen before are left out. Where so many right answers would lift the estimate to "
    f"the target, practise as many questions as someone just ready takes to give them: {FEWEST} to {MOST}, as far as "
    "the bank has them."
)

NAMED = 6
"""So many topics, or numbers of questions, are named; the rest are counted."""


def lead_words(plan: StudyPlan) -> str:
    """How many topics are below the target, that none is, or that there is no telling."""
    count = len(plan.topics)
    if not plan.answers:
        return "No question was new, so nothing can be said about topics."
    if not count:
        return "Nothing stands out as weak."
    return "1 topic is likely below the target." if count == 1 else f"{count} topics are likely below the target."


def evidence_words(advice: TopicAdvice) -> str:
    """The points of the topic's own answers, and that they are few where they are."""
    answers = "1 point in 1 answer" if advice.answers == 1 else f"{advice.answers} points in {advice.answers} answers"
    text = f"{points_text(advice.points)} of {answers}"
    return f"{text}: little evidence" if advice.has_little_evidence else text


def reason_words(advice: TopicAdvice) -> str:
    """Why the topic is listed, in numbers."""
    text = (
        f"Expected level {percent(advice.level)}, target {percent(advice.target)}; below it with a chance of "
        f"{chance_words(advice.sureness)}."
    )
    points = round(100 * advice.gain)
    gain = "less than 1" if points < 1 else f"about {points}"
    noun = "percentage point" if points <= 1 else "percentage points"
    return f"{text} Closing the gap would add {gain} {noun} to the level in {advice.competency.short_title}."


def practice_words(advice: TopicAdvice) -> str:
    return "Practise 1 question" if advice.questions == 1 else f"Practise {advice.questions} questions"


def idea_words(idea: Misconception) -> str:
    """A wrong idea with how often and where it was seen: question numbers in one attempt, else the attempts."""
    text = f"“{idea.name}”: {idea.count} times"
    attempts = len({each.attempt for each in idea.sightings})
    if attempts > 1:
        return f"{text}, in {attempts} attempts"
    numbers = shown_numbers(idea)
    if idea.count > len(numbers):
        return f"{text}, in questions {', '.join(numbers)} and {idea.count - len(numbers)} more"
    *most, last = numbers
    return f"{text}, in questions {', '.join(most)} and {last}"


def surer_words(plan: StudyPlan) -> str:
    """What would make the plan surer; empty where nothing is missing."""
    parts = []
    if plan.not_asked:
        parts.append(f"Not asked yet, so nothing can be said: {named(plan.not_asked)}.")
    if plan.thin:
        parts.append(f"Not listed, but with fewer than {ENOUGH_ANSWERS} answers: {named(plan.thin)}.")
    return " ".join([*parts, "Another assessment would make this surer."]) if parts else ""


def named(topics: Sequence[Topic]) -> str:
    """The titles of the first topics, and how many more there are."""
    titles, more = [topic.title for topic in topics[:NAMED]], len(topics) - NAMED
    return "; ".join([*titles, *([f"{more} more"] if more > 0 else [])])


def shown_numbers(idea: Misconception) -> list[str]:
    """The numbers of the first questions that show a wrong idea."""
    return [str(each.number) for each in idea.sightings[:NAMED]]


def points_text(points: float) -> str:
    """Points with two decimals at the most."""
    return f"{points:.2f}".rstrip("0").rstrip(".")
