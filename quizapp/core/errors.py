"""Errors that the person at the screen can do something about.

QuizappError
├── BankError      a question bank cannot be used at all
├── StorageError   the data folder or the attempt file refused a read or a write
└── ReportError    a result could not be rendered or written

The text of each says what happened, where, and what to do. Our own bugs are none of these and are not caught.
"""


class QuizappError(Exception):
    """Something outside the program went wrong, and its text says how to mend it."""


class BankError(QuizappError):
    """A bank has no usable framework or question."""


class StorageError(QuizappError):
    """An attempt could not be read or written."""


class ReportError(QuizappError):
    """A result could not be exported."""
