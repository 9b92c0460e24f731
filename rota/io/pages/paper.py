"""How pages look: fonts, colours, widths, print set-up, safe text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Calibri"
INK = "1F2933"
SOFT = "6B7580"
HEAD = "2F4A5C"
PALE = "E8EDF1"
WEEKEND = "EEF0F3"
HOLIDAY = "F3E3C3"
AWAY = "DADDE1"
BAD = "C62828"
PALE_BAD = "FBDEDC"
GOOD = "2E7D4F"
PALE_GOOD = "DDF0E3"
LINE = "C9D0D6"

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST = 32_000  # characters that a cell may hold, near enough


def plain(text: str) -> str:
    """Give text without characters that a workbook cannot hold."""
    return _ILLEGAL.sub("", text)[:LONGEST]


def cell_of(sheet: Worksheet, row: int, column: int) -> Cell:
    """Give a cell; no page of ours has merged ones."""
    return cast("Cell", sheet.cell(row, column))


def put(
    sheet: Worksheet, row: int, column: int, value: object, **look: object
) -> Cell:
    """Write a value; text is text, whatever it begins with.

    Rows and columns count from 1; for the look see Look.
    """
    cell = cell_of(sheet, row, column)
    write(cell, value)
    dress(cell, Look(**look))  # type: ignore[arg-type]
    return cell


def write(cell: Cell, value: object) -> None:
    """Write a value into a cell; text is text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = plain(value)
        cell.data_type = "s"
        if value.startswith(_FORMULA):
            cell.quotePrefix = True
    else:
        cell.value = value  # type: ignore[assignment]
    if isinstance(value, date):
        cell.number_format = "ddd d mmm yyyy"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; colours as in `FFE699`."""

    bold: bool = False
    size: float = 10
    colour: str = INK
    fill: str = ""
    across: str = "left"
    wrap: bool = False
    number: str = ""
    edge: str = ""  # a key of _EDGES
    shrink: bool = False
    turn: int = 0
    indent: int = 0
    italic: bool = False


_FONTS: dict[tuple[object, ...], Font] = {}
_ALIGNMENTS: dict[tuple[object, ...], Alignment] = {}


def dress(cell: Cell, look: Look) -> None:
    """Give a cell its look."""
    cell.font = _font(look)
    cell.alignment = _alignment(look)
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    if look.number:
        cell.number_format = look.number
    if look.edge:
        cell.border = _EDGES[look.edge]


def _font(look: Look) -> Font:
    key = (look.bold, look.size, look.colour, look.italic)
    if key not in _FONTS:
        _FONTS[key] = Font(
            name=FONT,
            bold=look.bold,
            italic=look.italic,
            size=look.size,
            color=look.colour,
        )
    return _FONTS[key]


def _alignment(look: Look) -> Alignment:
    key = (look.across, look.wrap, look.shrink, look.turn, look.indent)
    if key not in _ALIGNMENTS:
        _ALIGNMENTS[key] = Alignment(
            horizontal=look.across,
            vertical="center",
            wrap_text=look.wrap,
            shrink_to_fit=look.shrink,
            text_rotation=look.turn,
            indent=look.indent,
        )
    return _ALIGNMENTS[key]


def _side(style: str, colour: str = LINE) -> Side:
    return Side(style=style, color=colour)  # type: ignore[arg-type]


_THIN = _side("thin")
_INK = _side("medium", INK)
_GREY = _side("thin", "8A949C")
_GAP = _side("mediumDashed", BAD)
_EDGES = {
    "thin": Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN),
    "under": Border(bottom=_side("thin", HEAD)),
    "typed": Border(left=_INK, right=_INK, top=_INK, bottom=_INK),
    "hour": Border(left=_THIN, bottom=_THIN),
    "row": Border(bottom=_THIN),
    "block": Border(left=_GREY, right=_GREY, top=_GREY, bottom=_GREY),
    "gap": Border(left=_GAP, right=_GAP, top=_GAP, bottom=_GAP),
    "over": Border(
        left=_THIN, right=_THIN, top=_side("medium", HEAD), bottom=_THIN
    ),
}


def title(sheet: Worksheet, text: str, under: str) -> int:
    """Write the title of a page; gives the next free row."""
    put(sheet, 1, 1, text, bold=True, size=16, colour=HEAD)
    put(sheet, 2, 1, under, colour=SOFT)
    sheet.row_dimensions[1].height = 24
    return 4


def table(
    sheet: Worksheet,
    row: int,
    headings: Sequence[str],
    rows: Iterable[Sequence[object]],
    numbers: Sequence[str] = (),
) -> int:
    """Write a table with ruled headings; gives the next free row.

    `numbers` are number formats, by column; those with one stand right.
    """
    formats = [*numbers, *[""] * (len(headings) - len(numbers))]
    for place, text in enumerate(headings, 1):
        side = "right" if formats[place - 1] else "left"
        put(
            sheet,
            row,
            place,
            text,
            bold=True,
            colour="FFFFFF",
            fill=HEAD,
            across=side,
            wrap=True,
            indent=0 if formats[place - 1] else 1,
        )
    sheet.row_dimensions[row].height = 30
    for values in rows:
        row += 1
        for place, value in enumerate(values, 1):
            number = formats[place - 1]
            put(
                sheet,
                row,
                place,
                value,
                number=number,
                across="right" if number else "left",
                wrap=not number,
                indent=0 if number else 1,
                edge="thin",
            )
    return row + 2


def widths(sheet: Worksheet, *sizes: float) -> None:
    """Set the widths of the first columns, in characters."""
    for place, size in enumerate(sizes, 1):
        sheet.column_dimensions[get_column_letter(place)].width = size


def set_up_page(
    sheet: Worksheet,
    name: str,
    *,
    large: bool = False,
    upright: bool = False,
    rows: str = "",
    columns: str = "",
) -> None:
    """Set a sheet up for print: paper, margins, repeats, footer.

    `rows` and `columns` are repeated on every page, as `4:5` and `A:C`.
    """
    sheet.page_setup.orientation = "portrait" if upright else "landscape"
    sheet.page_setup.paperSize = 8 if large else 9  # A3, A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.45, 0.6
    margins.header = margins.footer = 0.25
    if rows:
        sheet.print_title_rows = rows
    if columns:
        sheet.print_title_cols = columns
    said = (plain(name).replace("&", "&&"), "Page &P of &N", sheet.title)
    for side, text in zip(("left", "center", "right"), said, strict=True):
        part = getattr(sheet.oddFooter, side)
        part.text, part.size = text, 8
    sheet.sheet_view.showGridLines = False
