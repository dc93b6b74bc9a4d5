"""Where a person's attempts and settings are kept."""

from pathlib import Path

import platformdirs

STORE_NAME = "quizapp.sqlite3"


def default_data_folder() -> Path:
    """The folder that the system gives programs for a person's data."""
    return Path(platformdirs.user_data_dir("quizapp", appauthor=False))
