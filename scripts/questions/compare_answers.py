"""Compare blind answers with the key of blind_sheets.py, and say which questions have to be looked at.

    compare_answers.py KEY_JSON ANSWERS_JSON…

An answer file maps question ids, or the numbers of options.md, to ``{"answer": ["B"] or 0.687, "notes": "…"}``. Prints
the share that agrees with the key for each file and type, the chance score, and every disagreement and note. Exits with
1 where there are disagreements.
"""

import argparse
import json
from pathlib import Path
from typing import Any

Entry = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("key", type=Path)
    parser.add_argument("answers", type=Path, nargs="+")
    arguments = parser.parse_args()
    key: dict[str, Entry] = json.loads(arguments.key.read_text(encoding="utf-8"))
    failed = False
    for path in arguments.answers:
        answers: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))
        known = {id_: answer for id_, answer in answers.items() if id_ in key}
        wrong = [id_ for id_, answer in known.items() if not agrees(key[id_], answer["answer"])]
        failed |= bool(wrong)
        report(path.name, key, known, wrong)
    return int(failed)


def report(name: str, key: dict[str, Entry], known: dict[str, Entry], wrong: list[str]) -> None:
    chance = sum(chance_of(key[id_]) for id_ in known) / max(1, len(known))
    print(f"{name}: {len(known) - len(wrong)} of {len(known)} agree with the key; chance {chance:.0%}")
    for type_ in sorted({key[id_]["type"] for id_ in known}):
        mine = [id_ for id_ in known if key[id_]["type"] == type_]
        print(f"  {type_}: {sum(id_ not in wrong for id_ in mine)} of {len(mine)}")
    for id_, answer in known.items():
        shown = key[id_].get("id", id_)
        if id_ in wrong:
            print(f"  DISAGREES {shown}: answered {answer['answer']}, key {key[id_].get('key', key[id_].get('value'))}")
        if answer.get("notes"):
            print(f"  note {shown}: {answer['notes']}")


def agrees(entry: Entry, answer: Any) -> bool:
    if "key" in entry:
        return sorted(answer) == entry["key"]
    return abs(float(answer) - entry["value"]) <= entry["tolerance"] * 1.000001


def chance_of(entry: Entry) -> float:
    """The chance that a guess agrees: any option of a single choice, any set but the empty one of a multiple choice."""
    if "key" not in entry:
        return 0.0
    return 1 / entry["options"] if entry["type"] == "single" else 1 / (2 ** entry["options"] - 1)


if __name__ == "__main__":
    raise SystemExit(main())
