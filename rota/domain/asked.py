"""How much of a burden is asked for: by cover, and by support plans.

A head is counted once. Whoever is on a shift that cover asks for by its code
is there for cover by time too, and may support one client meanwhile; only
cover by time wants others beside those who are with one client.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from rota.calendar import night_minutes, overlap, saturday, weekend_span
from rota.domain.burdens import Burden, carries, evening
from rota.domain.duties import Demand, Kind
from rota.domain.planned import Place, planned_shifts

if TYPE_CHECKING:
    from rota.domain.problem import Problem


def asked_for(problem: Problem, burden: Burden) -> Fraction:
    """Give how much of a burden the minimum cover and the plans ask for."""
    demands: dict[Place, list[Demand]] = {}
    for demand in problem.demands:
        if demand.minimum and not demand.skill:
            place = (demand.unit_id, demand.date, demand.kind)
            demands.setdefault(place, []).append(demand)
    plans = planned_shifts(problem)
    return sum(
        (
            _asked_at(
                problem,
                burden,
                demands.get(place, ()),
                _by_plans(problem, burden, place[1]) * plans.get(place, 0),
            )
            for place in dict.fromkeys((*demands, *plans))
        ),
        Fraction(0),
    )


def _by_plans(problem: Problem, burden: Burden, day: date) -> Fraction:
    """Give how much a shift with one client carries: a weekend is two days."""
    if burden is Burden.WEEKENDS:
        return Fraction(day.weekday() >= 5) / 2
    return Fraction(burden is Burden.HOLIDAYS and day in problem.holidays)


def _asked_at(
    problem: Problem,
    burden: Burden,
    demands: Sequence[Demand],
    plans: Fraction,
) -> Fraction:
    """Give what a unit asks for on a day; plans lie in its longest stretch."""
    stretches = sorted(_stretches(demands), key=_minutes_of, reverse=True)
    beside = [plans, *[Fraction(0)] * len(stretches)]
    return sum(
        (
            _at_once(problem, burden, stretch, alone)
            for stretch, alone in zip(stretches or [[]], beside, strict=False)
        ),
        Fraction(0),
    )


def _stretches(demands: Sequence[Demand]) -> Iterator[list[Demand]]:
    """Put those together that overlap, one with the next."""
    held: list[Demand] = []
    for demand in sorted(demands, key=lambda d: (d.begins, d.ends, d.id)):
        if held and demand.begins >= max(other.ends for other in held):
            yield held
            held = []
        held.append(demand)
    if held:
        yield held


def _minutes_of(stretch: Sequence[Demand]) -> int:
    return max(d.ends for d in stretch) - min(d.begins for d in stretch)


def _at_once(
    problem: Problem,
    burden: Burden,
    demands: Sequence[Demand],
    plans: Fraction,
) -> Fraction:
    """Give what is asked for at about the same time, each head once.

    A load holds the cover by time that it lies beside.
    """
    by_shift = by_load = Fraction(0)
    by_time = plans
    for demand in demands:
        asked = _asked(problem, burden, demand)
        if demand.codes:
            by_shift += asked
        elif demand.is_load:
            by_load += asked
        else:
            by_time += asked
    return max(by_shift, by_time, by_load)


def _asked(problem: Problem, burden: Burden, demand: Demand) -> Fraction:
    begins, ends = demand.begins, demand.ends
    if burden is Burden.SLEEP_INS:
        asleep = demand.kind is Kind.SLEEP_IN
        return Fraction(demand.minimum * asleep)
    if burden is Burden.NIGHTS:
        period = problem.night_period
        night = night_minutes(begins, ends, period)
        if demand.kind is not Kind.WAKING or night < 180:
            return Fraction(0)
        return Fraction(demand.minimum * night, period.length)
    if burden is Burden.LATES:
        late = overlap(begins, ends, *evening(demand.date)) and any(
            carries(problem, burden, duty) for duty in problem.meets[demand.id]
        )
        return Fraction(demand.minimum if late else 0)
    people = demand.minimum * _people_per_head(problem, demand)
    if burden is Burden.WEEKENDS:
        inside = overlap(begins, ends, *weekend_span(saturday(demand.date)))
        return people * Fraction(inside, demand.length) / 2
    spans = problem.holiday_spans(begins, ends)
    held = sum(last - first for first, last in spans)
    return people * Fraction(held, demand.length)


def _people_per_head(problem: Problem, demand: Demand) -> Fraction:
    """Give how many people one head takes: a long band needs several.

    Of a slice of a load, which is met by whoever meets the next, a part.
    """
    meeting = problem.meets[demand.id]
    if demand.codes or not meeting:
        return Fraction(1)
    usual = sorted(duty.length for duty in meeting)[len(meeting) // 2]
    people = Fraction(demand.length, usual)
    return people if demand.is_load else max(Fraction(1), people)


def skills_asked(problem: Problem, burden: Burden) -> dict[str, Fraction]:
    """Give how much of a burden needs each skill, by the cover."""
    found: dict[str, Fraction] = {}
    for demand in problem.demands:
        if demand.skill and demand.minimum and not demand.occasion:
            asked = _asked(problem, burden, demand)
            found[demand.skill] = found.get(demand.skill, Fraction(0)) + asked
    return {skill: found[skill] for skill in sorted(found) if found[skill]}


def holders(problem: Problem, skill: str) -> frozenset[str]:
    """Give who holds a skill in the middle of the rota."""
    middle = problem.dates[len(problem.dates) // 2]
    return frozenset(
        worker.id for worker in problem.workers if worker.holds(skill, middle)
    )
