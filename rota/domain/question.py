"""The facts that a rota is made from, and how they are looked up."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any

from pydantic import Field, SerializeAsAny

from rota.calendar import (
    NIGHT,
    Attribution,
    Basis,
    Nation,
    NightPeriod,
    bank_holidays,
    days_between,
    holiday_spans,
    instant,
    monday,
)
from rota.domain.base import Noun
from rota.domain.duties import Demand, DiaryEntry, Duty, Shift, ShiftType
from rota.domain.people import (
    Absence,
    Availability,
    Carried,
    Pair,
    PatternDay,
    Request,
    WeekTotal,
    Worker,
)
from rota.domain.rule import Rule
from rota.domain.support import (
    Client,
    ClientAway,
    PlanLine,
    Session,
    Vehicle,
)


class Profile(StrEnum):
    """How the Working Time Regulations apply to the service.

    Where care needs continuity of service (reg 21, residential care), the
    average is over 26 weeks and the night average is disapplied; rest that is
    missed is owed as compensatory rest (reg 24).
    """

    STANDARD = "standard"
    CONTINUITY = "continuity of care"


class Assignment(Noun):
    """One worker given one duty."""

    worker_id: str
    duty_id: str


class Travel(Noun):
    """Minutes it takes to go from one unit or place to another, either way.

    From a place to itself it is the way between two homes there. `on_foot`
    is for those without a car, None if it is the same for them.
    """

    unit_id: str
    other_id: str
    minutes: int
    on_foot: int | None = None


class Question(Noun):
    """The facts of a rota: what was asked, and how to look it up.

    `start` and `end` are the first and last local date of the horizon. `past`
    are assignments nobody may change: duties before the start, after the end
    or elsewhere. `pinned` are assignments that must stay; `kept` are days,
    as (worker id, date), that hold exactly their pins. `near` is a rota to
    stay near, None for none. `known_from` is the date from which every duty
    before the start is known; None: nothing before the start is known.
    `published_on` is when people are told the rota, None where nobody says.
    `changed` are days, as (worker id, date), changed at short notice since.
    `spell_gap` is the longest break, in minutes, inside one spell of work.
    `sessions` are what `rota.domain.cutting.sessions_of` makes of the plan
    lines; `visit_travel` are minutes credited for the way to each visit.
    `holiday_opens` is when a bank holiday begins, in minutes after midnight,
    where the attribution is a window. `night_period` is when it is night by
    law, 23:00 to 06:00 or what an agreement says.
    """

    name: str = ""
    nation: Nation = Nation.ENGLAND
    profile: Profile = Profile.STANDARD
    start: date
    end: date
    units: tuple[str, ...] = ("",)
    travel: tuple[Travel, ...] = ()
    shift_types: tuple[ShiftType, ...] = ()
    workers: tuple[Worker, ...] = ()
    shifts: tuple[Shift, ...] = ()
    diary: tuple[DiaryEntry, ...] = ()
    demands: tuple[Demand, ...] = ()
    clients: tuple[Client, ...] = ()
    plan_lines: tuple[PlanLine, ...] = ()
    sessions: tuple[Session, ...] = ()
    client_away: tuple[ClientAway, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    visit_travel: int = Field(0, ge=0, le=120)
    absences: tuple[Absence, ...] = ()
    availability: tuple[Availability, ...] = ()
    requests: tuple[Request, ...] = ()
    patterns: tuple[PatternDay, ...] = ()
    pairs: tuple[Pair, ...] = ()
    rules: tuple[SerializeAsAny[Rule], ...] = ()
    past: tuple[Assignment, ...] = ()
    pinned: tuple[Assignment, ...] = ()
    kept: tuple[tuple[str, date], ...] = ()
    near: tuple[Assignment, ...] | None = None
    published_on: date | None = None
    changed: tuple[tuple[str, date], ...] = ()
    known_from: date | None = None
    week_totals: tuple[WeekTotal, ...] = ()
    ledger: tuple[Carried, ...] = ()
    spell_gap: int = Field(60, ge=0, le=600)
    night_period: NightPeriod = NIGHT
    holiday_basis: Basis = Basis.BOTH
    holiday_attribution: Attribution = Attribution.MAJORITY
    holiday_opens: int = Field(8 * 60, ge=0, lt=24 * 60)
    extra_holidays: tuple[tuple[date, str], ...] = ()
    not_holidays: tuple[date, ...] = ()

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """The dates of the horizon."""
        return tuple(days_between(self.start, self.end))

    @cached_property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks that the horizon touches."""
        return tuple(dict.fromkeys(monday(day) for day in self.dates))

    @cached_property
    def date_set(self) -> frozenset[date]:
        """The dates of the horizon, to look up."""
        return frozenset(self.dates)

    @cached_property
    def dates_and_after(self) -> tuple[date, ...]:
        """The dates of the horizon, and on to the last one already fixed."""
        fixed = [self.duty[entry.duty_id].date for entry in self.past]
        month = self.end + timedelta(days=31)
        return tuple(
            days_between(self.start, min(month, max([self.end, *fixed])))
        )

    @cached_property
    def span(self) -> tuple[int, int]:
        """Begin and end of the horizon as instants."""
        return instant(self.start), instant(self.end + timedelta(days=1))

    @cached_property
    def worker(self) -> dict[str, Worker]:
        """Workers by id."""
        return {worker.id: worker for worker in self.workers}

    @cached_property
    def break_of(self) -> dict[str, int]:
        """Minutes of break of each shift type, by code."""
        return {known.code: known.break_minutes for known in self.shift_types}

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Every duty, past ones too, by begin then id."""
        every: list[Duty] = [*self.shifts, *self.diary]
        here = (duty.by_night(self.night_period) for duty in every)
        return tuple(sorted(here, key=lambda duty: (duty.begins, duty.id)))

    @cached_property
    def duty(self) -> dict[str, Duty]:
        """Duties by id."""
        return {duty.id: duty for duty in self.duties}

    @cached_property
    def open_duties(self) -> tuple[Duty, ...]:
        """The duties that can be given: of the horizon, not yet history."""
        fixed = {entry.duty_id for entry in self.past}
        return tuple(
            duty
            for duty in self.duties
            if self.start <= duty.date <= self.end and duty.id not in fixed
        )

    @cached_property
    def constants(self) -> tuple[Assignment, ...]:
        """What is not the solver's to decide: past and pins."""
        return tuple(dict.fromkeys((*self.past, *self.pinned)))

    @cached_property
    def pinned_pairs(self) -> frozenset[tuple[str, str]]:
        """The pins as (worker id, duty id)."""
        return frozenset((e.worker_id, e.duty_id) for e in self.pinned)

    @cached_property
    def past_of(self) -> dict[str, tuple[Duty, ...]]:
        """History by worker id, by begin then id."""
        found: dict[str, list[Duty]] = {
            worker.id: [] for worker in self.workers
        }
        for entry in self.past:
            found[entry.worker_id].append(self.duty[entry.duty_id])
        return {
            worker_id: tuple(sorted(held, key=lambda d: (d.begins, d.id)))
            for worker_id, held in found.items()
        }

    @cached_property
    def _past_on(self) -> dict[str, tuple[Worker, ...]]:
        found: dict[str, list[Worker]] = {}
        for entry in self.past:
            held = found.setdefault(entry.duty_id, [])
            held.append(self.worker[entry.worker_id])
        return {duty_id: tuple(held) for duty_id, held in found.items()}

    def past_workers_on(self, duty_id: str) -> tuple[Worker, ...]:
        """Give who had a duty of the past."""
        return self._past_on.get(duty_id, ())

    @cached_property
    def kept_days(self) -> frozenset[tuple[str, date]]:
        """The (worker id, date) whose cells hold exactly their pins."""
        return frozenset(self.kept)

    @cached_property
    def holidays(self) -> dict[date, str]:
        """Bank holidays by date, a month either side of the horizon too."""
        month = timedelta(days=31)
        found = bank_holidays(
            self.nation,
            self.start - month,
            self.end + month,
            self.holiday_basis,
        )
        found |= dict(self.extra_holidays)
        return {
            day: name
            for day, name in sorted(found.items())
            if day not in self.not_holidays
        }

    def holiday_spans(self, begins: int, ends: int) -> list[tuple[int, int]]:
        """Give the stretches of a duty that are bank-holiday work."""
        return holiday_spans(
            begins,
            ends,
            self.holidays,
            self.holiday_attribution,
            self.holiday_opens,
        )

    @cached_property
    def absences_of(self) -> dict[str, tuple[Absence, ...]]:
        """Absences by worker id."""
        return _grouped(self.workers, self.absences)

    @cached_property
    def availability_of(self) -> dict[str, tuple[Availability, ...]]:
        """Offers and unavailability by worker id."""
        return _grouped(self.workers, self.availability)

    @cached_property
    def pattern_of(self) -> dict[tuple[str, date], PatternDay]:
        """The rolling pattern by worker id and date, but for days away."""
        return {
            (day.worker_id, day.date): day
            for day in self.patterns
            if not any(
                absence.is_whole_days
                and absence.first <= day.date <= absence.last
                for absence in self.absences_of[day.worker_id]
            )
        }

    @cached_property
    def week_totals_of(self) -> dict[str, dict[date, WeekTotal]]:
        """Past weekly totals by worker id and Monday.

        A week whose duties are known ignores its typed total.
        """
        found: dict[str, dict[date, WeekTotal]] = {}
        for total in self.week_totals:
            held = found.setdefault(total.worker_id, {})
            held[total.monday] = total
        return found

    @cached_property
    def carried(self) -> dict[tuple[str, str], int]:
        """The ledger: counts by worker id and burden."""
        return {(c.worker_id, c.burden): c.count for c in self.ledger}

    @cached_property
    def carried_fair(self) -> dict[tuple[str, str], int]:
        """Hundredths of the fair share so far, where that is known."""
        return {
            (c.worker_id, c.burden): c.fair
            for c in self.ledger
            if c.fair is not None
        }

    def ahead(self, worker_id: str, burden: str, most: int = 4) -> int:
        """Give by how much somebody has carried more than people on average.

        Rounded down for the average, and `most` at most; less than the
        average is 0, and so is what nobody recorded.
        """
        own = self.carried.get((worker_id, burden), 0)
        average = self._carried_in_all.get(burden, 0) // len(self.workers)
        return min(most, max(0, own - average))

    @cached_property
    def _carried_in_all(self) -> Counter[str]:
        """What everybody of the problem has carried together, by burden."""
        counts: Counter[str] = Counter()
        for (worker_id, burden), count in self.carried.items():
            if worker_id in self.worker:
                counts[burden] += count
        return counts


def _grouped(workers: tuple[Worker, ...], records: Any) -> dict[str, Any]:
    """Sort records into tuples by worker id."""
    found: dict[str, list[Any]] = {worker.id: [] for worker in workers}
    for record in records:
        found[record.worker_id].append(record)
    return {worker_id: tuple(held) for worker_id, held in found.items()}
