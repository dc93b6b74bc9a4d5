"""For a question that someone doubts: what has to be known of it, ready to be sent."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from quizapp import __version__
from quizapp.core.grading import describe_response, key_response
from quizapp.core.session import QuizSession
from quizapp.ui.theme.theme import Appearance
from quizapp.ui.widgets.basics import Button

translate = QCoreApplication.translate


class DoubtButton(Button):
    """Copies a text about the question at a position; nothing is sent."""

    def __init__(self, session: QuizSession, position: int, appearance: Appearance) -> None:
        super().__init__(translate("Doubt", "Doubtful question?"), appearance, kind="quiet", icon="circle-help")
        self.setToolTip(translate("Doubt", "Copies a text about this question that you can send to its authors."))
        self._session = session
        self._position = position
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        QGuiApplication.clipboard().setText(doubt_text(self._session, self._position))
        self.set_words(translate("Doubt", "✓ Copied: add your reason, and send it to the project"))


def doubt_text(session: QuizSession, position: int) -> str:
    """Question, revision and bank, the key, what was answered, and room for the reason and the source.

    docs/question-banks.md says what becomes of it.
    """
    item, answer = session.plan.items[position], session.states[position].answer
    question, order = item.question, item.option_order
    given = describe_response(question, answer.response, order) if answer and answer.response else ""
    return translate(
        "Doubt",
        "Question: {id}, revision {revision}\nBank: {framework}, {digest}\nquizapp {version}\nKey: {key}\n"
        "Drawn values: {drawn}\nMy answer: {given}\nWhat I hold to be right, and why: \nSource: \n",
    ).format(
        id=question.id,
        revision=question.revision,
        framework=session.plan.framework.id,
        digest=session.plan.bank_digest[:12],
        version=__version__,
        key=describe_response(question, key_response(question), order),
        drawn=", ".join(f"{name} = {value}" for name, value in item.drawn) or "–",
        given=given or "–",
    )
