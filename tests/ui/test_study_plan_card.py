"""The study plan on screen: as the report and the file say it, opened on request, and links only by a click."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel

from quizapp.core import study_words
from quizapp.core.framework import Framework, Topic
from quizapp.core.material import LearningMaterial, Reading
from quizapp.core.misconceptions import Misconception, Sighting
from quizapp.core.question import Reference
from quizapp.core.session import QuizSession
from quizapp.core.study_plan import StudyPlan, session_study_plan
from quizapp.report.html import render_html
from quizapp.report.options import ReportOptions
from quizapp.report.pdf import render_pdf
from quizapp.report.result import render_json
from quizapp.ui import study_wording as wording
from quizapp.ui.pages.results_page import ResultsPage
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.source_row import SourceRow, is_web_address
from quizapp.ui.widgets.study_plan_card import SHOWN, StudyPlanCard
from tests.factories import make_plan, make_session
from tests.report.conftest import CREATED
from tests.report.pdf_reading import read_pdf, squeezed, whole_text
from tests.ui.qt_tools import settle

MATERIAL = LearningMaterial(
    "Know the **rule** \\( a = b \\), its `limit` and <its> trap.",
    (
        Reading(Reference("Attention is all you need", arxiv="1706.03762", where="sec. 3.2"), "why scores are scaled"),
        Reading(Reference("A <standard>", url="https://example.org/a?b=c&d=e")),
    ),
)


def with_material(framework: Framework) -> Framework:
    competencies = tuple(
        replace(c, topics=tuple(replace(topic, material=MATERIAL) for topic in c.topics))
        for c in framework.competencies
    )
    return replace(framework, competencies=competencies)


def weak(count: int = 16) -> QuizSession:
    plan = make_plan(count)
    plan = replace(plan, framework=with_material(plan.framework))
    return make_session(plan, [False] * count, finished=True)


def strong() -> QuizSession:
    return make_session(make_plan(16), [True] * 16, finished=True)


def labels(card: StudyPlanCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def shown(plan: StudyPlan, appearance: Appearance) -> StudyPlanCard:
    card = StudyPlanCard(plan, appearance)
    card.resize(900, 600)
    card.show()
    settle()
    return card


class Browser(QObject):
    """Stands in the place of the browser that the system would start."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def odd_plans() -> list[StudyPlan]:
    whole = session_study_plan(weak())
    one = replace(whole.topics[0], answers=1, points=0.5, weight=0.001, questions=1)
    topics = tuple(Topic(str(number), f"Topic {number}", "S", 1) for number in range(8))
    sightings = tuple(Sighting(attempt, 3, "q", "t") for attempt in ("a", "b", "b"))
    many = tuple(Sighting("a", number, "q", "t") for number in range(1, 9))
    ideas = (Misconception("a-b", sightings), Misconception("c", sightings[1:]), Misconception("d", many))
    return [
        whole,
        session_study_plan(strong()),
        StudyPlan((one,), topics, topics[:2], ideas, answers=1),
        StudyPlan((replace(one, weight=0.9, shortfall=0.012, answers=4),), (), topics[:1], answers=4),
        StudyPlan((), (), topics[:1], answers=2),
        StudyPlan(()),
    ]


@pytest.mark.parametrize("plan", odd_plans())
@pytest.mark.usefixtures("qapp")
def test_screen_and_report_use_the_same_words(plan: StudyPlan) -> None:
    assert wording.lead_text(plan) == study_words.lead_words(plan)
    assert wording.surer_text(plan) == study_words.surer_words(plan)
    assert wording.method_text() == study_words.METHOD
    assert wording.title_text() == study_words.TITLE
    assert wording.ideas_title() == study_words.IDEAS_TITLE
    assert wording.read_next_text() == study_words.READ_NEXT
    for advice in plan.topics:
        assert wording.evidence_text(advice) == study_words.evidence_words(advice)
        assert wording.reason_text(advice) == study_words.reason_words(advice)
        assert wording.practice_text(advice) == study_words.practice_words(advice)
    for idea in plan.misconceptions:
        assert wording.idea_text(idea) == study_words.idea_words(idea)


def test_the_same_plan_stands_on_screen_in_pdf_html_and_json(appearance: Appearance) -> None:
    session = weak()
    plan = session_study_plan(session)
    data = json.loads(render_json(session, created=CREATED, app_version="1"))["study_plan"]
    assert [(each["competency"], each["topic"], each["questions"]) for each in data["topics"]] == [
        (each.competency.slug, each.topic.slug, each.questions) for each in plan.topics
    ]
    assert [(each["slug"], each["count"]) for each in data["misconceptions"]] == [
        (each.slug, each.count) for each in plan.misconceptions
    ]
    texts = labels(shown(plan, appearance))
    pdf = whole_text(read_pdf(render_pdf(session, created=CREATED, app_version="1")))
    html = render_html(session, created=CREATED, app_version="1").decode()
    assert "&lt;its&gt; trap" in html
    assert 'href="https://arxiv.org/abs/1706.03762"' in html
    for advice in plan.topics[:SHOWN]:
        assert advice.topic.title in texts
        for words in (advice.topic.title, study_words.reason_words(advice), study_words.practice_words(advice)):
            assert squeezed(words) in pdf
    for idea in plan.misconceptions:
        assert squeezed(study_words.idea_words(idea)) in pdf
        assert study_words.idea_words(idea) in html.replace("\u00a0", " ")


def test_a_report_without_answers_names_no_wrong_ideas() -> None:
    session, bare = weak(), ReportOptions(answers=False)
    text = whole_text(read_pdf(render_pdf(session, created=CREATED, app_version="1", options=bare)))
    assert squeezed(study_words.TITLE) in text
    assert squeezed(study_words.IDEAS_TITLE) not in text


def test_the_rest_is_shown_on_request_and_the_keyboard_goes_on_there(appearance: Appearance) -> None:
    plan = session_study_plan(weak())
    card = shown(plan, appearance)
    card.activateWindow()
    assert len(card.topics) == SHOWN < len(plan.topics)
    assert card.more.text() == f"Show all {len(plan.topics)} topics"
    card.more.setFocus()
    QTest.keyClick(card.more, Qt.Key.Key_Return)
    settle()
    assert [each.practise.text() for each in card.topics] == [wording.practice_text(each) for each in plan.topics]
    assert card.more.isHidden()
    assert card.focusWidget() is card.topics[SHOWN].practise


def test_practise_says_of_which_topic(appearance: Appearance) -> None:
    page = ResultsPage(appearance)
    page.show_session(weak())
    (card,) = page.findChildren(StudyPlanCard)
    spy = QSignalSpy(page.practice_requested)
    first = session_study_plan(weak()).topics[0]
    card.topics[0].practise.click()
    assert spy.count() == 1
    assert list(spy.at(0)) == [first.competency.slug, first.topic.slug]
    assert card.topics[0].practise.accessibleName() == f"{wording.practice_text(first)}: {first.topic.title}"


def test_a_link_opens_when_it_is_clicked_and_never_otherwise(appearance: Appearance) -> None:
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    try:
        card = shown(session_study_plan(weak()), appearance)
        rows = card.topics[0].findChildren(SourceRow)
        assert browser.opened == []
        rows[0].button.click()
        assert browser.opened == ["https://arxiv.org/abs/1706.03762"]
        QTest.keyClick(rows[1].button, Qt.Key.Key_Space)
        assert browser.opened[1:] == ["https://example.org/a?b=c&d=e"]
    finally:
        QDesktopServices.unsetUrlHandler("https")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:",
        "https://",
        "mailto:a@b.c",
        "http:/a",
        "x y",
        "ftp://a.b/c",
    ],
)
def test_what_is_no_web_address_can_not_be_opened(address: str, appearance: Appearance) -> None:
    assert not is_web_address(address)
    assert not SourceRow(Reference("A", url=address), appearance).button.isEnabled()


def test_the_plan_can_be_copied(appearance: Appearance) -> None:
    plan = session_study_plan(weak())
    card = shown(plan, appearance)
    card.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == [wording.title_text(), wording.lead_text(plan)]
    assert lines.count("- A <standard>: https://example.org/a?b=c&d=e") == len(plan.topics)
    source = "- Attention is all you need, sec. 3.2 – why scores are scaled: https://arxiv.org/abs/1706.03762"
    assert source in lines
    for advice in plan.topics:
        assert any(advice.topic.title in line for line in lines)
    assert f"- {wording.idea_text(plan.misconceptions[0])}" in lines
    assert card.copy.text() == "Copied"


def test_where_nothing_is_weak_it_says_so_and_what_would_make_it_surer(appearance: Appearance) -> None:
    plan = session_study_plan(make_session(make_plan(8), [True] * 8, finished=True))
    texts = labels(shown(plan, appearance))
    assert "Nothing stands out as weak." in texts
    assert any("fewer than 3 answers" in text and "Another assessment" in text for text in texts)
    assert wording.method_text() not in texts


def test_where_every_question_was_known_it_says_nothing_about_topics(appearance: Appearance) -> None:
    plan = make_plan(8)
    known = replace(plan, items=tuple(replace(item, seen_before=True) for item in plan.items))
    texts = labels(shown(session_study_plan(make_session(known, [True, False] * 4, finished=True)), appearance))
    assert "No question was new, so nothing can be said about topics." in texts
    assert "Nothing stands out as weak." not in texts


def test_text_of_a_bank_is_shown_as_it_is(appearance: Appearance) -> None:
    session = weak()
    topic = replace(session.plan.framework.competencies[0].topics[0], title="<b>T</b> & T", material=None)
    plan = session_study_plan(session)
    advice = replace(plan.topics[0], topic=topic)
    card = shown(StudyPlan((advice,)), appearance)
    assert "<b>T</b> & T" in labels(card)
    assert card.findChildren(SourceRow) == []


@pytest.mark.parametrize("scale", [80, 200])
def test_nothing_is_cut_off_in_a_narrow_window(scale: int, appearance: Appearance) -> None:
    appearance.set_scale(scale)
    card = shown(session_study_plan(weak()), appearance)
    assert card.minimumSizeHint().width() <= 640
    card.resize(640, 400)
    settle()
    for topic in card.topics:
        assert topic.practise.width() >= topic.practise.sizeHint().width()
        assert all(row.button.geometry().right() <= row.width() for row in topic.findChildren(SourceRow))
