"""Where the headings of a sheet stand, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping

from rota.io.book import Grid
from rota.io.cells import heading, tidy
from rota.io.column import Sheet
from rota.io.naming import alike, column_of
from rota.io.table import Desk, address

SEARCHED = 15  # rows in which the headings are looked for
Found = tuple[int, dict[str, int], dict[str, int]]


def find_headings(grid: Grid, sheet: Sheet) -> Found | None:
    """Find the row of headings: the one that names most columns.

    Of those that name as many, one with a required column goes first: the
    title of a matrix may be another word for one of its columns.
    """
    best: Found | None = None
    for number in range(min(SEARCHED, len(grid.rows))):
        places, extra = _headings(grid.rows[number], sheet)
        if places and (
            best is None or _worth(places, sheet) > _worth(best[1], sheet)
        ):
            best = (number, places, extra)
    if best and not sheet.loose and not _is_enough(best[1], sheet):
        return None
    return best


def _is_enough(places: Mapping[str, int], sheet: Sheet) -> bool:
    """Tell headings from a title that happens to be the word of a column.

    Two are headings; so is one, where no other column is needed.
    """
    needed = [column.name for column in sheet.columns if column.required]
    alone = len(needed) == 1 and needed[0] in places
    return alone or len(places) >= min(2, len(sheet.columns))


def _worth(places: Mapping[str, int], sheet: Sheet) -> tuple[int, int]:
    """Order rows that might be the headings."""
    required = sum(sheet.column(name).required for name in places)
    return len(places), required


def _headings(
    row: tuple[object, ...], sheet: Sheet
) -> tuple[dict[str, int], dict[str, int]]:
    places: dict[str, int] = {}
    extra: dict[str, int] = {}
    for place, value in enumerate(row):
        if isinstance(value, str) and heading(value):
            column = column_of(value, sheet.columns)
            if column and column.name not in places:
                places[column.name] = place
            else:
                extra.setdefault(tidy(value), place)
    return places, extra


def missing_columns(
    grid: Grid, sheet: Sheet, desk: Desk, number: int, places: dict[str, int]
) -> None:
    """Report the columns that are needed and have no heading."""
    for column in sheet.columns:
        if column.required and column.name not in places:
            merged = [place for row, place in grid.merged if row == number]
            cell = address(number, min(merged)) if merged else ""
            why = " Part of the row of headings is merged." if merged else ""
            near = alike(column.name, [tidy(v) for v in grid.rows[number]])
            desk.fault(
                grid.title,
                cell,
                near,
                f"the column {column.name} is missing.{why}",
                column.name if near else "",
            )


def odd_headings(
    grid: Grid,
    sheet: Sheet,
    desk: Desk,
    number: int,
    headings: tuple[dict[str, int], dict[str, int]],
) -> None:
    """Report headings that are double, and note those misspelt."""
    places, extra = headings
    free = [c.name for c in sheet.columns if c.name not in places]
    for text, place in extra.items():
        again = column_of(text, sheet.columns)
        if again is not None and again.name in places:
            first = address(number, places[again.name])
            desk.fault(
                grid.title,
                address(number, place),
                text,
                f"this means the same as {first} ({again.name}); keep one.",
            )
        elif near := alike(text, free):
            desk.note(
                f"{grid.title}!{address(number, place)}: the column {text!r} "
                f"is not read; did you mean {near!r}?"
            )
