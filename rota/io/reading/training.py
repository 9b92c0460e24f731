"""The Training sheet: a list, or the usual matrix with dates inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from rota.domain import Qualification, Worker
from rota.io.cells import YES, CellError, as_date, fold, heading, is_blank
from rota.io.reading.shift_types import skill_id
from rota.io.reading.who import People
from rota.io.table import Desk, Row, Table

_ABOUT_PEOPLE = frozenset(
    [
        "role",
        "surname",
        "unit",
        "payroll",
        "notes",
        "comments",
        "start",
        "date",
        "manager",
        "hours",
        "first",
        "name",
    ]
) | {"start date", "job title", "first name", "payroll number"}
_NOT_HELD = frozenset(["n", "no", "-", "n/a", "na", "due", "booked", "none"])


@dataclass(slots=True)
class Trained:
    """Who is said to hold what, row by row; and every skill that is named."""

    held: list[tuple[Row, Qualification]] = field(default_factory=list)
    rows: tuple[Row, ...] = ()
    skills: set[str] = field(default_factory=set)

    def add(self, row: Row, held: Qualification) -> None:
        """Put down that the person of a row holds a skill."""
        self.held.append((row, held))
        self.skills.add(held.skill)


def read_training(table: Table, desk: Desk) -> Trained:
    """Read the sheet as a list where it has a Skill column, else a matrix."""
    trained = Trained(rows=table.rows)
    if any("Skill" in row.places for row in table.rows):
        _read_list(table, trained)
    else:
        _read_matrix(table, trained, desk)
    return trained


def with_training(
    workers: Iterable[Worker], trained: Trained, people: People
) -> tuple[Worker, ...]:
    """Give the workers what the Training sheet says; its dates go first."""
    found: dict[str, list[Qualification]] = {}
    for row in trained.rows:
        row.look_up("Name", people.find)
    for row, held in trained.held:
        if people.is_known(row["Name"]):
            found.setdefault(people.find(row["Name"]), []).append(held)
    return tuple(
        _qualified(worker, found[worker.id]) if worker.id in found else worker
        for worker in workers
    )


def _qualified(worker: Worker, trained: list[Qualification]) -> Worker:
    dated = {held.skill for held in trained}
    plain = [q for q in worker.qualifications if q.skill not in dated]
    return worker.replace(qualifications=(*trained, *plain))


def _read_list(table: Table, trained: Trained) -> None:
    for row in table.rows:
        if row["Skill"] is None:
            row.fault("Skill", "which skill is it? Skill is needed here.")
            continue
        first, last = row["From"], row["Expires"]
        if first and last and last < first:
            row.fault("Expires", "it runs out before it begins.")
        held = Qualification(
            skill=skill_id(row["Skill"]), valid_from=first, expires=last
        )
        trained.add(row, held)


def _read_matrix(table: Table, trained: Trained, desk: Desk) -> None:
    skills = {
        text: skill_id(text)
        for text in table.extra
        if heading(text) not in _ABOUT_PEOPLE
    }
    if not skills and table.rows:
        expected = "expected a Skill column, or a column for each skill."
        desk.fault(table.title, "", "", expected)
    trained.skills |= set(skills.values())
    for row in table.rows:
        for held in _held(row, skills):
            trained.add(row, held)


def _held(row: Row, skills: dict[str, str]) -> Iterator[Qualification]:
    """Give what a row of the matrix says the person holds."""
    for text, skill in skills.items():
        value = row.raw.get(text)
        if is_blank(value) or fold(value) in _NOT_HELD:
            continue
        try:
            expires = _expiry(value)
        except CellError as error:
            row.fault(text, error.expected, error.nearest)
        else:
            yield Qualification(skill=skill, expires=expires)


def _expiry(value: object) -> date | None:
    """Read an expiry date; Yes is a skill that does not run out."""
    if fold(value) in YES:
        return None
    try:
        return as_date(value)
    except CellError as error:
        message = "the date on which it runs out, or Yes, is expected here."
        raise CellError(message, error.nearest) from error
