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

# A plan may grow: each question stands in a row of its own, and ``plan`` keeps the rest, written once. A plan that is
# damaged is left as it is, for it stops one attempt alone.
_VERSION_2: Migration = (
    # ``PlanMethod``: tells assessments from practice.
    "ALTER TABLE attempt ADD COLUMN method TEXT NOT NULL DEFAULT 'fixed'",
    # Apart from ``item`` for the same reason as ``plan``: a question has some 4 KB, and its item changes often.
    """
    CREATE TABLE question (
        attempt INTEGER NOT NULL REFERENCES attempt (number) ON DELETE CASCADE,
        position INTEGER NOT NULL CHECK (position >= 0),
        data TEXT NOT NULL,
        PRIMARY KEY (attempt, position)
    ) STRICT
    """,
    """
    INSERT INTO question (attempt, position, data)
    SELECT plan.attempt, part.key, part.value FROM plan, json_each(plan.data, '$.items') AS part
    WHERE json_valid(plan.data) AND part.type = 'object'
    """,
    "UPDATE plan SET data = json_remove(data, '$.items') WHERE json_valid(data)",
    # What the standing profile asks of many attempts at once. All NULL where the question is damaged; ``chance``, which
    # SQL can't tell, is NULL for answers of version 1.
    "ALTER TABLE item ADD COLUMN competency TEXT",
    "ALTER TABLE item ADD COLUMN topic TEXT",
    "ALTER TABLE item ADD COLUMN difficulty REAL",
    "ALTER TABLE item ADD COLUMN chance REAL",
    """
    UPDATE item SET
        competency = CAST(json_extract(question.data, '$.question.competency') AS TEXT),
        topic = CAST(json_extract(question.data, '$.question.topic') AS TEXT),
        difficulty = CAST(json_extract(question.data, '$.question.difficulty') AS REAL)
    FROM question WHERE question.attempt = item.attempt AND question.position = item.position
    """,
)

_VERSION_3: Migration = (
    # When the person deleted the attempt; it is there until that can no longer be undone.
    "ALTER TABLE attempt ADD COLUMN deleted_at TEXT",
    # How well a question is remembered (``core.practice.schedule.Card``), as the last practice answer left it. By
    # question and not by attempt: deleting an attempt makes nobody forget.
    """
    CREATE TABLE card (
        framework_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        due TEXT NOT NULL,
        stability REAL NOT NULL CHECK (stability > 0),
        difficulty REAL NOT NULL,
        state INTEGER NOT NULL CHECK (state IN (1, 2, 3)),
        step INTEGER,
        last_review TEXT NOT NULL,
        PRIMARY KEY (framework_id, question_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX card_due ON card (framework_id, due, state)",
)

MIGRATIONS: tuple[Migration, ...] = (_VERSION_1, _VERSION_2, _VERSION_3)
