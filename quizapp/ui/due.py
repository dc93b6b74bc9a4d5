"""How many questions are due for practice."""

from quizapp.ui.flows.parts import Parts


def due_count(parts: Parts) -> int:
    """The questions of the bank in use that are due now, by the person's calendar. Raises StorageError."""
    bank = parts.library.active
    if bank.framework is None:
        return 0
    due = parts.store.due_ids(bank.framework.id, parts.now().astimezone())
    return sum(question.id in due for question in bank.bank.questions)
