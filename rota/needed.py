"""How many hours of work the cover of a day asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rota.domain import Demand, Kind, Problem, Support


def needed_on(problem: Problem, day: date) -> int:
    """Give the person-minutes of waking cover that a date asks for.

    Cover by shift and by time band speak of the same people, and so do cover
    of the service and of its units: the larger of the two is needed.
    """
    asked = [
        demand
        for demand in _of_date(problem, day)
        if demand.kind is Kind.WAKING and not demand.skill
    ]
    by_unit = {
        unit: _larger(problem, [d for d in asked if d.unit_id == unit])
        for unit in {demand.unit_id for demand in asked}
    }
    whole = by_unit.pop("", 0)
    return max(whole, sum(by_unit.values()))


def _of_date(problem: Problem, day: date) -> list[Demand]:
    return [demand for demand in problem.demands if demand.date == day]


def _larger(problem: Problem, demands: Sequence[Demand]) -> int:
    by_shift = sum(
        demand.minimum * _paid(problem, demand)
        for demand in demands
        if demand.codes
    )
    by_band = sum(d.minimum * d.length for d in demands if not d.codes)
    return max(by_shift, by_band)


def _paid(problem: Problem, demand: Demand) -> int:
    """Give the contract minutes of the shift that a demand names."""
    for duty in problem.meets[demand.id]:
        if duty.code == demand.codes[0]:
            return duty.contract
    return demand.length


def visits_needed(problem: Problem) -> int:
    """Give the person-minutes of the visits that plans ask for."""
    return sum(
        minutes * line.people
        for line in problem.plan_lines
        if line.kind is Support.VISIT
        for minutes in problem.commissioned[line.id].values()
    )
