"""The Cover sheet: how many, when, and with which skills."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rota import words
from rota.domain import Client, Kind, ShiftType
from rota.domain.cover import EACH, EVERY_DAY, CoverLine
from rota.io.cells import CellError, as_whole, fold, is_blank, nearest
from rota.io.reading.day_words import as_days
from rota.io.reading.service import Service
from rota.io.reading.shift_types import known_code, skill_id
from rota.io.table import Desk, Row, Table

NO_COVER = "there is no cover in it; nobody would be needed."
USUAL_SKILLS = ("lead", "driver", "medication", "first aid")


@dataclass(frozen=True, slots=True)
class CoverReader:
    """Reads the Cover sheet against what the other sheets name."""

    service: Service
    codes: Mapping[str, str]
    types: Mapping[str, ShiftType]
    skills: Collection[str]
    desk: Desk
    clients: Sequence[Client] = ()  # who may be at home
    may_be_empty: bool = False

    def lines(self, table: Table) -> tuple[CoverLine, ...]:
        """Read every row; two rows may not say the same thing twice."""
        columns = self._skill_columns(table)
        seen: dict[Any, Row] = {}
        found = []
        for row in table.rows:
            line = self._line(row, columns)
            if line is not None:
                self._compare(row, line, seen)
                found.append(line)
        if not self.may_be_empty:
            self.desk.fault_if_empty(table, NO_COVER)
        return tuple(found)

    def _skill_columns(self, table: Table) -> dict[str, str]:
        """Give the skill of each column that is headed with one."""
        found = {}
        for text in table.extra:
            bare = re.sub(r"^(min(imum)?|no\.?|number of) ", "", fold(text))
            skill = skill_id(re.sub(r" (trained|staff)$", "", bare))
            if skill in self.skills or skill in USUAL_SKILLS:
                found[text] = skill
        return found

    def _line(self, row: Row, columns: Mapping[str, str]) -> CoverLine | None:
        when = self._when(row)
        if when is None:
            return None
        numbers = [row[name] for name in ("Minimum", "Ideal", "Maximum")]
        skills = tuple(self._skills(row, columns))
        if all(number is None for number in numbers) and not skills:
            row.fault("Minimum", "Minimum, or a skill, is needed in this row.")
            return None
        self._check_numbers(row)
        days = row.look_up("Days", as_days)
        return CoverLine(
            unit_id=self._unit(row),
            days=days or EVERY_DAY,
            at_home=self._at_home(row),
            minimum=numbers[0],
            ideal=numbers[1],
            maximum=numbers[2],
            skills=skills,
            **when,
        )

    def _unit(self, row: Row) -> str:
        word = row["Unit"]
        if word is None or fold(word) in ("all", "whole service"):
            return ""
        if fold(word) in (EACH, "each unit", "every unit", "every"):
            return EACH
        return row.look_up("Unit", self.service.unit) or ""

    def _at_home(self, row: Row) -> tuple[int, int | None] | None:
        """Give the least and the most at home for whom a row holds."""
        found: tuple[int, int | None] | None
        found = row.look_up("At home", as_people)
        if found and not self.clients:
            row.fault("At home", "the Clients sheet lists nobody.")
        homeless = sum(not client.unit_id for client in self.clients)
        if found and row["Unit"] is not None and homeless:
            people = words.count(homeless, "person", "people")
            self.desk.note(
                "Cover asks how many are at home in a unit, and Clients says"
                f" no unit of {people}: they count in none."
            )
        return found

    def _when(self, row: Row) -> dict[str, Any] | None:
        """Give the shift, the band or the clock time of a row."""
        band = (row["From"], row["To"])
        given = [
            row["Shift"] is not None,
            any(clock is not None for clock in band),
            row["At"] is not None,
        ]
        if given.count(True) != 1:
            self._say_which(row, any(given))
            return None
        if given[0]:
            return self._shift(row)
        kind = Kind(row["Kind"] or Kind.WAKING)
        if given[2]:
            return {"at": row["At"], "kind": kind}
        if None in band or band[0] == band[1]:
            missing = "From" if band[0] is None else "To"
            row.fault(missing, "a time band needs two times, From and To.")
            return None
        return {"starts": band[0], "ends": band[1], "kind": kind}

    def _shift(self, row: Row) -> dict[str, Any] | None:
        code = row.look_up("Shift", lambda text: known_code(text, self._codes))
        if code is None:
            return None
        return {"code": code, "kind": self.types[code].kind}

    @property
    def _codes(self) -> dict[str, str]:
        return dict(self.codes)

    def _say_which(self, row: Row, more: bool) -> None:
        """Report a row without, or with more than one, time."""
        columns = ("Shift", "From", "To", "At")
        if any(not is_blank(row.raw.get(name)) for name in columns) != more:
            return  # what stands there was itself a fault
        several = "only one of: " if more else ""
        row.fault(
            "Shift", f"expected {several}a shift code, From and To, or At."
        )

    def _check_numbers(self, row: Row) -> None:
        low, best, high = (row[n] for n in ("Minimum", "Ideal", "Maximum"))
        if low is not None and best is not None and best < low:
            row.fault("Ideal", f"the ideal is less than the minimum, {low}.")
        least = max(low or 0, best or 0)
        if high is not None and high < least:
            row.fault("Maximum", f"the maximum is less than {least}.")

    def _skills(
        self, row: Row, columns: Mapping[str, str]
    ) -> Iterator[tuple[str, int]]:
        if row["Skill"] is not None:
            skill = row.look_up("Skill", self._known_skill)
            people = 1 if row["How many"] is None else row["How many"]
            if skill:
                yield skill, people
        elif row["How many"] is not None:
            row.fault(
                "Skill", "How many of them must hold what? Name a skill."
            )
        for text, skill in columns.items():
            number = self._number(row, text)
            if number is not None:
                self._note_nobody(skill)
                yield skill, number

    def _number(self, row: Row, name: str) -> int | None:
        value = row.raw.get(name)
        if is_blank(value):
            return None
        try:
            number = as_whole(value)
        except CellError as error:
            row.fault(name, error.expected)
            return None
        if not 0 <= number <= 100:
            row.fault(name, "expected a number from 0 to 100.")
            return None
        return number

    def _known_skill(self, text: str) -> str:
        skill = skill_id(text)
        if skill not in self.skills and skill not in USUAL_SKILLS:
            near = nearest(text, [*self.skills, *USUAL_SKILLS])
            message = "nobody in Workers or Training has this skill."
            raise CellError(message, near)
        self._note_nobody(skill)
        return skill

    def _note_nobody(self, skill: str) -> None:
        if skill not in self.skills:
            self.desk.note(
                f"Cover asks for {skill}, and nobody is recorded with it."
            )

    @staticmethod
    def _compare(row: Row, line: CoverLine, seen: dict[Any, Row]) -> None:
        """Refuse a second row about the same thing on the same days."""
        about = (line.about, line.days, line.at_home)
        says = [name for name, _ in line.skills]
        if line.minimum is not None or line.ideal is not None:
            says.append("people")
        for what in says:
            first = seen.setdefault((*about, what), row)
            if first is not row:
                row.fault(
                    "Shift",
                    f"row {first.number + 1} already says this of {what} for "
                    "the same days.",
                )


_AT_HOME = re.compile(
    r"(?:(\d{1,3}) ?(?:\+|or more|and more)"
    r"|(?:up to|at most) (\d{1,3})"
    r"|(\d{1,3})(?: ?(?:-|\u2013|to) ?(\d{1,3}))?)"
)
_EXPECTED = "expected so many people, such as 5, 4+, or 0 to 3."


def as_people(value: object) -> tuple[int, int | None]:
    """Read `5`, `4+`, `0-3`: the least and the most; raises CellError."""
    text = fold(value)
    parts = _AT_HOME.fullmatch(text)
    if parts is None:
        raise CellError(_EXPECTED, _turned(text))
    more, most, first, last = parts.groups()
    if more:
        return int(more), None
    if most:
        return 0, int(most)
    least, best = int(first), int(last or first)
    if best < least:
        raise CellError(_EXPECTED, f"{best} to {least}")
    return least, best


def _turned(text: str) -> str:
    """Give what was typed where Excel has made a date of `1-3`."""
    parts = re.fullmatch(r"(\d{2})/(\d{2})/\d{4}", text)
    return f"{int(parts[1])} to {int(parts[2])}" if parts else ""
