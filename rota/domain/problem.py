"""The question: who could work, what has to be worked, what must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Self

from pydantic import model_validator

from rota.calendar import days_between, monday
from rota.domain.burdens import Burden, carries
from rota.domain.duties import Duty, Shift
from rota.domain.fair_shares import FairShare, fair_shares
from rota.domain.holding import faults_of
from rota.domain.people import Worker
from rota.domain.question import Assignment, Travel
from rota.domain.reference import (
    ReferenceWeeks,
    booked_weeks,
    reference_weeks,
)
from rota.domain.rule import Given, Key, Rule, Strength
from rota.domain.timing import Timing
from rota.errors import ProblemError

__all__ = ["Assignment", "Problem", "Travel", "pair_key"]


class Problem(Timing):
    """Everything that decides a rota, and everything that costs."""

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
            worker, duty = self.worker[worker_id], self.given(duty_id)
            self._refusals[pair] = tuple(self._reasons(worker, duty))
        return self._refusals[pair]

    def _reasons(self, worker: Worker, duty: Given) -> Iterator[str]:
        key = pair_key(worker, duty)
        for rule in self.gates:
            plain = rule.strength if not rule.overrides else None
            must = (plain or rule.strength_of(key)) is Strength.MUST
            if must and rule.judges(duty):
                reason = rule.refuses(self, worker, duty)
                if reason is not None:
                    yield reason

    def allows(self, worker_id: str, duty_id: str) -> bool:
        """Tell whether no must forbids this worker this duty outright."""
        worker, duty = self.worker[worker_id], self.given(duty_id)
        return next(self._reasons(worker, duty), None) is None

    @cached_property
    def allowed_of(self) -> dict[str, tuple[Duty, ...]]:
        """The open duties each worker may be given, by begin then id."""
        return {
            worker.id: tuple(
                duty
                for duty in self._within_reach(worker)
                if self.allows(worker.id, duty.id)
            )
            for worker in self.workers
        }

    def _within_reach(self, worker: Worker) -> list[Duty]:
        """Give the open duties of the units where somebody may work.

        A provider has many units and each worker has few, so whole units are
        asked about before single duties.
        """
        strict = [
            rule
            for rule in self.gates
            if rule.is_by_unit
            and rule.strength is Strength.MUST
            and not rule.overrides
        ]
        open_units = [
            duties
            for duties in self._open_in.values()
            if not any(
                rule.refuses(self, worker, duties[0]) for rule in strict
            )
        ]
        found = [duty for duties in open_units for duty in duties]
        return sorted(found, key=lambda duty: (duty.begins, duty.id))

    @cached_property
    def _open_in(self) -> dict[str, list[Duty]]:
        found: dict[str, list[Duty]] = {}
        for duty in self.open_duties:
            found.setdefault(duty.unit_id, []).append(duty)
        return found

    @cached_property
    def _session_refusals(self) -> dict[tuple[str, str], bool]:
        return {}

    def allows_session(self, worker_id: str, session_id: str) -> bool:
        """Tell whether no must about pairs forbids a worker a session."""
        pair = (worker_id, session_id)
        if pair not in self._session_refusals:
            first = self.times_of[session_id][0]
            self._session_refusals[pair] = self.allows(worker_id, first.id)
        return self._session_refusals[pair]

    @cached_property
    def places_of(self) -> dict[str, frozenset[tuple[str, str]]]:
        """The units and codes of the duties each worker may be given."""
        return {
            worker_id: frozenset((d.unit_id, d.code) for d in duties)
            for worker_id, duties in self.allowed_of.items()
        }

    # -- hours --------------------------------------------------------------

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
        """Contract minutes that absence and TOIL credit in the horizon."""
        return {
            worker.id: sum(
                self._week_credit(worker, week) for week in self.weeks
            )
            for worker in self.workers
        }

    def _week_credit(self, worker: Worker, week: date) -> int:
        """A fifth of the week for each day away, the whole week at most."""
        typed = 0
        away: set[date] = set()
        for absence in self.absences_of[worker.id]:
            days = [
                day
                for day in days_between(absence.first, absence.last)
                if self.start <= day <= self.end
            ]
            here = [day for day in days if monday(day) == week]
            if absence.credit is not None:
                typed += absence.credit * len(here) // max(1, len(days))
            elif absence.kind.is_credited and absence.is_whole_days:
                away.update(day for day in here if worker.employed_on(day))
        weekly = worker.weekly_minutes
        return typed + min(weekly, weekly * len(away) // 5)

    def excluded_days(self, worker_id: str, week: date) -> int:
        """Days of paid absence in a week that is known (WTR reg 4(7)).

        Of a week after the rota the absence that is booked is known.
        """
        first = max(week, min(self.start, self.known_from or self.start))
        away = {
            day
            for absence in self.absences_of[worker_id]
            if absence.kind.is_paid and absence.is_whole_days
            for day in days_between(absence.first, absence.last)
            if first <= day <= week + timedelta(days=6)
        }
        return len(away)

    def is_night_worker(self, worker: Worker, share: float = 1 / 3) -> bool:
        """Tell who regularly works nights, by what is known before the rota.

        On agreed permanent nights, or with a night on so many of the days
        worked (WTR reg 2).
        """
        if worker.permanent_nights:
            return True
        past = self.past_of[worker.id]
        nights = {duty.date for duty in past if duty.is_night}
        days = {duty.date for duty in past}
        return bool(nights) and len(nights) >= share * len(days)

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

    def averaged_to(self, worker: Worker) -> list[date]:
        """Give the Monday of each week that an average is to be kept to."""
        return [*self.weeks, *booked_weeks(self, worker)]

    # -- building -----------------------------------------------------------

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        faults = list(faults_of(self))
        if faults:
            raise ProblemError(faults)
        return self

    def rule(self, rule_id: str) -> Rule:
        """Give the rule of that name."""
        return next(rule for rule in self.rules if rule.id == rule_id)

    def replace(self, **changes: Any) -> Self:
        """Give a copy with changes, validated again."""
        return super().replace(**changes)


def pair_key(worker: Worker, duty: Given) -> Key:
    """Give the key of one worker on one duty."""
    return Key(worker_id=worker.id, date=duty.date, duty_ids=(duty.id,))
