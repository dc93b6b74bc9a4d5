"""The first parts of the HTML report: who and when, the radar, the numbers with how to read them."""

from quizapp.report.blocks import Data
from quizapp.report.html_blocks import spans
from quizapp.report.html_tree import Child, Element, drawing, element, hidden, table

_BAR = (74.0, 10.0)
"""Width and height of the small drawing of a level."""


def opening(doc: Data) -> list[Child]:
    """What the report is of: its title, and the name on it."""
    first, second = (spans(line) for line in doc["title_lines"])
    words: list[Child] = [*first, " ", element("br"), *second]
    person = element("p", *spans(doc["person"]), class_="person") if doc["person"] else None
    return [element("p", "Assessment report", class_="kicker"), element("h1", *words), person]


def facts(doc: Data) -> Element:
    pairs = (element("div", element("dt", name), element("dd", value)) for name, value in doc["facts"])
    return element("dl", *pairs, class_="facts")


def radar(doc: Data) -> Element | None:
    """The chart with its legend; the chart says in words what it shows."""
    if doc["radar"] is None:
        return None
    shown = doc["radar"]
    target = " ".join(filter(None, ("Target", doc["target"], "(just ready)")))
    entries = [
        ("value", "Expected level", shown["value"]),
        ("band", "90\u00a0% interval", shown["band"]),
        ("target", target, True),
        ("weak", "Too few answers", shown["weak"]),
    ]
    return figure(shown["svg"], [(key, words) for key, words, is_there in entries if is_there])


def figure(svg: str, legend: list[tuple[str, str]]) -> Element:
    """A chart, and what its lines, areas and marks mean."""
    items = (element("li", _key(key), " ", words) for key, words in legend)
    return element(
        "figure", drawing(svg), element("figcaption", element("ul", *items, class_="legend")), class_="chart"
    )


def results(doc: Data) -> Element:
    """The competencies with level, interval, verdict and count."""
    heads = ["Competency", "Expected level", "90\u00a0% interval", "Ready?", "Right of scored"]
    rows = [_result(row) for row in doc["competencies"]]
    total = element("tr", element("th", *spans(doc["total"]["title"]), scope="row", colspan="4"))
    total.append(element("td", doc["total"]["right"]))
    caption = "Results by competency"
    return table(caption, heads, element("tbody", *rows), element("tfoot", total), kind="results")


def reading(doc: Data) -> Element:
    pairs = (element("div", element("dt", name), element("dd", words)) for name, words in doc["reading"])
    return section("How to read the numbers", element("dl", *pairs, class_="reading"))


def topics(doc: Data) -> Element:
    """One table; each competency heads its topics."""
    bodies = [_topic_group(group) for group in doc["topics"]]
    return section(
        "Results by topic", table("Right answers and points by topic", ["Topic", "Right", "Points"], *bodies)
    )


def calibration(doc: Data) -> Element | None:
    data = doc["calibration"]
    if data is None:
        return None
    rows = (element("tr", *_cells(row)) for row in data["rows"])
    keys = list(zip(("value", "band", "equal"), data["legend"], strict=True))
    return section(
        data["title"],
        element("p", element("strong", data["headline"])),
        element("p", data["detail"]),
        figure(data["svg"], keys),
        table("Right answers by stated confidence", data["header"], element("tbody", *rows), kind="numbers"),
        element("p", data["reading"], class_="small"),
        element("p", data["errors"]) if data["errors"] else None,
    )


def section(title: str, *parts: Child) -> Element:
    return element("section", element("h2", title), *parts)


def _result(row: Data) -> Element:
    bar = _bar(row["bar"]) if row["bar"] else None
    verdict: Child = element("strong", row["label"]) if row["kind"] in ("ready", "not-yet") else row["label"]
    return element(
        "tr",
        element("th", *spans(row["title"]), _below(row["open"]), scope="row"),
        element("td", bar, " " if bar is not None else None, row["level"]),
        element("td", row["interval"]),
        element("td", verdict, _below(row["chance"])),
        element("td", row["right"], _below(row["share"])),
    )


def _below(words: str) -> Element | None:
    return element("span", words, class_="below") if words else None


def _topic_group(group: Data) -> Element:
    head = element("tr", element("th", *spans(group["title"]), scope="rowgroup", colspan="3"))
    rows = (
        element("tr", element("th", *spans(row["title"]), scope="row"), *_texts((row["right"], row["points"])))
        for row in group["rows"]
    )
    return element("tbody", head, *rows)


def _cells(row: list[str]) -> list[Element]:
    return [element("th", row[0], scope="row"), *_texts(row[1:])]


def _texts(texts: tuple[str, ...] | list[str]) -> list[Element]:
    return [element("td", text) for text in texts]


def _bar(data: Data) -> Element:
    """The level with its interval and the target, which the cells beside it say in numbers."""
    width, height = _BAR
    low, high = (share * width for share in data["interval"])
    middle, target = height / 2, data["target"] * width
    return hidden(
        "svg",
        _line("ring", 0, middle, width, middle),
        element("rect", class_="band", x=_n(low), y=_n(middle - 2.7), width=_n(high - low), height="5.4", rx="2.7"),
        _line("target", target, 0, target, height),
        element("circle", class_="mark", cx=_n(data["share"] * width), cy=_n(middle), r="2.4"),
        class_="bar",
        width=_n(width),
        height=_n(height),
    )


def _key(kind: str) -> Element:
    """The line, area or mark that a legend explains."""
    parts = {
        "value": [_line("value", 0, 5, 22, 5), element("circle", class_="mark", cx="11", cy="5", r="3")],
        "band": [element("rect", class_="band", width="22", height="10")],
        "target": [_line("target", 0, 5, 22, 5)],
        "equal": [_line("target", 0, 5, 22, 5)],
        "weak": [_line("weak", 0, 5, 22, 5), element("circle", class_="hollow", cx="11", cy="5", r="3")],
    }
    return hidden("svg", *parts[kind], width="22", height="10", class_="key")


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Element:
    return element("line", class_=kind, x1=_n(x1), y1=_n(y1), x2=_n(x2), y2=_n(y2))


def _n(value: float) -> str:
    return f"{value:.1f}"
