"""What an operations lead needs to know of each service, on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rota import words
from rota.calendar import HOUR, night_minutes
from rota.checker import SIXTIETHS
from rota.commissioned import periods_short
from rota.domain import Contract, Demand, Kind
from rota.explain import ShiftToFill, shifts_to_fill
from rota.metrics import Metrics
from rota.result import Result

WEEKLY = 30  # hours of one who is hired
LEAST = 15  # hours a week that are worth hiring for
WHOLE_NIGHT = 3 * HOUR


@dataclass(frozen=True, slots=True)
class Line:
    """One service in the roll-up. Lengths are hours, money is pounds.

    `nights_alone` are nights with one person where cover asks for more;
    hours not delivered are those below minimum cover, and those that clients
    have less than their plans; `by_funder` says who pays for the latter;
    `to_hire` says the vacancies as people.
    """

    name: str
    within_7_days: int = 0
    within_28_days: int = 0
    nights_alone: int = 0
    nights_without_lead: int = 0
    agency_hours: float = 0
    agency_pounds: float = 0
    hours_not_delivered: float = 0
    by_funder: str = ""
    rules_broken: int = 0
    to_hire: str = ""
    error: str = ""


def roll_up(name: str, result: Result) -> Line:
    """Give the line of one service; days count from the rota's first."""
    problem, report = result.problem, result.report
    metrics = Metrics(problem, result.roster, report)
    open_ = shifts_to_fill(problem, result.roster, report)
    agency = _agency_minutes(result)
    weeks = len(problem.dates) / 7
    return Line(
        name=name,
        within_7_days=_within(open_, result, 7),
        within_28_days=_within(open_, result, 28),
        nights_alone=len(set(_alone(metrics))),
        nights_without_lead=len(set(_without_lead(metrics))),
        agency_hours=agency / HOUR,
        agency_pounds=_agency_pounds(result),
        hours_not_delivered=(report.minutes_to_fill + report.minutes_not_given)
        / HOUR,
        by_funder=_by_funder(result),
        rules_broken=len(report.broken),
        to_hire=_to_hire(
            (report.minutes_to_fill + _nobody_for(result) + agency)
            / HOUR
            / weeks,
            open_,
        ),
        error=result.reason,
    )


def _within(open_: Sequence[ShiftToFill], result: Result, days: int) -> int:
    after = result.problem.start + timedelta(days=days)
    return sum(shift.date < after for shift in open_)


def _is_night(demand: Demand) -> bool:
    waking = demand.kind is Kind.WAKING
    return waking and night_minutes(demand.begins, demand.ends) >= WHOLE_NIGHT


def _alone(metrics: Metrics) -> Iterator[tuple[object, str]]:
    """Give night and unit wherever one person does the work of more."""
    for people in metrics.people:
        demand = people.demand
        if _is_night(demand) and people.there == 1 < demand.minimum:
            yield demand.date, demand.unit_id


def _without_lead(metrics: Metrics) -> Iterator[tuple[object, str]]:
    for holders in metrics.holders:
        demand = holders.demand
        if _is_night(demand) and demand.skill == "lead" and holders.short:
            yield demand.date, demand.unit_id


def _by_funder(result: Result) -> str:
    """Say the support not given: `Northshire 12 h, Eastham ICB 3 h 30`."""
    found: dict[str, int] = {}
    for one in periods_short(result.problem, result.roster):
        funder = one.line.funder or "no funder given"
        found[funder] = found.get(funder, 0) + one.short
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {words.hours(n)}" for name, n in ordered)


def _nobody_for(result: Result) -> int:
    """Count the person-minutes of support for which there is nobody."""
    return sum(
        one.short * one.line.people
        for one in periods_short(result.problem, result.roster)
    )


def _agency_minutes(result: Result) -> int:
    """Give what agency workers work here, not elsewhere."""
    return sum(
        duty.work
        for worker in result.problem.workers
        if worker.contract is Contract.AGENCY
        for duty in result.roster.by_worker[worker.id]
    )


def _agency_pounds(result: Result) -> float:
    agency = {
        worker.id
        for worker in result.problem.workers
        if worker.contract is Contract.AGENCY
    }
    paid = (b for b in result.report.money if b.key.worker_id in agency)
    return sum(breach.cost for breach in paid) / SIXTIETHS


def _to_hire(weekly: float, open_: Sequence[ShiftToFill]) -> str:
    """Say vacancies as people: `2 people at 30 h, with medication`.

    They are the hours to fill and those of agency. A skill is asked for that
    a third of the shifts to fill need; so are weekends and nights.
    """
    if weekly < LEAST:
        return ""
    people = max(1, round(weekly / WEEKLY))
    hours = min(WEEKLY, round(weekly))
    said = f"{words.count(people, 'person', 'people')} at {hours} h"
    skills = [skill for shift in open_ for skill in shift.skills]
    often = [
        skill
        for skill in dict.fromkeys(skills)
        if 3 * skills.count(skill) >= len(open_)
    ]
    if often:
        said += f", with {words.listed(often)}"
    if _share(open_, [s.date.weekday() >= 5 for s in open_]):
        said += ", for weekends"
    if _share(open_, [night_minutes(s.begins, s.ends) > 0 for s in open_]):
        said += ", for nights"
    return said


def _share(open_: Sequence[ShiftToFill], such: list[bool]) -> bool:
    """Tell whether at least half of the shifts to fill are such."""
    return bool(open_) and 2 * sum(such) >= len(open_)
