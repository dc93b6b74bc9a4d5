"""Errors that the person at the screen can do something about.

QuizappError
├── BankError      a question bank cannot be used at all
├── StorageError   the data folder or the attempt file refused a read or a write
│   └── DamageError    what stands in the attempt file is damaged; a backup can take its place
└── ReportError    a result could not be rendered, written or read back

The text of each says what happened, where, and what to do. Our own bugs are none of these and are not caught.
"""


class QuizappError(Exception):
    """Something outside the program went wrong, and its text says how to mend it."""


class BankError(QuizappError):
    """A bank has no usable framework or question."""


class StorageError(QuizappError):
    """An attempt could not be read or written."""


class DamageError(StorageError):
    """The file of attempts is damaged as a whole."""


class ReportError(QuizappError):
    """A result could not be exported, or a file holds none."""
