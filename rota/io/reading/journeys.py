"""The Vehicles and Travel sheets: what one goes in, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from rota.calendar import days_between
from rota.domain import Client, Travel, Vehicle
from rota.io.cells import fold, nearest
from rota.io.reading.service import Service
from rota.io.table import Desk, Row, Table

LONGEST = timedelta(days=731)


def read_vehicles(table: Table, service: Service) -> tuple[Vehicle, ...]:
    """Read the vehicles; a further row with a name is a further time off."""
    titles: dict[str, str] = {}
    off: dict[str, list[Row]] = {}
    for row in table.rows:
        name = fold(row["Vehicle"])
        titles.setdefault(name, row["Vehicle"])
        off.setdefault(name, []).append(row)
    first, last = service.start, service.end + timedelta(days=1)
    return tuple(
        Vehicle(
            id=title,
            name=title,
            off=tuple(
                day
                for row in off[name]
                for day in _off(row)
                if first <= day <= last
            ),
        )
        for name, title in titles.items()
    )


def _off(row: Row) -> Iterable[date]:
    first, last = row["Off from"], row["Off to"] or row["Off from"]
    if first is None:
        if last is not None:
            row.fault("Off from", "Off to needs Off from beside it.")
        return []
    if last < first:
        row.fault("Off to", f"this is before Off from, {first:%d/%m/%Y}.")
        return []
    if last - first > LONGEST:
        row.fault("Off to", "more than two years; take it off the list.")
        return []
    return days_between(first, last)


def read_travel(
    table: Table, service: Service, clients: Iterable[Client], desk: Desk
) -> tuple[Travel, ...]:
    """Read the ways between places that the other sheets name."""
    places = _places(service, clients)
    seen: dict[frozenset[str], Row] = {}
    return tuple(_ways(table, places, seen, desk))


def _ways(
    table: Table,
    places: Mapping[str, str],
    seen: dict[frozenset[str], Row],
    desk: Desk,
) -> Iterator[Travel]:
    for row in table.rows:
        ends = [_place(row, name, places, desk) for name in ("From", "To")]
        way = frozenset(ends)
        first = seen.setdefault(way, row)
        if first is not row and "" not in ends:
            row.fault("From", f"row {first.number + 1} already says this way.")
        elif "" not in ends:
            yield Travel(
                unit_id=ends[0],
                other_id=ends[1],
                minutes=row["Minutes by car"],
                on_foot=row["Minutes on foot"],
            )


def _places(service: Service, clients: Iterable[Client]) -> dict[str, str]:
    """Give the places that there are, as other sheets spell them."""
    names = [client.place for client in clients]
    return {fold(name): name for name in (*service.units, *names) if name}


def _place(row: Row, name: str, places: Mapping[str, str], desk: Desk) -> str:
    """Give a place; one where nobody lives is left out, and that is said."""
    text: str = row[name]
    found = places.get(fold(text), "")
    near = "" if found else nearest(text, places.values(), 0.8)
    if near:
        expected = "no unit and no place in Clients is called so."
        row.fault(name, expected, near)
    elif not found:
        desk.note(
            f"{row.sheet}!{row.cell(name)}: {text} is no unit and no place in"
            " Clients; the row is left out."
        )
    return found
