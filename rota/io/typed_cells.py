"""Changing single cells of a manager's sheet, and nothing else in it.

The sheet's XML keeps every format, drop-down and comment. A cell with a
formula is left as it is: it is the manager's to change.
"""

from __future__ import annotations

from datetime import date
from xml.dom.minidom import Element

from rota.io.cells import EPOCH
from rota.io.package import Package, dump, elements, make, parse
from rota.io.table import address

Value = str | float | date


class TypedCells:
    """The cells of one sheet; rows and columns count from 0."""

    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self.part = part
        self.document = parse(package.parts[part])
        self.data = elements(self.document, "sheetData")[0]
        self._rows = _numbered(self.data, "row")

    def save(self) -> None:
        """Put the sheet back into its workbook."""
        self.package.parts[self.part] = dump(self.document)

    def clear(self, row: int) -> None:
        """Take the values out of a row; formats and formulas stay."""
        node = self._rows.get(row)
        for cell in [] if node is None else _children(node, "c"):
            if not elements(cell, "f"):
                _empty(cell)

    def blank(self, row: int, column: int) -> None:
        """Take one value out; its format, or a formula, stays."""
        cell = self._cell(row, column)
        if not elements(cell, "f"):
            _empty(cell)

    def set(self, row: int, column: int, value: Value) -> bool:
        """Write a value; False where a formula stands and stays.

        A date is written as the cell had it: a number with a format, or text
        with the day first.
        """
        cell = self._cell(row, column)
        if elements(cell, "f"):
            return False
        dated = cell.getAttribute("s") and _is_number(cell)
        _empty(cell)
        if isinstance(value, date) and dated:
            self._number(cell, (value - EPOCH).days)
        elif isinstance(value, date):
            self._text(cell, f"{value:%d/%m/%Y}")
        elif isinstance(value, str):
            self._text(cell, value)
        else:
            self._number(cell, value)
        return True

    def _number(self, cell: Element, value: float) -> None:
        node = make(self.document, "v", cell)
        text = f"{value:.10g}"
        node.appendChild(self.document.createTextNode(text))
        cell.appendChild(node)

    def _text(self, cell: Element, value: str) -> None:
        cell.setAttribute("t", "inlineStr")
        node = make(self.document, "is", cell)
        text = make(self.document, "t", cell)
        text.appendChild(self.document.createTextNode(value))
        node.appendChild(text)
        cell.appendChild(node)

    def _cell(self, row: int, column: int) -> Element:
        """Give a cell; made in its place, like its neighbour, if need be."""
        line = self._line(row)
        cells = _numbered(line, "c")
        if column in cells:
            return cells[column]
        cell = make(self.document, "c", self.data)
        cell.setAttribute("r", address(row, column))
        before = [place for place in cells if place < column]
        if before and cells[max(before)].getAttribute("s"):
            style = cells[max(before)].getAttribute("s")
            cell.setAttribute("s", style)
        after = [place for place in cells if place > column]
        line.insertBefore(cell, cells[min(after)] if after else None)
        return cell

    def _line(self, row: int) -> Element:
        if row not in self._rows:
            line = make(self.document, "row", self.data)
            line.setAttribute("r", str(row + 1))
            after = [n for n in self._rows if n > row]
            before = self._rows[min(after)] if after else None
            self.data.insertBefore(line, before)
            self._rows[row] = line
        return self._rows[row]


def _children(node: Element, name: str) -> list[Element]:
    return [
        child
        for child in node.childNodes
        if isinstance(child, Element) and child.localName == name
    ]


def _numbered(node: Element, name: str) -> dict[int, Element]:
    """Give rows, or cells, by number; one that has none follows the last."""
    found: dict[int, Element] = {}
    number = -1
    for child in _children(node, name):
        reference = child.getAttribute("r")
        number = _place(reference) if reference else number + 1
        found[number] = child
    return found


def _place(reference: str) -> int:
    """Give the row of `5`, or the column of `B5`, from 0."""
    letters = reference.rstrip("0123456789")
    if not letters:
        return int(reference) - 1
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _is_number(cell: Element) -> bool:
    kind = cell.getAttribute("t")
    return kind in ("", "n") and bool(elements(cell, "v"))


def _empty(cell: Element) -> None:
    for child in list(cell.childNodes):
        cell.removeChild(child)
    if cell.hasAttribute("t"):
        cell.removeAttribute("t")
