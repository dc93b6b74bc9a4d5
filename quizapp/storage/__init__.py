"""Attempts and settings on disk: one SQLite file, opened by ``quizapp.storage.store.open_store``."""
