"""The Bank holidays sheet: days added and taken off; school terms."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from rota.calendar import bank_holidays, days_between
from rota.io.reading.service import Service
from rota.io.table import Row, Table

_LONGEST_TERM = 400


@dataclass(frozen=True, slots=True)
class Holidays:
    """What the sheet changes about the bank holidays, and the terms."""

    added: tuple[tuple[date, str], ...] = ()
    removed: tuple[date, ...] = ()
    term: frozenset[date] = frozenset()
    school_holiday: frozenset[date] = frozenset()

    @property
    def says_terms(self) -> bool:
        """Tell whether term time is known."""
        return bool(self.term or self.school_holiday)

    def is_term(self, day: date) -> bool:
        """Tell whether a date is in term; what is not said is the other."""
        if self.term:
            return day in self.term
        return day not in self.school_holiday

    def of(self, service: Service) -> frozenset[date]:
        """Give the bank holidays in the rota."""
        known = bank_holidays(
            service.nation, service.start, service.end, service.basis
        )
        days: Collection[date] = {*known, *dict(self.added)}
        return frozenset(days) - set(self.removed)


def read_holidays(table: Table) -> Holidays:
    """Read the sheet."""
    added: dict[date, str] = {}
    removed: list[date] = []
    term: set[date] = set()
    school: set[date] = set()
    for row in table.rows:
        days = list(_days(row))
        what = row["What"] or "add"
        if what == "add":
            added |= dict.fromkeys(days, row["Name"] or "Bank holiday")
        elif what == "remove":
            removed += days
        else:
            (term if what == "term" else school).update(days)
    return Holidays(
        tuple(sorted(added.items())),
        tuple(removed),
        frozenset(term),
        frozenset(school),
    )


def _days(row: Row) -> Iterator[date]:
    first, last = row["Date"], row["To"] or row["Date"]
    if not 0 <= (last - first).days <= _LONGEST_TERM:
        row.fault("To", "the last day must follow the first, within a year.")
        return
    yield from days_between(first, last)
