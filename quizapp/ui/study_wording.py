"""What a study plan says, for the screens: the words of ``core.study_words``, to be translated."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from quizapp.core.framework import Topic
from quizapp.core.markup import plain_text
from quizapp.core.material import Reading
from quizapp.core.measure import chance_words
from quizapp.core.misconceptions import Misconception
from quizapp.core.readiness import percent
from quizapp.core.study_plan import ENOUGH_ANSWERS, FEWEST, MOST, StudyPlan, TopicAdvice
from quizapp.core.study_words import NAMED, points_text, shown_numbers

translate = QCoreApplication.translate


def title_text() -> str:
    return translate("StudyPlan", "What to learn next")


def ideas_title() -> str:
    return translate("StudyPlan", "Wrong ideas seen more than once")


def read_next_text() -> str:
    return translate("StudyPlan", "Read next")


def method_text() -> str:
    """How the order and the number of questions come about."""
    text = translate(
        "StudyPlan",
        "The order goes by how much a topic counts in its competency, how far it is expected to lie below the target, "
        "and how sure it is that it does. A topic has few answers of its own, so its estimate leans on the rest of its "
        "competency; answers to questions seen before are left out. Where so many right answers would lift the "
        "estimate to the target, practise as many questions as someone just ready takes to give them: {fewest} to "
        "{most}, as far as the bank has them.",
    )
    return text.format(fewest=FEWEST, most=MOST)


def lead_text(plan: StudyPlan) -> str:
    count = len(plan.topics)
    if not plan.answers:
        return translate("StudyPlan", "No question was new, so nothing can be said about topics.")
    if not count:
        return translate("StudyPlan", "Nothing stands out as weak.")
    if count == 1:
        return translate("StudyPlan", "1 topic is likely below the target.")
    return translate("StudyPlan", "{count} topics are likely below the target.").format(count=count)


def evidence_text(advice: TopicAdvice) -> str:
    """The points of the topic's own answers, and that they are few where they are."""
    texts = {
        (True, True): translate("StudyPlan", "{points} of 1 point in 1 answer: little evidence"),
        (False, True): translate("StudyPlan", "{points} of {count} points in {count} answers: little evidence"),
        (False, False): translate("StudyPlan", "{points} of {count} points in {count} answers"),
    }
    text = texts[advice.answers == 1, advice.has_little_evidence]
    return text.format(points=points_text(advice.points), count=advice.answers)


def reason_text(advice: TopicAdvice) -> str:
    """Why the topic is listed, in numbers."""
    text = translate(
        "StudyPlan",
        "Expected level {level}, target {target}; below it with a chance of {chance}. Closing the gap would add {gain} "
        "to the level in {competency}.",
    )
    return text.format(
        level=percent(advice.level),
        target=percent(advice.target),
        chance=chance_words(advice.sureness),
        gain=_gain_text(advice),
        competency=advice.competency.short_title,
    )


def practice_text(advice: TopicAdvice) -> str:
    if advice.questions == 1:
        return translate("StudyPlan", "Practise 1 question")
    return translate("StudyPlan", "Practise {count} questions").format(count=advice.questions)


def idea_text(idea: Misconception) -> str:
    """A wrong idea with how often and where it was seen: question numbers in one attempt, else the attempts."""
    attempts = len({each.attempt for each in idea.sightings})
    if attempts > 1:
        text = translate("StudyPlan", "“{name}”: {count} times, in {attempts} attempts")
        return text.format(name=idea.name, count=idea.count, attempts=attempts)
    numbers = shown_numbers(idea)
    if idea.count > len(numbers):
        text = translate("StudyPlan", "“{name}”: {count} times, in questions {most} and {more} more")
        return text.format(name=idea.name, count=idea.count, most=", ".join(numbers), more=idea.count - len(numbers))
    *most, last = numbers
    text = translate("StudyPlan", "“{name}”: {count} times, in questions {most} and {last}")
    return text.format(name=idea.name, count=idea.count, most=", ".join(most), last=last)


def surer_text(plan: StudyPlan) -> str:
    """What would make the plan surer; empty where nothing is missing."""
    parts = []
    if plan.not_asked:
        text = translate("StudyPlan", "Not asked yet, so nothing can be said: {topics}.")
        parts.append(text.format(topics=_named(plan.not_asked)))
    if plan.thin:
        text = translate("StudyPlan", "Not listed, but with fewer than {count} answers: {topics}.")
        parts.append(text.format(count=ENOUGH_ANSWERS, topics=_named(plan.thin)))
    if parts:
        parts.append(translate("StudyPlan", "Another assessment would make this surer."))
    return " ".join(parts)


def reading_text(reading: Reading) -> str:
    """Where in the source to read, and why; empty where neither is said."""
    return " – ".join(filter(None, (reading.reference.where, reading.why)))


def plan_as_text(plan: StudyPlan) -> str:
    """The whole plan as plain text, to be copied."""
    return "\n".join([title_text(), lead_text(plan), *_topic_lines(plan), *_idea_lines(plan), surer_text(plan)]).strip()


def _topic_lines(plan: StudyPlan) -> Iterator[str]:
    for number, advice in enumerate(plan.topics, 1):
        yield f"\n{number}. {advice.topic.title} ({advice.competency.title})"
        yield f"{evidence_text(advice)}. {reason_text(advice)} {practice_text(advice)}."
        material = advice.topic.material
        if material and material.know:
            yield plain_text(material.know)
        for reading in material.read if material else ():
            source = ", ".join(filter(None, (reading.reference.title, reading_text(reading))))
            yield f"- {source}: {reading.reference.address}"


def _idea_lines(plan: StudyPlan) -> Iterator[str]:
    if plan.misconceptions:
        yield f"\n{ideas_title()}"
    for idea in plan.misconceptions:
        yield f"- {idea_text(idea)}"
    yield ""


def _gain_text(advice: TopicAdvice) -> str:
    points = round(100 * advice.gain)
    if points < 1:
        return translate("StudyPlan", "less than 1 percentage point")
    if points == 1:
        return translate("StudyPlan", "about 1 percentage point")
    return translate("StudyPlan", "about {points} percentage points").format(points=points)


def _named(topics: Sequence[Topic]) -> str:
    """The titles of the first topics, and how many more there are."""
    titles, more = [topic.title for topic in topics[:NAMED]], len(topics) - NAMED
    if more > 0:
        titles.append(translate("StudyPlan", "{count} more").format(count=more))
    return "; ".join(titles)
