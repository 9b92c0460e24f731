"""Which sheet is which: by name, by another name, or nearly."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from rota.io.cells import heading
from rota.io.column import Column, Sheet

ALIKE = 0.84  # a title this near to a known one is a slip of the hand


def sheet_of(title: str, sheets: Iterable[Sheet]) -> Sheet | None:
    """Give the sheet that a title means; its own name goes first."""
    wanted = heading(title)
    known = tuple(sheets)
    for sheet in known:
        if heading(sheet.name) == wanted:
            return sheet
    for sheet in known:
        if wanted in {heading(other) for other in sheet.also}:
            return sheet
    return None


def column_of(text: str, columns: Iterable[Column]) -> Column | None:
    """Give the column that a heading means; its own name goes first."""
    wanted = heading(text)
    known = tuple(columns)
    for column in known:
        if heading(column.name) == wanted:
            return column
    for column in known:
        if wanted in {heading(other) for other in column.also}:
            return column
    return None


def alike(text: str, names: Iterable[str]) -> str:
    """Give the name of which a heading is plainly a misspelling."""
    by_heading = {heading(name): name for name in names}
    found = difflib.get_close_matches(heading(text), by_heading, 1, ALIKE)
    return by_heading[found[0]] if found else ""
