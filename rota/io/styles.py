"""Bringing the styles of one workbook into another."""

from __future__ import annotations

from xml.dom.minidom import Document, Element

from rota.io.package import adopt, dump, elements, make, parse, root

FIRST_OWN = 164  # number formats below it are Excel's own
_LISTS = {"fontId": "fonts", "fillId": "fills", "borderId": "borders"}
_ORDER = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs")


def merged(ours: bytes, theirs: bytes) -> tuple[bytes, int]:
    """Append our styles to theirs.

    Returns
    -------
    Their styles with ours after them, and by how much the numbers of our
    cell styles have moved.
    """
    source, target = parse(ours), parse(theirs)
    shifts = {name: _append(source, target, name) for name in _LISTS.values()}
    formats = _formats(source, target)
    into = _list(target, "cellXfs")
    moved = _size(into)
    for node in _children(_list(source, "cellXfs")):
        copied = adopt(target, node, root(target))
        for attribute, name in _LISTS.items():
            number = int(copied.getAttribute(attribute) or 0) + shifts[name]
            copied.setAttribute(attribute, str(number))
            copied.setAttribute(f"apply{name[:-1].capitalize()}", "1")
        _move_format(copied, formats)
        copied.setAttribute("xfId", "0")
        into.appendChild(copied)
    into.setAttribute("count", str(_size(into)))
    return dump(target), moved


def _move_format(node: Element, formats: dict[str, str]) -> None:
    own = node.getAttribute("numFmtId") or "0"
    node.setAttribute("numFmtId", formats.get(own, own))
    node.setAttribute("applyNumberFormat", "1")
    node.setAttribute("applyAlignment", "1")


def _children(node: Element) -> list[Element]:
    return [child for child in node.childNodes if isinstance(child, Element)]


def _size(node: Element) -> int:
    return len(_children(node))


def _list(document: Document, name: str) -> Element:
    """Give a list of styles; made, in its place, where there is none."""
    found = [
        node
        for node in elements(document, name)
        if node.parentNode is document.documentElement
    ]
    if found:
        return found[0]
    top = root(document)
    made = make(document, name, top)
    later = _ORDER[_ORDER.index(name) + 1 :]
    after = [n for n in _children(top) if n.localName in later]
    top.insertBefore(made, after[0] if after else top.firstChild)
    return made


def _append(source: Document, target: Document, name: str) -> int:
    into = _list(target, name)
    before = _size(into)
    for node in _children(_list(source, name)):
        into.appendChild(adopt(target, node, root(target)))
    into.setAttribute("count", str(_size(into)))
    return before


def _formats(source: Document, target: Document) -> dict[str, str]:
    """Append number formats; gives the new number of each of ours."""
    into = _list(target, "numFmts")
    used = [int(n.getAttribute("numFmtId")) for n in _children(into)]
    free = max([FIRST_OWN - 1, *used]) + 1
    found = {}
    for node in _children(_list(source, "numFmts")):
        copied = adopt(target, node, root(target))
        found[node.getAttribute("numFmtId")] = str(free)
        copied.setAttribute("numFmtId", str(free))
        into.appendChild(copied)
        free += 1
    if _size(into):
        into.setAttribute("count", str(_size(into)))
    else:
        root(target).removeChild(into)
    return found
