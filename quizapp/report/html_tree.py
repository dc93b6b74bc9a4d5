"""HTML as a tree: what is put into it is text, so that no text can become markup."""

from xml.etree import ElementTree as ET

Element = ET.Element
Child = ET.Element | str | None


def element(tag: str, *children: Child, **attributes: str) -> Element:
    """An element with its children in order; None is left out.

    ``class_`` is the class, ``aria_label`` the attribute aria-label; an empty attribute is left out but for ``alt``.
    """
    named = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = ET.Element(tag, {name: value for name, value in named.items() if value or name == "alt"})
    for child in children:
        append(made, child)
    return made


def append(parent: Element, child: Child) -> None:
    """Put an element or a text at the end of a parent."""
    if isinstance(child, str):
        last = parent[-1] if len(parent) else None
        if last is None:
            parent.text = (parent.text or "") + child
        else:
            last.tail = (last.tail or "") + child
    elif child is not None:
        parent.append(child)


def hidden(tag: str, *children: Child, **attributes: str) -> Element:
    """An element that repeats what words say, so that a screen reader passes over it."""
    made = element(tag, *children, **attributes)
    made.set("aria-hidden", "true")
    return made


def drawing(svg: str, **attributes: str) -> Element:
    """An SVG of our own as a part of a page, whose elements have no namespace."""
    root = ET.fromstring(svg)
    for part in root.iter():
        part.tag = part.tag.rpartition("}")[2]
    root.attrib.update({name.strip("_").replace("_", "-"): value for name, value in attributes.items()})
    return root


def table(caption: Child, heads: list[str], *bodies: Element, kind: str = "") -> Element:
    """A table with its caption, a row of column heads and bodies."""
    row = element("tr", *(element("th", head, scope="col") for head in heads))
    return element("table", element("caption", caption), element("thead", row), *bodies, class_=kind)


def page_text(root: Element) -> str:
    """The page as a document."""
    return "<!DOCTYPE html>\n" + ET.tostring(root, encoding="unicode", method="html") + "\n"
