"""Opening a workbook as data: bounded, without links, entities or macros."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rota.errors import Fault, FileError, WorkbookError
from rota.io.cells import is_blank
from rota.io.column import Sheet
from rota.io.memory import SHEET as MEMORY
from rota.io.memory import Memory, read_memory
from rota.io.naming import sheet_of

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_BYTES = 60_000_000  # of XML, unzipped
MOST_PARTS = 5_000
MOST_ROWS = 5_000
MOST_COLUMNS = 500
LOOKED_AT = 50_000  # rows, to tell empty ones from too many
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "save it from Excel as an Excel workbook (.xlsx) and try again."
# What the zip, XML and workbook readers raise on a damaged file; an XML
# ParseError is a SyntaxError, and a refused entity a ValueError.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Grid:
    """The values of one sheet; rows and columns count from 0."""

    title: str
    rows: tuple[tuple[object, ...], ...]
    merged: frozenset[tuple[int, int]] = frozenset()  # hidden under a merge
    unworked: frozenset[str] = frozenset()  # formulas that hold no value

    def at(self, row: int, column: int) -> object:
        """Give what stands in a cell; outside the grid nothing does."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a workbook that we know, by our name for them."""

    path: Path
    grids: dict[str, Grid]
    other_titles: tuple[str, ...]
    memory: Memory


def open_book(path: Path, sheets: Iterable[Sheet]) -> Book:
    """Read the sheets of a workbook that are in the schema.

    Raises
    ------
    WorkbookError
        The file is not a workbook that can be read; says why.
    """
    _refuse_other_files(path)
    try:
        return _read(path, tuple(sheets))
    except _DAMAGED as error:
        raise _refused(path, f"the file is damaged; {_SAVE_AS}") from error


def _refused(path: Path, expected: str) -> FileError:
    return FileError([Fault(path.name, "", "", expected)])


def _refuse_other_files(path: Path) -> None:
    """Raise where the file is missing, or is no .xlsx inside."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
            sealed = start == _OLE and _SEALED in file.read(MOST_BYTES)
    except FileNotFoundError as error:
        raise _refused(path, "there is no such file.") from error
    except OSError as error:
        raise _refused(path, "the file cannot be opened.") from error
    reason = _why_not(path, start, sealed=sealed)
    if reason:
        raise _refused(path, reason)


def _why_not(path: Path, start: bytes, *, sealed: bool) -> str:
    ending = path.suffix.casefold()
    if sealed:
        return "the file has a password; save it without one and try again."
    if start == _OLE:
        return f"this is an old Excel file (.xls); {_SAVE_AS}"
    if not start:
        return "the file is empty."
    if not start.startswith(b"PK"):
        kind = f"a {ending} file" if ending not in ("", ".xlsx") else "no xlsx"
        return f"this is {kind}, not an Excel workbook; {_SAVE_AS}"
    return _why_too_much(path)


def _why_too_much(path: Path) -> str:
    """Say why the parts of a zip are no workbook, or too much of one."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            declares = any(_declares(archive, part) for part in parts)
    except _DAMAGED:
        return f"the file is damaged; {_SAVE_AS}"
    if declares:
        return f"the file declares entities, as no workbook does; {_SAVE_AS}"
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names:
        return f"this is not an Excel workbook; {_SAVE_AS}"
    if any(part.flag_bits & 1 for part in parts):
        return "the file has a password; save it without one and try again."
    xml = sum(p.file_size for p in parts if p.filename.endswith(".xml"))
    if xml > MOST_BYTES or len(parts) > MOST_PARTS:
        return (
            "the workbook is too large to be a rota; delete sheets that are "
            "not needed, and empty rows and columns with formats in them."
        )
    return ""


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell an XML part with a document type, the door for entities."""
    if part.flag_bits & 1 or not part.filename.endswith((".xml", ".rels")):
        return False
    with archive.open(part) as file:
        return b"<!DOCTYPE" in file.read(2_000)


def _read(path: Path, sheets: tuple[Sheet, ...]) -> Book:
    import openpyxl

    with warnings.catch_warnings():
        # Excel's own extras (drop-downs across sheets) are not data to us
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(
            path, read_only=True, data_only=True, keep_links=False
        )
        try:
            return _book(path, workbook, sheets)
        finally:
            workbook.close()


def _book(path: Path, workbook: Workbook, sheets: tuple[Sheet, ...]) -> Book:
    grids: dict[str, Grid] = {}
    other: list[str] = []
    faults: list[Fault] = []
    for title in workbook.sheetnames:
        if title == MEMORY:
            continue
        known = sheet_of(title, sheets)
        if known is None:
            other.append(title)
        elif known.name in grids:
            faults.append(_second(title, grids[known.name].title))
        else:
            grids[known.name] = _grid(workbook, title)
    faults += [_long(g) for g in grids.values() if len(g.rows) > MOST_ROWS]
    if faults:
        raise WorkbookError(faults)
    return Book(path, grids, tuple(other), read_memory(workbook))


def _second(title: str, first: str) -> Fault:
    message = f"this means the same as the sheet {first}; keep only one."
    return Fault(title, "", "", message)


def _long(grid: Grid) -> Fault:
    message = f"at most {MOST_ROWS} rows are read; this sheet has more."
    return Fault(grid.title, "", "", message)


def _grid(workbook: Workbook, title: str) -> Grid:
    sheet = workbook[title]
    rows = [
        _trimmed(row)
        for row in sheet.iter_rows(
            max_row=LOOKED_AT, max_col=MOST_COLUMNS, values_only=True
        )
    ]
    while rows and not rows[-1]:
        rows.pop()
    xml = _xml(workbook, sheet)
    return Grid(title, tuple(rows), _merged(xml), _unworked(xml))


def _xml(workbook: Any, sheet: Any) -> str:
    """Give the XML of a sheet; streaming leaves merged cells out."""
    part: bytes = workbook._archive.read(sheet._worksheet_path)
    return part.decode("utf-8", "replace")


def _trimmed(row: tuple[object, ...]) -> tuple[object, ...]:
    last = len(row)
    while last and is_blank(row[last - 1]):
        last -= 1
    return row[:last]


_MERGE = re.compile(r'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"')
_UNWORKED = re.compile(
    r'<c r="([A-Z]+\d+)"[^>]*><f[^>]*?(?:/>|>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>'
)


def _merged(xml: str) -> frozenset[tuple[int, int]]:
    """List the cells, from 0, that lie hidden under a merged one."""
    hidden: set[tuple[int, int]] = set()
    for first, last in _MERGE.findall(xml)[:MOST_ROWS]:
        top, left = _corner(first)
        bottom, right = _corner(last)
        hidden |= {
            (row, column)
            for row in range(top, min(bottom, MOST_ROWS) + 1)
            for column in range(left, min(right, MOST_COLUMNS) + 1)
            if (row, column) != (top, left)
        }
    return frozenset(hidden)


def _corner(reference: str) -> tuple[int, int]:
    """Give row and column, from 0, of a cell such as `B5`."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]) - 1, column - 1


def _unworked(xml: str) -> frozenset[str]:
    """List the cells with a formula that was never worked out."""
    return frozenset(_UNWORKED.findall(xml))
