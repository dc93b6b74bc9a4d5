"""The command line. What needs no window imports no Qt."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from quizapp import __version__
from quizapp.cli_backup import add_backup
from quizapp.cli_export import add_export
from quizapp.core.errors import QuizappError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run quizapp and return its exit code: 0 done, 1 problems found or failed, 2 unusable arguments."""
    options = build_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except QuizappError as error:
        print(f"quizapp: {error}", file=sys.stderr)
        return 1


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quizapp",
        description="Find out, offline and honestly, how ready you are for the work of an AI engineer.",
    )
    parser.add_argument("--version", action="version", version=f"quizapp {__version__}")
    parser.add_argument("--bank", type=Path, metavar="DIR", help="use the question bank in this folder")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep attempts and settings in this folder")
    parser.set_defaults(run=_run_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_check(commands)
    _add_demo(commands)
    add_export(commands)
    add_backup(commands)
    return parser


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    check = commands.add_parser("check", help="list every problem of question banks; needs no window")
    check.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="a bank's folder, or one of its files")
    check.add_argument("--json", action="store_true", help="print the findings as JSON")
    check.set_defaults(run=_run_check)


def _add_demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser("demo", help="let a simulated person take an assessment; works without a display")
    demo.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for pictures, result and report")
    demo.add_argument("--seed", type=int, default=1, metavar="N", help="decides questions and answers (default 1)")
    demo.set_defaults(run=_run_demo)


def _run_window(options: argparse.Namespace) -> int:
    from quizapp.launch import run_window

    return run_window(bank=options.bank, data=options.data)


def _run_check(options: argparse.Namespace) -> int:
    from quizapp.bank.check import check_paths, render_json, render_text

    result = check_paths(options.paths, today=date.today())  # noqa: DTZ011 - the reader's own calendar day
    print(render_json(result) if options.json else render_text(result))
    return result.exit_code


def _run_demo(options: argparse.Namespace) -> int:
    from quizapp.demo import run_demo

    return run_demo(options.out, seed=options.seed, bank=options.bank)
