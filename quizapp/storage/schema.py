"""The schema as data: migration n takes a file of version n − 1 to version n, and a new file runs them all.

A released migration is never edited; a change of the schema is one more tuple at the end.
"""

Migration = tuple[str, ...]

APPLICATION_ID = 0x515A4150  # "QZAP" in the file's header: tells our files from other SQLite files

_VERSION_1: Migration = (
    # ``number`` counts up with every attempt, so that "newest" does not hang on a clock that was set back.
    # ``seed`` is decimal text: seeds may exceed SQLite's 64 bits. ``competencies`` is a JSON list of slugs.
    """
    CREATE TABLE attempt (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        framework_id TEXT NOT NULL,
        framework_title TEXT NOT NULL,
        competencies TEXT NOT NULL,
        seed TEXT NOT NULL,
        bank_digest TEXT NOT NULL,
        app_version TEXT NOT NULL,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        position INTEGER NOT NULL,
        elapsed REAL NOT NULL,
        asked INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        scored INTEGER NOT NULL,
        right_count INTEGER NOT NULL
    ) STRICT
    """,
    # Apart from ``attempt``: SQLite rewrites a whole row on every update, and a plan has some 100 KB.
    """
    CREATE TABLE plan (
        attempt INTEGER PRIMARY KEY REFERENCES attempt (number) ON DELETE CASCADE,
        data TEXT NOT NULL
    ) STRICT
    """,
    # One row a position from the start. The columns from ``response`` on are NULL until an answer is confirmed;
    # ``elapsed`` is the attempt's elapsed time at that moment. draft, drawn and response are JSON.
    """
    CREATE TABLE item (
        attempt INTEGER NOT NULL REFERENCES attempt (number) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        question_id TEXT NOT NULL,
        seen_before INTEGER NOT NULL CHECK (seen_before IN (0, 1)),
        drawn TEXT NOT NULL,
        shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
        flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
        draft TEXT NOT NULL,
        response TEXT,
        dont_know INTEGER CHECK (dont_know IN (0, 1)),
        confidence REAL CHECK (confidence BETWEEN 0 AND 1),
        seconds REAL,
        answered_at TEXT,
        score REAL CHECK (score BETWEEN 0 AND 1),
        elapsed REAL,
        PRIMARY KEY (attempt, position),
        CHECK ((response IS NULL) = (answered_at IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

MIGRATIONS: tuple[Migration, ...] = (_VERSION_1,)
