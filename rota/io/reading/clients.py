"""The Clients sheet: who is supported, and finding whom a cell means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rota.domain import Client, PlanLine, Support
from rota.io.cells import CellError, fold, nearest
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.table import Desk, Row, Table

SURE = 0.8  # a name this like another one is a slip of the hand


class Clients:
    """The people supported, to be found by what a manager types for them."""

    def __init__(self, clients: Iterable[Client]) -> None:
        self.all = tuple(clients)
        self._known = {fold(client.name): client for client in self.all}
        self._known |= {fold(client.id): client for client in self.all}
        named: dict[str, list[Client]] = {}
        for client in self.all:
            named.setdefault(fold(client.name), []).append(client)
        self._twice = {name for name, held in named.items() if len(held) > 1}

    @property
    def by_id(self) -> dict[str, Client]:
        """Everybody, by number or name."""
        return {client.id: client for client in self.all}

    def find(self, text: str) -> Client:
        """Give the client that is meant; raises CellError."""
        word = fold(text)
        if word in self._twice and word not in map(fold, self._ids):
            message = "more than one client has this name; type the number."
            raise CellError(message)
        found = self._known.get(word)
        if found is None:
            names = [client.name for client in self.all]
            raise CellError(
                "nobody in the Clients sheet has this name.",
                nearest(text, names),
            )
        return found

    @property
    def _ids(self) -> list[str]:
        return [client.id for client in self.all]


@dataclass(frozen=True, slots=True)
class ClientReader:
    """Reads the Clients sheet against the service and its workers."""

    service: Service
    people: People
    desk: Desk

    def clients(self, table: Table) -> Clients:
        """Read every row; names, or numbers, are unique."""
        seen: dict[str, Row] = {}
        found = []
        for row in table.named:
            client_id = row["Number"] or row["Name"]
            if _is_alone(row, client_id, seen):
                seen[fold(client_id)] = row
                found.append(self._client(row, client_id))
        return Clients(found)

    def _client(self, row: Row, client_id: str) -> Client:
        units = self.service.units
        only = units[0] if len(units) == 1 else ""
        return Client(
            id=client_id,
            name=row["Name"],
            unit_id=row.look_up("Unit", self.service.unit) or only,
            place=row["Place"] or "",
            key_workers=tuple(names(row, "Key workers", self.people)),
            known_by=tuple(self._known_by(row)),
            faces=row["Most faces"],
        )

    def _known_by(self, row: Row) -> Iterator[str]:
        """Give those who know somebody; some may have left meanwhile."""
        gone = []
        for text in row["Known by"] or ():
            try:
                yield self.people.find(text)
            except CellError as error:
                if error.nearest and _is_slip(text, error.nearest):
                    said = f"{text}: {error.expected}"
                    row.fault("Known by", said, error.nearest)
                else:
                    gone.append(text)
        if gone:
            self.desk.note(
                f"{row.sheet}!{row.cell('Known by')}: {', '.join(gone)} not in"
                " the Workers sheet, and left out."
            )


def ask_for_units(
    table: Table, clients: Clients, lines: Iterable[PlanLine], service: Service
) -> None:
    """Ask in which unit somebody lives who has support within shifts.

    Whoever is with them is missing from the cover of that unit meanwhile, and
    without it would be missed nowhere.
    """
    units = [unit for unit in service.units if unit]
    on_shifts = {x.client_id for x in lines if x.kind is not Support.VISIT}
    for row in table.named if len(units) > 1 else ():
        client = clients.by_id.get(row["Number"] or row["Name"])
        if not client or client.unit_id or client.id not in on_shifts:
            continue
        if not row.is_faulty("Unit"):
            row.fault(
                "Unit",
                f"in which unit is {client.name} supported,"
                f" {', '.join(units[:-1])} or {units[-1]}? Whoever is with"
                " them is missing from its cover.",
            )


def _is_slip(text: str, near: str) -> bool:
    return nearest(text, [near], SURE) != ""


def _is_alone(row: Row, client_id: str, seen: Mapping[str, Row]) -> bool:
    first = seen.get(fold(client_id))
    if first is not None:
        which = "Number" if row["Number"] else "Name"
        row.fault(
            which,
            f"row {first.number + 1} has the same; two with one name each need"
            " a number.",
        )
    return first is None


def names(row: Row, column: str, people: People) -> Iterator[str]:
    """Give the workers that a list of names means; others are faults.

    `Silva, Ana` is one name, where the Workers sheet says so.
    """
    texts = list(row[column] or ())
    while texts:
        text = texts.pop(0)
        both = f"{text}, {texts[0]}" if texts else ""
        if both and not people.is_known(text) and people.is_known(both):
            text = both
            del texts[0]
        try:
            yield people.find(text)
        except CellError as error:
            row.fault(column, f"{text}: {error.expected}", error.nearest)
