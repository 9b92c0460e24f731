"""Shift types that are swapped for others: eight-hour against long days."""

from __future__ import annotations

from collections.abc import Iterator

from rota.domain import Assignment, Demand, Problem, Shift, ShiftType, Worker
from rota.domain.cover import shifts_of
from rota.errors import OptionError
from rota.options.base import Change, nobody


class ShiftSwap(Change):
    """Shift types that go, and those that come instead.

    Cover of the codes that go is asked for by the clock, at the same times,
    of whoever is there. Typed cells, requests and pattern days of these codes
    go with them; who was kept to them may have those that come.
    """

    out: tuple[str, ...] = ()
    into: tuple[ShiftType, ...] = ()

    def made(self, problem: Problem) -> Problem:
        """Give the problem with the shift types swapped."""
        self._hold_to(problem)
        fixed = {entry.duty_id for entry in problem.past}
        stay = [
            shift
            for shift in problem.shifts
            if shift.code not in self.out or shift.id in fixed
        ]
        known = {shift.id for shift in stay}
        fresh = shifts_of(self.into, problem.dates, problem.units)
        shifts = (*stay, *(one for one in fresh if one.id not in known))
        types = [t for t in problem.shift_types if t.code not in self.out]
        near = problem.near
        return problem.replace(
            shift_types=(*types, *self.into),
            shifts=shifts,
            demands=tuple(map(self._demand, problem.demands)),
            workers=tuple(map(self._worker, problem.workers)),
            pinned=_on(problem.pinned, shifts, problem),
            near=None if near is None else _on(near, shifts, problem),
            kept=tuple(self._kept(problem, shifts)),
            requests=tuple(
                one for one in problem.requests if one.code not in self.out
            ),
            patterns=tuple(
                day
                for day in problem.patterns
                if not set(day.codes) & set(self.out)
            ),
        )

    def _hold_to(self, problem: Problem) -> None:
        known = dict.fromkeys(t.code for t in problem.shift_types)
        known |= dict.fromkeys(shift.code for shift in problem.shifts)
        for code in self.out:
            if code not in known:
                raise OptionError(nobody("shift type", code, known))
        for one in self.into:
            if one.code in known and one.code not in self.out:
                raise OptionError(f"the shift type {one.code} is there twice.")

    def _demand(self, demand: Demand) -> Demand:
        if not set(demand.codes[:1]) & set(self.out):
            codes = tuple(c for c in demand.codes if c not in self.out)
            return demand.replace(codes=codes)
        return demand.replace(codes=())

    def _worker(self, worker: Worker) -> Worker:
        codes = worker.shift_codes
        kept = tuple(code for code in codes if code not in self.out)
        if kept == codes:
            return worker
        come = (one.code for one in self.into)
        return worker.replace(shift_codes=tuple(dict.fromkeys((*kept, *come))))

    def _kept(
        self, problem: Problem, shifts: tuple[Shift, ...]
    ) -> Iterator[tuple[str, object]]:
        """Give the typed days, less those of which a shift has gone."""
        stay = {shift.id for shift in shifts}
        gone = {
            (pin.worker_id, duty.date)
            for pin in problem.pinned
            for duty in (problem.duty.get(pin.duty_id),)
            if isinstance(duty, Shift) and duty.id not in stay
        }
        return (one for one in problem.kept if one not in gone)


def _on(
    entries: tuple[Assignment, ...],
    shifts: tuple[Shift, ...],
    problem: Problem,
) -> tuple[Assignment, ...]:
    """Give the assignments whose duty is still there."""
    stay = {shift.id for shift in shifts}
    stay |= {entry.id for entry in problem.diary}
    stay |= problem.session_times.keys()
    return tuple(entry for entry in entries if entry.duty_id in stay)
