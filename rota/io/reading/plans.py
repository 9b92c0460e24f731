"""The Support plans sheet: rows as plan lines."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from rota.calendar import DAY, HOUR
from rota.domain import Client, Driver, PlanLine, Support
from rota.domain.cover import EVERY_DAY, Days
from rota.io.cells import CellError, as_hours, fold, is_blank, nearest
from rota.io.reading import plan_checks
from rota.io.reading.clients import Clients, names
from rota.io.reading.day_words import as_days
from rota.io.reading.shift_types import skill_id
from rota.io.reading.who import People
from rota.io.table import Desk, Row, Table

EARLIEST, LATEST = 7 * HOUR, 22 * HOUR
SHORTEST, LONGEST = HOUR, 4 * HOUR
EVENING, NOON = 18 * HOUR, 12 * HOUR
HOURS = ("Hours a week", "Hours a day")
ONE_OF = "one of Hours a week, Hours a day, or From and To is needed here."
ONLY_ONE = "only one of Hours a week, Hours a day, or From and To."
_TIMING = (*HOURS, "From", "To", "Days", "Earliest", "Latest", "Shortest",
           "Longest")  # fmt: skip
_PEOPLE = {Support.ONE_TO_ONE: 1, Support.TWO_TO_ONE: 2,
           Support.THREE_TO_ONE: 3}  # fmt: skip

Groups = Mapping[str, tuple[str, ...]]  # worker ids by a word, without case


class Planned(NamedTuple):
    """One plan line and the row it stands in."""

    line: PlanLine
    client: Client
    row: Row


@dataclass(frozen=True, slots=True)
class PlanReader:
    """Reads the Support plans against what the other sheets name.

    `by_cover` are minutes (start, end) of the shift types by which nights
    are given, where a row does not say its times.
    """

    clients: Clients
    people: People
    groups: Groups
    skills: Collection[str]
    holidays: Collection[date]
    by_cover: Mapping[Support, tuple[int, int]]
    desk: Desk
    _numbers: dict[str, int] = field(default_factory=dict)

    def planned(self, table: Table) -> list[Planned]:
        """Read every row that says whom it is for, and how much."""
        found = []
        for row in table.rows:
            client = row.look_up("Client", self.clients.find)
            one = client and self._planned(row, client)
            if one:
                found.append(one)
        plan_checks.look_over_trips([(one.line, one.row) for one in found])
        return found

    def _planned(self, row: Row, client: Client) -> Planned | None:
        kind = Support(row["Support"] or Support.ONE_TO_ONE)
        amount = self._amount(row, kind)
        facts = self._facts(row, kind, client)
        blocks = _blocks(row, amount or {})
        if amount is None or any(map(row.is_faulty, _TIMING)):
            return None
        line = PlanLine(
            id=self._id(client, kind),
            client_id=client.id,
            kind=kind,
            **amount,
            **blocks,
            **facts,
            essential=_essential(row, amount),
        )
        plan_checks.look_over(line, client.name, row, self.desk)
        return Planned(line, client, row)

    def _id(self, client: Client, kind: Support) -> str:
        """Give an id that outlives rows of others being moved."""
        same = f"{client.id}/{kind}"
        self._numbers[same] = self._numbers.get(same, 0) + 1
        return f"{same}/{self._numbers[same]}"

    def _facts(
        self, row: Row, kind: Support, client: Client
    ) -> dict[str, Any]:
        """Give what does not depend on how much there is."""
        preferred = tuple(names(row, "Preferred", self.people))
        excluded = tuple(names(row, "Excluded", self.people))
        for worker_id in set(preferred) & set(excluded):
            name = next(
                w.name for w in self.people.workers if w.id == worker_id
            )
            row.fault("Excluded", f"{name} is also under Preferred.")
        for worker in self.people.workers:
            if worker.id in client.key_workers and worker.id in excluded:
                self.desk.note(
                    f"{row.sheet}!{row.cell('Excluded')}: {worker.name} is a"
                    f" key worker of {client.name}, and excluded here."
                )
        out = row["Out"]
        return {
            "people": self._people(row, kind),
            "first": row["From date"],
            "last": self._last(row),
            "skills": tuple(self._skills(row)),
            "driver": driver(row),
            "trip": fold(row["Trip"] or ""),
            "is_out": kind.is_out if out is None else out,
            "in_numbers": bool(row["Counts in cover"]),
            "care_by": self._care_by(row),
            "care_is_must": row["Firm or wish"] != "wish",
            "preferred": preferred,
            "excluded": excluded,
            "funder": row["Funder"] or "",
            "reference": row["Reference"] or "",
            "rate_code": row["Rate code"] or "",
        } | self._days(row)

    def _days(self, row: Row) -> dict[str, Any]:
        """Give the weekdays, or the dates, on which a line may fall."""
        days: Days = row.look_up("Days", as_days) or EVERY_DAY
        if not days.bank_holidays:
            return {"weekdays": days.weekdays, "dates": days.dates}
        dates = tuple(sorted(self.holidays))
        return {"weekdays": (), "dates": dates}

    def _last(self, row: Row) -> date | None:
        first, last = row["From date"], row["To date"]
        if first and last and last < first:
            row.fault(
                "To date", f"this is before From date, {first:%d/%m/%Y}."
            )
        return last  # type: ignore[no-any-return]  # a date column

    def _people(self, row: Row, kind: Support) -> int:
        people: int | None = row["People"]
        if people is None:
            return kind.people
        asked = _PEOPLE.get(kind, people)
        if people != asked:
            noun = "person" if asked == 1 else "people"
            row.fault("People", f"{kind} is given by {asked} {noun}.")
        return people

    def _skills(self, row: Row) -> Iterator[str]:
        for text in row["Skills"] or ():
            skill = skill_id(text)
            if skill not in self.skills:
                near = nearest(text, self.skills)
                expected = f"{text}: nobody in Workers or Training has it."
                row.fault("Skills", expected, near)
            yield skill

    def _care_by(self, row: Row) -> tuple[str, ...] | None:
        """Give who may give personal care: by name, or by group."""
        if row["Personal care by"] is None:
            return None
        found: dict[str, None] = {}
        for text in row["Personal care by"]:
            found |= dict.fromkeys(self._carers(row, text))
        return tuple(found)

    def _carers(self, row: Row, text: str) -> tuple[str, ...]:
        if fold(text) in ("anybody", "anyone", "all"):
            return tuple(worker.id for worker in self.people.workers)
        group = self.groups.get(group_word(text))
        if group is not None:
            return group
        try:
            return (self.people.find(text),)
        except CellError as error:
            near = nearest(text, self.groups) or error.nearest
            row.fault(
                "Personal care by",
                f"{text}: no name, and no Personal care group, in Workers.",
                near,
            )
            return ()

    def _amount(self, row: Row, kind: Support) -> dict[str, Any] | None:
        """Give hours a week, hours a day, or fixed times; one of them."""
        given = [name for name in HOURS if row[name] is not None]
        times = [name for name in ("From", "To") if row[name] is not None]
        seen = [*HOURS, "From", "To"]
        if any(row.is_faulty(name) for name in seen):
            return None
        if len(given) + bool(times) > 1:
            row.fault([*given, *times][1], ONLY_ONE)
            return None
        if len(times) == 1:
            missing = "To" if times == ["From"] else "From"
            row.fault(missing, "a fixed time needs both From and To.")
            return None
        if times:
            return self._fixed(row)
        if given:
            name = "week_minutes" if given[0] == HOURS[0] else "day_minutes"
            return {name: row[given[0]]}
        if kind in self.by_cover:
            starts, ends = self.by_cover[kind]
            return {"starts": starts, "ends": ends}
        row.fault(HOURS[0], ONE_OF)
        return None

    def _fixed(self, row: Row) -> dict[str, Any] | None:
        starts, ends = row["From"], row["To"]
        if starts == ends:
            row.fault("To", "it ends when it starts.")
            return None
        return {"starts": starts, "ends": ends}


def driver(row: Row) -> Driver:
    """Give what the Driver column asks for."""
    return Driver(fold(row["Driver"] or Driver.NONE))


def group_word(text: str) -> str:
    """Give a group's word for comparing: women, woman, F are one."""
    plain = fold(text).strip(".")
    for meant, words in _GROUPS.items():
        if plain in words:
            return meant
    return plain


_GROUPS = {
    "women": {"women", "woman", "female", "females", "f", "women only"},
    "men": {"men", "man", "male", "males", "m", "men only"},
}


def care_groups(table: Table, people: People) -> Groups:
    """Give the workers of each Personal care group."""
    from rota.io.reading.workers import full_name

    known = {worker.id for worker in people.workers}
    found: dict[str, dict[str, None]] = {}
    for row in table.named:
        worker_id = row["Payroll"] or full_name(row)
        for text in row["Personal care group"] or ():
            if worker_id in known:
                found.setdefault(group_word(text), {})[worker_id] = None
    return {word: tuple(ids) for word, ids in found.items()}


# -- how long, and how much of it -------------------------------------------


def _blocks(row: Row, amount: Mapping[str, Any]) -> dict[str, int]:
    """Give the window of a day, and the shortest and longest session."""
    earliest = EARLIEST if row["Earliest"] is None else row["Earliest"]
    latest = _latest(row, earliest)
    window = max(15, latest - earliest)
    every = amount.get("week_minutes") or amount.get("day_minutes") or window
    shortest = row["Shortest"] or min(SHORTEST, every, window)
    longest = row["Longest"] or max(shortest, min(LONGEST, window))
    return {
        "earliest": earliest,
        "latest": latest,
        "shortest": max(15, shortest),
        "longest": max(15, longest),
    }


def _latest(row: Row, earliest: int) -> int:
    """Give the latest end; from an evening on it may be the next day."""
    latest: int | None = row["Latest"]
    if latest is None:
        return LATEST if earliest < LATEST else earliest + 2 * HOUR
    if latest > earliest:
        return latest
    if latest == 0 or (earliest >= EVENING and latest <= NOON):
        return latest + DAY
    row.fault("Latest", "this is not after Earliest.")
    return DAY + NOON


def _essential(row: Row, amount: Mapping[str, Any]) -> int:
    """Give the essential share of a hundred; hours are turned into one."""
    value = row.raw.get("Essential")
    if is_blank(value) or row["Essential"] is None:
        return 100
    try:
        return _share(value, _minutes(amount))
    except CellError as error:
        row.fault("Essential", error.expected, error.nearest)
        return 100


def _minutes(amount: Mapping[str, Any]) -> int:
    """Give the minutes of a week, or of a day."""
    if "starts" in amount:
        return int((amount["ends"] - amount["starts"]) % DAY)
    return int(amount.get("week_minutes") or amount.get("day_minutes") or 0)


def _share(value: object, whole: int) -> int:
    """Read `80 %`, Excel's 0.8 for it, or hours of the whole."""
    text = fold(value)
    percent = re.fullmatch(r"(\d+(?:\.\d+)?) ?%", text)
    if percent:
        share = float(percent[1])
    elif isinstance(value, float) and 0 <= value <= 1:
        share = value * 100
    else:
        minutes = as_hours(value)
        if not 0 <= minutes <= whole:
            raise CellError(f"this line has {whole / HOUR:g} hours.")
        return -(-100 * minutes // whole) if whole else 100
    if not 0 <= share <= 100:
        raise CellError("a share is from 0 % to 100 %.")
    return round(share)
