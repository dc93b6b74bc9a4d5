"""The cue solver finds what gives keys away, finds nothing where nothing is, and the shipped banks are clean."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from math import exp, log
from pathlib import Path
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.questions.cue_choices import Choice, choices_of
from scripts.questions.cue_features import NAMES, feature_rows, word_rows
from scripts.questions.cue_solver import Found, build_folds, permute, solve, wins
from scripts.questions.cues import alike, pair_lines, table
from scripts.questions.logistic import build_design, fit
from scripts.questions.sheets import draw_items
from scripts.questions.similarity import near_pairs, tfidf
from tests.bank.banks import ROOT, load
from tests.factories import make_question
from tests.scripts.run import run

SHIPPED = load(ROOT / "questions").bank.questions
WORDS = [f"w{a}{b}rd" for a in "aeioubcdfg" for b in "aeiouklmnr"]


def shipped_choices() -> list[Choice]:
    return [choice for item in draw_items(SHIPPED, 0) for choice in choices_of(item)]


def rekey(choices: list[Choice], pick: Callable[[Choice], int]) -> list[Choice]:
    """The same options with one key each, where ``pick`` puts it."""
    return [replace(c, kind="single", rights=tuple(i == pick(c) for i in range(len(c.texts)))) for c in choices]


def longest(choice: Choice) -> int:
    return max(range(len(choice.texts)), key=lambda place: len(choice.texts[place]))


def made(count: int, random: Random) -> list[Choice]:
    """Choices of four options with words drawn at random, and a key drawn at random."""
    return [
        Choice(
            f"q-{n}", "single", "", tuple(" ".join(random.sample(WORDS, random.randint(3, 9))) for _ in "abcd"), rights
        )
        for n, rights in enumerate(permute([(True, False, False, False)] * count, random))
    ]


def found(choices: list[Choice], permutations: int = 40) -> dict[str, Found]:
    return {each.name: each for each in solve(choices, permutations, 0)}


def test_the_shipped_banks_give_nothing_away() -> None:
    """The bars of docs/question-banks.md."""
    done = run("cues", ROOT / "questions", "--permutations", 40)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "with words, all" in done.stdout
    assert "Near duplicates (cosine over 0.6): 0" in done.stdout


def test_negative_control_random_keys_are_won_by_chance() -> None:
    random = Random(2)
    choices = made(100, random)
    for each in found(choices).values():
        assert each.chance == pytest.approx(0.25)
        assert each.low - 0.05 < each.won <= each.high
        assert each.high - each.low < 0.3


def test_random_keys_on_the_shipped_options_are_won_by_chance() -> None:
    """Mean over 40 sets of keys: the solver has no bias of its own."""
    choices = shipped_choices()
    rows, random = feature_rows(choices), Random(3)
    folds = build_folds(choices, rows, random)
    keys = [choice.rights for choice in choices]
    won = fmean(fmean(wins(choices, rows, folds, permute(keys, random))) for _ in range(40))
    assert won == pytest.approx(fmean(fmean(rights) for rights in keys), abs=0.035)


def test_positive_control_the_longest_option_as_key_is_found() -> None:
    for name, each in found(rekey(made(100, Random(4)), longest), 20).items():
        assert each.won > 0.8, name
        assert each.verdict == "over the range"


def test_keys_made_longer_are_found_among_the_shipped_options() -> None:
    def longer(choice: Choice) -> tuple[str, ...]:
        return tuple(f"{t}, as it was" if right else t for t, right in zip(choice.texts, choice.rights, strict=True))

    for each in found([replace(choice, texts=longer(choice)) for choice in shipped_choices()], 20).values():
        assert each.won > 0.9
        assert each.won > each.high


def test_a_slight_habit_is_found_in_a_large_bank() -> None:
    """Every fourth key is the longest, the others are drawn at random: 44 % by length alone."""
    random = Random(5)
    choices = made(320, random)
    choices = rekey(choices[:80], longest) + choices[80:]
    rows, keys = feature_rows(choices), [choice.rights for choice in choices]
    folds = build_folds(choices, rows, random)
    null = [fmean(wins(choices, rows, folds, permute(keys, random))) for _ in range(20)]
    assert max(null) < fmean(wins(choices, rows, folds, keys)) < 0.6


def test_a_word_that_keys_like_is_found_with_words_only() -> None:
    random = Random(6)

    def marked(choice: Choice) -> tuple[str, ...]:
        return tuple(
            f"{text} {'wyyrd' if right else random.choice(WORDS)}"
            for text, right in zip(choice.texts, choice.rights, strict=True)
        )

    every = found([replace(choice, texts=marked(choice)) for choice in made(80, random)], 20)
    assert every["with words, all"].won > 0.9
    assert every["features, all"].won < 0.5


def test_the_place_after_shuffling_tells_nothing() -> None:
    """Keys that stand first in the file are shuffled; where the order is fixed, standing first gives them away."""
    questions = [make_question(f"q-{n}") for n in range(60)]
    shuffled = [choice for item in draw_items(questions, 0) for choice in choices_of(item)]
    assert len({choice.rights.index(True) for choice in shuffled}) == len(shuffled[0].texts)
    fixed = [replace(c, texts=("same",) * 3, rights=(True, False, False)) for c in shuffled]
    assert found(fixed)["features, all"].won == 1


def test_the_seed_gives_the_same_figures() -> None:
    choices = made(40, Random(7))
    assert found(choices, 3) == found(choices, 3)


def test_the_order_of_sets_decides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python orders sets of texts anew in each process."""
    shutil.copytree(ROOT / "questions", tmp_path / "bank")
    outputs = set()
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        outputs.add(run("cues", tmp_path / "bank", "--permutations", 2).stdout)
    assert len(outputs) == 1


def test_all_options_alike_are_a_draw() -> None:
    choices = [Choice(f"q-{n}", "single", "", ("a", "a", "a", "a"), (True, False, False, False)) for n in range(10)]
    rows = [[0.0]] * 40
    assert fmean(wins(choices, rows, build_folds(choices, rows, Random(0)), [c.rights for c in choices])) == 0.25


def test_folds_hold_whole_questions() -> None:
    choices = [replace(choice, group=f"q-{n // 2}") for n, choice in enumerate(made(40, Random(8)))]
    rows = feature_rows(choices)
    for fold in build_folds(choices, rows, Random(0)):
        assert sorted((*fold.learned, *fold.solved)) == list(range(40))
        assert not {choices[p].group for p in fold.learned} & {choices[p].group for p in fold.solved}


def test_gaps_with_options_count_and_true_false_does_not() -> None:
    kinds = {
        name: [choice.kind for item in draw_items([make_question(name, type=name)], 0) for choice in choices_of(item)]
        for name in ("single", "multi", "true_false", "cloze", "numeric", "match")
    }
    assert kinds == {
        "single": ["single"],
        "multi": ["multi"],
        "true_false": [],
        "cloze": ["cloze gap"],
        "numeric": [],
        "match": [],
    }


def test_features_are_centred_and_as_many_as_named() -> None:
    choices = made(30, Random(9))
    rows = feature_rows(choices)
    assert {len(row) for row in rows} == {len(NAMES)}
    for place in range(0, 120, 4):
        assert [sum(column) for column in zip(*rows[place : place + 4], strict=True)] == pytest.approx([0] * len(NAMES))
    assert len(word_rows(choices)) == 120


def test_what_evenly_spread_keys_hide_is_found_without_places() -> None:
    """Keys by turns on the first to the last label: the places point away from them, and the looks still tell."""
    random = Random(10)
    labels = ("A", "B", "C", "D")
    choices = [
        Choice(
            f"q-{n}",
            "single",
            "",
            tuple(
                f"{label} run" if place == n % 4 or random.random() < 0.4 else f"{label} run: no"
                for place, label in enumerate(labels)
            ),
            tuple(place == n % 4 for place in range(4)),
        )
        for n in range(40)
    ]
    every = found(choices, 20)
    assert every["without places, all"].verdict == "over the range"
    assert every["features, all"].won < every["without places, all"].won


def test_few_questions_are_not_judged() -> None:
    assert list(solve(made(4, Random(0)), 10, 0)) == []
    assert "too few" in "\n".join(table([]))
    assert Found("", 29, 1.0, 0.25, 0.1, 0.4).verdict == "few"
    assert Found("", 99, 0.33, 0.25, 0.1, 0.4).verdict == "ok"
    assert Found("", 100, 0.33, 0.25, 0.1, 0.4).verdict == "over chance + 6"
    assert Found("", 30, 0.41, 0.25, 0.1, 0.4).verdict == "over the range"
    assert Found("", 30, 0.09, 0.25, 0.1, 0.4).verdict == "under the range"


def loss(rows: list[list[float]], labels: list[bool], weights: list[float]) -> float:
    """What the regression minimises."""
    sums = [sum(w * x for w, x in zip(weights, (*row, 1.0), strict=True)) for row in rows]
    fits = sum(log(1 + exp(-value if label else value)) for value, label in zip(sums, labels, strict=True))
    return fits + sum(weight**2 for weight in weights[:-1]) / 2


@given(st.integers(0, 10_000))
def test_the_regression_is_at_its_minimum(seed: int) -> None:
    random = Random(seed)
    rows = [[random.gauss(0, 1) for _ in range(3)] for _ in range(25)]
    labels = [random.random() < 1 / (1 + exp(-2 * row[0])) for row in rows]
    labels[:2] = [True, False]
    weights = fit(build_design(rows), labels)
    least = loss(rows, labels, weights)
    for place in range(4):
        for step in (-0.02, 0.02):
            moved = [weight + step * (place == other) for other, weight in enumerate(weights)]
            assert loss(rows, labels, moved) > least - 1e-5


def test_the_same_text_is_a_near_duplicate_and_another_is_not() -> None:
    texts = ["a cache holds keys and values", "a cache holds keys and all values", "learning rates warm up slowly"]
    ((cosine, one, other),) = near_pairs(texts, 0.6)
    assert (one, other) == (0, 1)
    assert 0.8 < cosine < 1
    assert near_pairs([texts[0], texts[0]], 0.6)[0][0] == pytest.approx(1)


def test_the_weights_are_those_of_the_usual_tfidf() -> None:
    """Two texts share one of two words each: idf = ln(3 / 3) + 1 and ln(3 / 2) + 1."""
    rare = log(1.5) + 1
    (first, _) = tfidf(["Run fast", "run slow"])
    assert first == pytest.approx({"run": 1 / (1 + rare**2) ** 0.5, "fast": rare / (1 + rare**2) ** 0.5})


def test_a_question_asked_twice_is_told_with_both_ids() -> None:
    items = draw_items(
        [make_question("q-1"), make_question("q-2"), make_question("q-3", type="numeric", stem="Else?")], 0
    )
    assert [line.strip() for line in pair_lines(items, alike(items))][1].endswith("q-1 and q-2")
