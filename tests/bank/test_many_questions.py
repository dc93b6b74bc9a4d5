"""A bank of 1,000 questions of about 2 KB."""

from pathlib import Path

from tests.bank.banks import SINGLE, documented_ids, load

COUNT = 1_000


def test_a_thousand_questions_load(bank: Path) -> None:
    head, _, entry = (bank / SINGLE).read_text("utf-8").partition("questions:\n")
    entry = entry.replace("put it in `ON`.", "put it in `ON`." + " So much for joins, and so on." * 10)
    assert 1_950 < len(entry) < 2_300
    entries = [entry.replace("-001", f"-{number:04}") for number in range(COUNT)]
    framework = (bank / "report-writer.yaml").read_text("utf-8")
    for part in range(COUNT // 25):
        topic = f"part-{part}"
        framework += f"      - {{slug: {topic}, title: {topic}, scope: s, weight: 1}}\n"
        text = head.replace("joins", topic) + "questions:\n" + "".join(entries[part * 25 : part * 25 + 25])
        (bank / "sql" / f"{topic}.yaml").write_text(text, "utf-8")
    (bank / "report-writer.yaml").write_text(framework, "utf-8")
    loaded = load(bank)
    assert loaded.problems == ()
    assert len(loaded.bank.questions) == COUNT + len(documented_ids())
