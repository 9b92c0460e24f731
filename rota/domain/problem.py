"""The question: who could work, what has to be worked, what must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Self

from pydantic import SerializeAsAny, model_validator

from rota.calendar import (
    Attribution,
    Basis,
    Nation,
    bank_holidays,
    days_between,
    instant,
    monday,
)
from rota.domain.base import Noun
from rota.domain.burdens import Burden, FairShare, carries, fair_shares
from rota.domain.duties import Demand, DiaryEntry, Duty, Kind, Shift, ShiftType
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
from rota.domain.reference import ReferenceWeeks, reference_weeks
from rota.domain.rule import Key, Rule, Strength
from rota.errors import ProblemError


class Assignment(Noun):
    """One worker given one duty."""

    worker_id: str
    duty_id: str


class Travel(Noun):
    """Minutes it takes to go from one unit to another, either way."""

    unit_id: str
    other_id: str
    minutes: int


class Problem(Noun):
    """Everything that decides a rota, and everything that costs.

    `start` and `end` are the first and last local date of the horizon. `past`
    are assignments nobody may change: duties before the start, after the end
    or elsewhere. `pinned` are assignments that must stay; `kept` are days,
    as (worker id, date), that hold exactly their pins. `near` is a rota to
    stay near, None for none. `known_from` is the date from which every duty
    before the start is known; None: nothing before the start is known.
    """

    name: str = ""
    nation: Nation = Nation.ENGLAND
    start: date
    end: date
    units: tuple[str, ...] = ("",)
    travel: tuple[Travel, ...] = ()
    shift_types: tuple[ShiftType, ...] = ()
    workers: tuple[Worker, ...] = ()
    shifts: tuple[Shift, ...] = ()
    diary: tuple[DiaryEntry, ...] = ()
    demands: tuple[Demand, ...] = ()
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
    known_from: date | None = None
    week_totals: tuple[WeekTotal, ...] = ()
    ledger: tuple[Carried, ...] = ()
    holiday_basis: Basis = Basis.BOTH
    holiday_attribution: Attribution = Attribution.MAJORITY
    extra_holidays: tuple[tuple[date, str], ...] = ()
    not_holidays: tuple[date, ...] = ()

    # -- looking things up --------------------------------------------------

    @cached_property
    def dates(self) -> tuple[date, ...]:
        """The dates of the horizon."""
        return tuple(days_between(self.start, self.end))

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
    def duties(self) -> tuple[Duty, ...]:
        """Every duty, past ones too, by begin then id."""
        every: list[Duty] = [*self.shifts, *self.diary]
        return tuple(sorted(every, key=lambda duty: (duty.begins, duty.id)))

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
        found: dict[str, list[Duty]] = {worker.id: [] for worker in self.workers}
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
        """The rolling pattern by worker id and date."""
        return {(day.worker_id, day.date): day for day in self.patterns}

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

    # -- gates --------------------------------------------------------------

    @cached_property
    def gates(self) -> tuple[Rule, ...]:
        """The rules that refuse single pairs."""
        return tuple(rule for rule in self.rules if rule.is_gate)

    @cached_property
    def _refusals(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {}

    def refusals(self, worker_id: str, duty_id: str) -> tuple[str, ...]:
        """Say every reason for which a must forbids this pair."""
        pair = (worker_id, duty_id)
        if pair not in self._refusals:
            worker, duty = self.worker[worker_id], self.duty[duty_id]
            self._refusals[pair] = tuple(self._reasons(worker, duty))
        return self._refusals[pair]

    def _reasons(self, worker: Worker, duty: Duty) -> Iterator[str]:
        key = pair_key(worker, duty)
        for rule in self.gates:
            if rule.strength_of(key) is Strength.MUST:
                reason = rule.refuses(self, worker, duty)
                if reason is not None:
                    yield reason

    def allows(self, worker_id: str, duty_id: str) -> bool:
        """Tell whether no must forbids this worker this duty outright."""
        return not self.refusals(worker_id, duty_id)

    @cached_property
    def allowed_of(self) -> dict[str, tuple[Duty, ...]]:
        """The open duties each worker may be given, by begin then id."""
        return {
            worker.id: tuple(
                duty
                for duty in self.open_duties
                if self.allows(worker.id, duty.id)
            )
            for worker in self.workers
        }

    # -- hours --------------------------------------------------------------

    @cached_property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks that the horizon touches."""
        return tuple(dict.fromkeys(monday(day) for day in self.dates))

    @cached_property
    def usual_shift(self) -> dict[str, int]:
        """Contract minutes of each worker's usual shift.

        As typed, else the middle one of those the worker may be given.
        """
        every = sorted(d.contract for d in self.shifts if d.contract)
        usual = every[len(every) // 2] if every else 0
        return {
            worker.id: worker.usual_shift or self._middle(worker.id) or usual
            for worker in self.workers
        }

    def _middle(self, worker_id: str) -> int:
        lengths = sorted(
            duty.contract
            for duty in self.allowed_of[worker_id]
            if duty.contract and isinstance(duty, Shift)
        )
        return lengths[len(lengths) // 2] if lengths else 0

    @cached_property
    def due(self) -> dict[str, int]:
        """Contract minutes each worker is to be credited in the horizon.

        Contracted hours of the days employed, and what was brought forward.
        """
        return {
            worker.id: worker.brought_forward
            + worker.weekly_minutes
            * sum(worker.employed_on(day) for day in self.dates)
            // 7
            for worker in self.workers
        }

    @cached_property
    def absence_credit(self) -> dict[str, int]:
        """Contract minutes that leave and sickness credit in the horizon."""
        return {
            worker.id: sum(
                self._week_credit(worker, week) for week in self.weeks
            )
            for worker in self.workers
        }

    def _week_credit(self, worker: Worker, week: date) -> int:
        """A fifth of the week for each day away, the whole week at most."""
        typed, away = 0, set()
        for absence in self.absences_of[worker.id]:
            days = [
                day
                for day in days_between(absence.first, absence.last)
                if self.start <= day <= self.end
            ]
            here = [day for day in days if monday(day) == week]
            if absence.credit is not None:
                typed += absence.credit * len(here) // max(1, len(days))
            elif absence.kind.is_paid and absence.is_whole_days:
                away.update(day for day in here if worker.employed_on(day))
        weekly = worker.weekly_minutes
        return typed + min(weekly, weekly * len(away) // 5)

    def excluded_days(self, worker_id: str, week: date) -> int:
        """Days of paid absence in a week of the horizon (WTR reg 4(7))."""
        last = week + timedelta(days=6)
        away = {
            day
            for absence in self.absences_of[worker_id]
            if absence.kind.is_paid and absence.is_whole_days
            for day in days_between(absence.first, absence.last)
            if week <= day <= last and self.start <= day <= self.end
        }
        return len(away)

    @cached_property
    def burdens_of(self) -> dict[str, dict[Burden, bool]]:
        """Whether each duty is a piece of each burden, by duty id."""
        return {
            duty.id: {b: carries(self, b, duty) for b in Burden}
            for duty in self.duties
        }

    @cached_property
    def fair_shares(self) -> dict[Burden, Mapping[str, FairShare]]:
        """Every worker's fair share of every burden."""
        return {burden: fair_shares(self, burden) for burden in Burden}

    def reference_weeks(self, worker: Worker, last: date) -> ReferenceWeeks:
        """Find the weeks of the average that ends with a week's Monday."""
        return reference_weeks(self, worker, last)

    # -- time ---------------------------------------------------------------

    @cached_property
    def _cuts(self) -> dict[tuple[str, Kind], tuple[int, ...]]:
        found: dict[tuple[str, Kind], set[int]] = {}
        for duty in self.duties:
            for unit_id in {"", duty.unit_id}:
                marks = found.setdefault((unit_id, duty.kind), set())
                marks.update((duty.begins, duty.ends))
        return {place: tuple(sorted(marks)) for place, marks in found.items()}

    @cached_property
    def moments(self) -> tuple[tuple[int, int], ...]:
        """Stretches of time between which no duty begins or ends."""
        marks = sorted({m for d in self.duties for m in (d.begins, d.ends)})
        return tuple(zip(marks, marks[1:], strict=False))

    @cached_property
    def _ways(self) -> dict[frozenset[str], int]:
        return {
            frozenset((way.unit_id, way.other_id)): way.minutes
            for way in self.travel
        }

    def travel_minutes(self, one: Duty, other: Duty) -> int:
        """Minutes to go from the unit of one duty to that of another."""
        if one.unit_id == other.unit_id:
            return 0
        return self._ways.get(frozenset((one.unit_id, other.unit_id)), 0)

    @cached_property
    def duties_in(self) -> dict[str, tuple[Duty, ...]]:
        """Duties by unit id, by begin then id."""
        return {
            unit_id: tuple(d for d in self.duties if d.unit_id == unit_id)
            for unit_id in self.units
        }

    @cached_property
    def meets(self) -> dict[str, tuple[Duty, ...]]:
        """The duties that count to each demand, by demand id."""
        days: dict[date, list[Duty]] = {}
        for duty in self.duties:
            days.setdefault(duty.date, []).append(duty)
        return {
            demand.id: tuple(
                duty
                for shift in (-1, 0, 1)
                for duty in days.get(demand.date + timedelta(days=shift), ())
                if demand.counts(duty)
            )
            for demand in self.demands
        }

    def pieces(self, demand: Demand) -> list[tuple[int, int]]:
        """Cut a demand where a duty that could meet it begins or ends."""
        if demand.codes:
            return [(demand.begins, demand.ends)]
        marks = self._cuts.get((demand.unit_id, demand.kind), ())
        inner = [m for m in marks if demand.begins < m < demand.ends]
        edges = [demand.begins, *inner, demand.ends]
        return list(zip(edges, edges[1:], strict=False))

    # -- building -----------------------------------------------------------

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        faults = list(_faults(self))
        if faults:
            raise ProblemError(faults)
        return self

    def rule(self, rule_id: str) -> Rule:
        """Give the rule of that name."""
        return next(rule for rule in self.rules if rule.id == rule_id)

    def replace(self, **changes: Any) -> Self:
        """Give a copy with changes, validated again."""
        return super().replace(**changes)


def pair_key(worker: Worker, duty: Duty) -> Key:
    """Give the key of one worker on one duty."""
    return Key(worker_id=worker.id, date=duty.date, duty_ids=(duty.id,))


def _grouped(workers: tuple[Worker, ...], records: Any) -> dict[str, Any]:
    """Sort records into tuples by worker id."""
    found: dict[str, list[Any]] = {worker.id: [] for worker in workers}
    for record in records:
        found[record.worker_id].append(record)
    return {worker_id: tuple(held) for worker_id, held in found.items()}


def _faults(problem: Problem) -> Iterator[str]:
    """Say everything that does not hold together."""
    if problem.end < problem.start:
        yield f"The rota ends {problem.end}, before it starts {problem.start}."
    yield from _doubles("worker", [w.id for w in problem.workers])
    yield from _doubles("duty", [d.id for d in problem.duties])
    yield from _doubles("demand", [d.id for d in problem.demands])
    yield from _doubles("rule", [r.id for r in problem.rules])
    yield from _strangers(problem)
    for entry in problem.past:
        duty = problem.duty.get(entry.duty_id)
        if duty and duty.ends <= duty.begins:
            yield f"The duty {duty.id} ends before it begins."


def _doubles(noun: str, ids: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            yield f"Two of kind {noun} have the id {name!r}."
        seen.add(name)


def _strangers(problem: Problem) -> Iterator[str]:
    """Say every id that belongs to nobody."""
    known = problem.worker
    named = [
        *((entry.worker_id, "an assignment") for entry in problem.constants),
        *((entry.worker_id, "an absence") for entry in problem.absences),
        *((entry.worker_id, "availability") for entry in problem.availability),
        *((entry.worker_id, "a request") for entry in problem.requests),
        *((entry.worker_id, "a pattern") for entry in problem.patterns),
        *((entry.worker_id, "a pair") for entry in problem.pairs),
        *((entry.other_id, "a pair") for entry in problem.pairs),
        *((name, "a diary entry") for e in problem.diary for name in e.invited),
        *((name, "a kept day") for name, _ in problem.kept),
    ]
    for worker_id, where in dict.fromkeys(named):
        if worker_id not in known:
            yield f"There is no worker {worker_id!r}, named in {where}."
    entries = (*problem.constants, *(problem.near or ()))
    for duty_id in dict.fromkeys(entry.duty_id for entry in entries):
        if duty_id not in problem.duty:
            yield f"There is no duty {duty_id!r}, named in an assignment."
