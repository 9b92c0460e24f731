"""Leave, Requests and Pairs: who is away, who asks, who goes with whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rota.calendar import DAY, days_between
from rota.domain import Absence, AbsenceKind, Pair, PairKind, Request, Wish
from rota.io.cells import CellError, fold, tidy
from rota.io.reading.cell_codes import OFF_WORDS, CodeReader
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.table import Row, Table

_LONGEST = 400
_NOT = "not "
_OFF = ("", False)


def read_leave(table: Table, people: People) -> Iterator[Absence]:
    """Read the Leave sheet."""
    for row in table.rows:
        worker_id = row.look_up("Name", people.find)
        days = _first_to_last(row, 2 * _LONGEST)
        if worker_id is None or days is None:
            continue
        starts, ends = row["From time"], row["To time"]
        yield Absence(
            worker_id=worker_id,
            first=days[0],
            last=days[1],
            kind=AbsenceKind(row["Kind"] or AbsenceKind.LEAVE),
            starts=starts,
            ends=_end(starts, ends),
            credit=row["Hours credit"],
        )


def _end(starts: int | None, ends: int | None) -> int | None:
    """Give the end of a part day; past midnight it is on the next day."""
    over = starts is not None and ends is not None and ends <= starts
    return ends + DAY if over and ends is not None else ends


def _first_to_last(row: Row, most: int) -> tuple[date, date] | None:
    first: date = row["First"]
    last: date = row["Last"] or first
    if last < first:
        row.fault("Last", f"this is before the first day, {tidy(first)}.")
        return None
    if (last - first).days > most:
        row.fault("Last", "this is years after the first day.")
        return None
    return first, last


def read_requests(
    table: Table, people: People, codes: CodeReader, service: Service
) -> Iterator[Request]:
    """Read the Requests sheet: one request for each date of the rota."""
    for row in table.rows:
        worker_id = row.look_up("Name", people.find)
        wants = row.look_up("Wants", lambda text: _wanted(text, codes))
        days = _first_to_last(row, _LONGEST)
        if worker_id is None or days is None:
            continue
        for day in days_between(*days):
            if service.start <= day <= service.end:
                yield Request(
                    worker_id=worker_id,
                    date=day,
                    code=(wants or _OFF)[0],
                    avoid=(wants or _OFF)[1],
                    wish=Wish(row["Priority"] or Wish.NORMAL),
                )


def _wanted(text: str, codes: CodeReader) -> tuple[str, bool]:
    """Give the code that is asked for, or asked not to have; empty is off."""
    if fold(text) in OFF_WORDS and fold(text) not in codes.types:
        return _OFF
    avoid = fold(text).startswith(_NOT) and fold(text) not in codes.types
    said = codes.read(text[len(_NOT) :] if avoid else text)
    if said.is_off or said.absence is not None:
        return _OFF
    if len(said.pieces) != 1 or said.pieces[0].times is not None:
        raise CellError("OFF, a shift code, or not and a code, is expected.")
    return said.pieces[0].code, avoid


def read_pairs(table: Table, people: People) -> Iterator[Pair]:
    """Read the Pairs sheet."""
    for row in table.rows:
        one = row.look_up("Name", people.find)
        other = row.look_up("Other", people.find)
        if one is not None and one == other:
            row.fault("Other", "this is the same person.")
        elif one is not None and other is not None:
            kind = PairKind(row["Kind"] or PairKind.NEVER_TOGETHER)
            yield Pair(worker_id=one, other_id=other, kind=kind)
