"""The Diary sheet: meetings, training days, supervision, office time."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rota import words
from rota.calendar import clock_fault, span
from rota.domain import DiaryEntry, Kind, Worker
from rota.io.cells import CellError, fold, nearest
from rota.io.reading.cell_codes import (
    AWAY_WORDS,
    BARRED_WORDS,
    OFF_WORDS,
    TRAINING_WORDS,
)
from rota.io.reading.service import Service
from rota.io.reading.who import People
from rota.io.table import Row, Table

_EVERYONE = frozenset(["everyone", "everybody", "all", "all staff", "team"])
_TAKEN = OFF_WORDS | BARRED_WORDS | TRAINING_WORDS | AWAY_WORDS.keys()


@dataclass(frozen=True, slots=True)
class DiaryReader:
    """Reads the Diary sheet."""

    service: Service
    people: People
    shift_codes: Collection[str]

    def entries(self, table: Table) -> tuple[DiaryEntry, ...]:
        """Give the entries of the rota's dates."""
        found: dict[str, DiaryEntry] = {}
        for row in table.rows:
            entry = self._entry(row)
            if entry is not None and entry.id in found:
                row.fault("Title", "this stands twice in the Diary.")
            elif entry is not None:
                found[entry.id] = entry
        return tuple(found.values())

    def _entry(self, row: Row) -> DiaryEntry | None:
        day, start, end = row["Date"], row["Start"], row["End"]
        if not self._times_are_right(row):
            return None
        begins, ends = span(day, start, end)
        title, paid = row["Title"], row["Paid hours"]
        counts = bool(row["Counts in cover"])
        unit = row.look_up("Unit", self.service.unit) or self._only_unit()
        invited = tuple(self._invited(row))
        if not self.service.start <= day <= self.service.end:
            return None
        return DiaryEntry(
            id=":".join(("diary", day.isoformat(), title, str(begins), unit)),
            code=row["Code"] or self._code(title),
            name=title,
            date=day,
            begins=begins,
            ends=ends,
            kind=Kind.WAKING if counts else Kind.TRAINING,
            unit_id=unit,
            work=ends - begins,
            wage=ends - begins,
            contract=ends - begins if paid is None else paid,
            invited=invited,
            share=round(100 if row["Share"] is None else _share(row["Share"])),
        )

    def _only_unit(self) -> str:
        return self.service.units[0] if len(self.service.units) == 1 else ""

    def _times_are_right(self, row: Row) -> bool:
        day, start, end = row["Date"], row["Start"], row["End"]
        if start == end:
            row.fault("End", "it ends when it starts.")
        for name, clock in (("Start", start), ("End", end)):
            reason = clock_fault(day, clock)
            if reason and reason.startswith("does not"):
                row.fault(name, f"on {words.day(day)} this time {reason}.")
        return bool(start != end)

    def _invited(self, row: Row) -> Iterator[str]:
        """Give the ids of those who are to come, in the order of Workers."""
        called: set[str] = set()
        for text in row["Who"] or ("everyone",):
            try:
                called |= set(self._called(text))
            except CellError as error:
                row.fault("Who", error.expected, error.nearest)
        return (w.id for w in self._employed(row) if w.id in called)

    def _employed(self, row: Row) -> list[Worker]:
        day = row["Date"]
        return [w for w in self.people.workers if w.employed_on(day)]

    def _called(self, text: str) -> Sequence[str]:
        """Give the ids that one word stands for; raises CellError."""
        everyone = self.people.workers
        word = fold(text)
        if word in _EVERYONE:
            return [w.id for w in everyone if w.weekly_minutes > 0]
        by_role = [w.id for w in everyone if _is_role(word, w.role)]
        by_unit = [
            w.id for w in everyone if word in {fold(unit) for unit in w.units}
        ]
        if by_role or by_unit:
            return by_role or by_unit
        if self.people.is_known(text):
            return [self.people.find(text)]
        roles = dict.fromkeys(w.role for w in everyone)
        names = [*(w.name for w in everyone), *roles, *self.service.units]
        raise CellError(
            f"{text!r} is no name, role or unit; or type everyone.",
            nearest(text, names),
        )

    def _code(self, title: str) -> str:
        """Give the first letters of the title, unless they mean something."""
        letters = re.findall(r"[A-Za-z0-9]+", title) or ["M"]
        many = len(letters) > 1
        code = "".join(w[0] for w in letters) if many else letters[0][:3]
        plain = code.upper()[:4]
        taken = {fold(known) for known in self.shift_codes} | _TAKEN
        return f"{plain}1" if fold(plain) in taken else plain


def _is_role(word: str, role: str) -> bool:
    """Tell a role, in the singular or the plural."""
    return bool(role) and word in (fold(role), f"{fold(role)}s")


def _share(number: float) -> float:
    """Read 0.8, which Excel shows as 80 %, as 80."""
    return number * 100 if 0 < number <= 1 else number
