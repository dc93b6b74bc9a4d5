"""Formulas of a bank are drawn when it is checked, and only then."""

from pathlib import Path

import pytest

from quizapp.bank.check import check_paths
from quizapp.bank.loader import load_bank
from quizapp.bank.rules import Rule
from quizapp.tex import MAX_FORMULAS
from tests.bank.banks import CODE_LINE, NUMERIC, SINGLE, TODAY, codes, ids, load, only, place_in, write_bank

GOOD = r"\(\frac{4 + 8}{2} = 6\)"
BAD = r"\(\frac{4 + 8\)"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "my-bank", (NUMERIC, GOOD, BAD))


def test_the_warning_says_where_and_why_and_costs_nothing(bad: Path) -> None:
    loaded = load(bad)
    problem = only(loaded, "tex-refused")
    assert (problem.line, problem.column) == place_in(bad / NUMERIC, "'`AVG` is the sum")
    assert r"'\frac{4 + 8'" in problem.message
    assert "braces" in problem.message
    assert "sql-avg-null-001" in ids(loaded)


def test_the_app_does_not_draw_while_it_loads(bad: Path) -> None:
    assert load_bank(bad, today=TODAY, thorough=False).problems == ()


def test_a_bank_and_a_file_of_it_tell_it_once_each(bad: Path) -> None:
    result = check_paths([bad, bad / NUMERIC], today=TODAY)
    assert [[problem.code for problem in check.problems] for check in result.checks] == [["tex-refused"]] * 2


def test_code_holds_no_formulas(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (CODE_LINE, "SELECT", r"SELECT \(\frac{\), "))
    assert Rule.TEX_REFUSED.code not in codes(load(bank))


def test_a_drawn_number_may_stand_in_a_formula(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (NUMERIC, GOOD, r"\(\frac{<<pages>>}{2} \cdot 3\)"))
    assert Rule.TEX_REFUSED.code not in codes(load(bank))


def test_too_many_in_one_text_are_told(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "adds the rows", r"\(x\) " * MAX_FORMULAS + r"\(y\) adds"))
    assert f"only {MAX_FORMULAS} of this text" in only(load(bank), "tex-refused").message


def test_too_large_ones_together_are_told(tmp_path: Path) -> None:
    large = r"\(\frac{\frac{a+b}{c+d}}{\frac{e+f}{\sqrt{g+h}}}\) " * 40
    bank = write_bank(tmp_path / "my-bank", (SINGLE, "adds the rows", large + "adds"))
    message = only(load(bank), "tex-refused").message
    assert "too large together" in message
    assert f"only {MAX_FORMULAS}" not in message
