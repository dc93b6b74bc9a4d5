"""The command ``quizapp export``: its options, and what they have to do with one another."""

import argparse
from pathlib import Path

FORMATS = ("pdf", "html", "json", "csv", "svg")


def add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the others."""
    export = commands.add_parser("export", help="write a result as PDF, HTML, JSON, CSV or SVG; needs no window")
    export.add_argument("attempt", nargs="?", default="", metavar="ATTEMPT", help="its id (default: the newest result)")
    export.add_argument("--list", action="store_true", help="list the attempts with their ids")
    export.add_argument("--from", dest="source", type=Path, metavar="FILE", help="take a result file: JSON, or PDF")
    export.add_argument("--out", type=Path, metavar="FILE", help="the file to write")
    export.add_argument("--format", choices=FORMATS, help="default: by the ending of FILE")
    export.add_argument("--summary", action="store_true", help="one page (pdf, html)")
    export.add_argument("--paper", choices=("a4", "letter"), help="paper size (pdf, html; default a4)")
    export.add_argument("--without-answers", action="store_true", help="give no question away (pdf, html, csv)")
    export.add_argument("--name", default="", help="the person's name on the report (pdf, html, json)")
    # Stands before the command too; SUPPRESS keeps what stands there.
    export.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="where the attempts are")
    export.set_defaults(run=_run, refuse=export.error)


def _run(options: argparse.Namespace) -> int:
    from quizapp.export import ExportRequest, export_attempt, export_file, list_text
    from quizapp.places import default_data_folder
    from quizapp.report.options import Extent, Paper, ReportOptions

    data = options.data or default_data_folder()
    if options.list:
        print(list_text(data))
        return 0
    format_ = _format(options)
    extent = Extent.SUMMARY if options.summary else Extent.FULL
    report = ReportOptions(extent, Paper(options.paper or "a4"), not options.without_answers, options.name)
    request = ExportRequest(format_, options.out, report, options.attempt)
    if options.source:
        export_file(options.source, request)
    else:
        export_attempt(data, request)
    print(f"Written: {options.out}")
    return 0


def _format(options: argparse.Namespace) -> str:
    """The format that is asked for; options that do not fit together end the program, which says why."""
    if options.out is None:
        options.refuse("give the file to write with --out FILE, or --list to see the attempts")
    if options.source and options.attempt:
        options.refuse("give an attempt or --from FILE, not both")
    format_ = str(options.format or options.out.suffix.removeprefix(".").lower())
    if format_ not in FORMATS:
        options.refuse(f"say what to write with --format: {', '.join(FORMATS)}")
    for name, value, formats in (
        ("--summary", options.summary, ("pdf", "html")),
        ("--paper", options.paper, ("pdf", "html")),
        ("--without-answers", options.without_answers, ("pdf", "html", "csv")),
        ("--name", options.name, ("pdf", "html", "json")),
    ):
        if value and format_ not in formats:
            options.refuse(f"{name} goes with {', '.join(formats)}, not with {format_}")
    return format_
