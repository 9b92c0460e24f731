"""All sheets of a workbook together: the problem that they put."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rota import words
from rota.calendar import days_between
from rota.domain import (
    Absence,
    Demand,
    PatternDay,
    Problem,
    Rule,
    Shift,
)
from rota.domain.cover import CoverLine, expand, lets_count, shifts_of
from rota.errors import ProblemError, WorkbookError
from rota.io.memory import CHANGED
from rota.io.reading.availability import AvailabilityReader
from rota.io.reading.cover import NO_COVER
from rota.io.reading.patterns import PatternReader
from rota.io.reading.rules import read_rules
from rota.io.reading.sheets import Sheets
from rota.io.reading.standing import Standing, assignments
from rota.io.reading.wishes import read_leave, read_pairs, read_requests
from rota.io.reading.workers import worker_notes
from rota.io.schema import SHEETS
from rota.io.table import Table
from rota.roster import Roster
from rota.unknown import unknown

if TYPE_CHECKING:
    from datetime import date

KIND_IDS = {"children's home": "childrens-home"}  # others: a hyphen


class Reader(Sheets):
    """Makes one problem of all that the sheets of a book say."""

    def problem(self) -> tuple[Problem, Roster]:
        """Give the problem and the rota that stands in the workbook.

        Raises
        ------
        WorkbookError
            Something in the workbook is wrong; all of it is said.
        """
        self._stop_if_nothing_can_follow()
        said = self._said()
        lines = self._lines()
        lines = (*lines, *self.supported.cover(lines))
        self.options  # noqa: B018 (its faults are said with the others)
        self.pay  # noqa: B018 (likewise)
        self._say_defaults()
        self._stop_if_faulty()
        try:
            problem = Problem(**said, **self._derived(lines))
        except ProblemError as error:
            for sentence in error.faults:
                self.desk.fault(self.book.path.name, "", "", sentence)
            raise WorkbookError(self.desk.faults) from error
        for note in unknown(problem):
            self.desk.note(note)
        pairs = (*self.taker.standing.pairs, *self.supported.sessions.pairs)
        return problem, Roster(problem, pairs)

    def _stop_if_faulty(self) -> None:
        if self.desk.faults:
            raise WorkbookError(self.desk.faults)

    def _stop_if_nothing_can_follow(self) -> None:
        """Stop where codes or names cannot be read: all else names them."""
        if not all((self.shift_types, self.people.workers)):
            if not self._has_plans:
                self.desk.fault_if_empty(self._table("Cover"), NO_COVER)
            self._stop_if_faulty()

    # -- the problem --------------------------------------------------------

    def _said(self) -> dict[str, Any]:
        """Read every sheet; the fields of the problem that they give."""
        service, people = self.service, self.people
        availability = AvailabilityReader(service, people, self.shift_types)
        offers = self._table("Availability")
        patterns = self._patterns()
        windows = availability.windows(offers)
        standing = self._standing(availability, offers)
        leave = tuple(read_leave(self._table("Leave"), people))
        return self._of_service() | {
            "absences": _once(leave, standing.absences),
            "availability": (*windows, *dict.fromkeys(standing.barred)),
            "requests": tuple(
                read_requests(
                    self._table("Requests"), people, self.code_reader, service
                )
            ),
            "patterns": patterns,
            "pairs": tuple(read_pairs(self._table("Pairs"), people)),
            "rules": self._rules(),
            "changed": self._changed(),
            "past": assignments(standing.past),
            "pinned": assignments(
                (*standing.pinned, *self.supported.sessions.pinned)
            ),
            "kept": tuple(standing.kept),
            "known_from": self._known_from(),
            "week_totals": tuple(self.past.totals),
            "ledger": tuple(self.past.ledger),
        }

    def _of_service(self) -> dict[str, Any]:
        """Give the fields that do not depend on other sheets."""
        service = self.service
        return {
            "name": service.name,
            "nation": service.nation,
            "profile": service.profile,
            "published_on": service.published,
            "start": service.start,
            "end": service.end,
            "units": service.units,
            "shift_types": self.shift_types,
            "workers": self.people.workers,
            "diary": self.diary,
            "spell_gap": service.spell_gap,
            "night_period": service.night_period,
            "holiday_basis": service.basis,
            "holiday_attribution": service.attribution,
            "holiday_opens": service.holiday_opens,
            "extra_holidays": self.holidays.added,
            "not_holidays": self.holidays.removed,
            **self.supported.fields,
        }

    def _derived(self, lines: tuple[CoverLine, ...]) -> dict[str, Any]:
        """Give the shifts and demands that follow from what was read."""
        standing = self.taker.standing
        return {
            "shifts": self._shifts(standing),
            "demands": self._demands(lines, standing),
        }

    def _patterns(self) -> tuple[PatternDay, ...]:
        reader = PatternReader(
            self.people, self.code_reader, self.taker, self.holidays
        )
        return reader.days(self._table("Patterns"))

    def _standing(
        self, availability: AvailabilityReader, offers: Table
    ) -> Standing:
        """Take the cells of every sheet that holds duties."""
        self.taker.take_all(self.past.cells)
        self.taker.take_all(availability.bookings(offers))
        grid = self._grid("Rota")
        if grid.rows:
            self.taker.take_all(self._grid_reader(grid).cells())
        return self.taker.standing

    def _shifts(self, standing: Standing) -> tuple[Shift, ...]:
        """Give the shifts that can be worked, and those that were typed."""
        every = shifts_of(self.shift_types, self.dates, self.service.units)
        by_id = {shift.id: shift for shift in every} | standing.shifts
        return tuple(by_id.values())

    def _demands(
        self, lines: tuple[CoverLine, ...], standing: Standing
    ) -> tuple[Demand, ...]:
        demands = expand(
            lines,
            self.shift_types,
            self.dates,
            self.holidays.of(self.service),
            self.service.units,
            self.supported.at_home,
        )
        return lets_count(demands, standing.own.values())

    def _changed(self) -> tuple[tuple[str, date], ...]:
        """Give the days that earlier runs changed at short notice."""
        known = {worker.id for worker in self.people.workers}
        return tuple(
            (worker_id, day)
            for sheet, worker_id, day in self.book.memory
            if sheet == CHANGED and worker_id in known
        )

    def _rules(self) -> tuple[Rule, ...]:
        from rota.rules import defaults

        kind = self.service.kind
        known = KIND_IDS.get(kind, kind.replace(" ", "-"))
        book = defaults(known, self.service.profile)
        table = self._table("Rules")
        return read_rules(table, book, self.people, self.service.start)

    def _known_from(self) -> date | None:
        """Give the date from which the past is known: as typed, or seen."""
        typed = self.service.known_from
        seen = min(self.past.dates, default=None)
        if typed is None and seen is not None and seen < self.service.start:
            self.desk.note(
                f"The History is taken to be complete from {words.day(seen)} "
                f"{seen.year} on."
            )
            return seen
        return typed

    def _say_defaults(self) -> None:
        """Note what follows from blank cells and from empty sheets."""
        for note in worker_notes(self.people.workers, self.service):
            self.desk.note(note)
        year = self.service.leave_year
        if year and (warning := year.warning()):
            self.desk.note(warning)
        past, standing = self.past, self.taker.standing
        if past.cells or past.totals or past.ledger:
            self.filled.add("History")
        if standing.pairs or standing.kept:
            self.filled.add("Rota")
        empty = [
            f"{sheet.name} ({sheet.without})"
            for sheet in SHEETS
            if sheet.without and sheet.name not in self.filled
        ]
        if empty:
            self.desk.note(f"Nothing is said in {words.listed(empty)}.")


def _once(
    leave: tuple[Absence, ...], typed: list[Absence]
) -> tuple[Absence, ...]:
    """Give absence of both sheets; a day in both is counted once."""
    away = {
        (absence.worker_id, day)
        for absence in leave
        if absence.is_whole_days
        for day in days_between(absence.first, absence.last)
    }
    fresh = [one for one in typed if (one.worker_id, one.first) not in away]
    return (*leave, *dict.fromkeys(fresh))
