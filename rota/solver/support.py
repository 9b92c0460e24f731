"""A first rota where support plans decide who is needed when.

Shifts and sessions are decided together, in patches, by the search. To begin
with, shifts are built against the people that sessions will need on the
whole; then each day's sessions are given to those who are at work.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import ceil

from rota.calendar import local_date
from rota.domain import (
    Assignment,
    Demand,
    Kind,
    Problem,
    Rule,
    Session,
    Support,
)
from rota.roster import Roster
from rota.rules.contract_hours import ContractHours
from rota.rules.cover import CoverMaximum
from rota.rules.fair_share import FairShares
from rota.rules.hours_in_period import FewestHours
from rota.rules.pay import Overtime
from rota.rules.sponsored_hours import SponsoredHours

SLICE = 30  # minutes of one step of the load
SPARE = 0.25  # of a person that a step may be short
APART = 1.3  # of the time of visits and ways is needed: they do not adjoin

COUNT_VISITS = (ContractHours, Overtime, FewestHours, SponsoredHours)

Load = dict[tuple[str, Kind, int], float]
Step = tuple[str, Kind, int, int]  # unit, kind, people, when it begins


def shifts_only(problem: Problem) -> Problem:
    """Give the problem with people to have there in place of sessions.

    Where visits fill contracts, shifts without them say nothing of those.
    """
    demands = (*problem.demands, *_loads(problem))
    rules = _without(problem, *_by_the_hour(problem))
    return _without_sessions(problem, demands=demands, rules=rules)


def relaxed(problem: Problem) -> Problem:
    """Give a problem without sessions whose best rota costs no more.

    What sessions add is never negative; only people who are with a client
    lower the number of those who are there, visits fill contracts, and the
    weekends that plans take make fair shares larger.
    """
    dropped: tuple[type[Rule], ...] = (CoverMaximum, FairShares)
    dropped += _by_the_hour(problem)
    rules = _without(problem, *dropped)
    return _without_sessions(problem, rules=rules)


def _by_the_hour(problem: Problem) -> tuple[type[Rule], ...]:
    """Give the rules about hours that visits count."""
    visits = any(p.kind is Support.VISIT for p in problem.plan_lines)
    return COUNT_VISITS if visits else ()


def _without(problem: Problem, *dropped: type[Rule]) -> tuple[Rule, ...]:
    return tuple(r for r in problem.rules if not isinstance(r, dropped))


def _without_sessions(problem: Problem, **changes: object) -> Problem:
    return problem.replace(
        sessions=(),
        pinned=_duties(problem, problem.pinned),
        past=_duties(problem, problem.past),
        near=None if problem.near is None else _duties(problem, problem.near),
        **changes,
    )


def _duties(
    problem: Problem, entries: tuple[Assignment, ...]
) -> tuple[Assignment, ...]:
    return tuple(e for e in entries if e.duty_id in problem.duty)


def _loads(problem: Problem) -> Iterator[Demand]:
    """Give demands for the people that sessions will need, step by step."""
    load: Load = {}
    for session in problem.sessions:
        _add(problem, session, load)
    steps = enumerate(_wanted(problem, load))
    for _, stretch in groupby(steps, key=_adjoining):
        held = [step for _, step in stretch]
        unit_id, kind, wanted, begins = held[0]
        yield Demand(
            id=f"load:{unit_id}:{kind}:{begins}",
            unit_id=unit_id,
            date=local_date(begins),
            begins=begins,
            ends=begins + SLICE * len(held),
            kind=kind,
            minimum=wanted,
            ideal=wanted,
            is_load=True,
        )


def _adjoining(numbered: tuple[int, Step]) -> tuple[object, ...]:
    """Give what steps have in common that are one stretch of one day."""
    number, (unit_id, kind, wanted, begins) = numbered
    day = local_date(begins)
    return unit_id, kind, wanted, day, begins - SLICE * number


def _wanted(problem: Problem, load: Load) -> Iterator[Step]:
    """Give the people wanted at each step that wants more than the cover."""
    for (unit_id, kind, begins), people in sorted(load.items()):
        there = _also_needed(problem, unit_id, kind, begins)
        wanted = ceil(people - SPARE) + there
        if wanted > there:
            yield unit_id, kind, wanted, begins


def _add(problem: Problem, session: Session, load: Load) -> None:
    """Spread the people of a session over the times it may have."""
    line = problem.plan_line[session.line_id]
    begins = min(b for b, _ in session.options)
    ends = max(e for _, e in session.options)
    lengths = sorted(e - b for b, e in session.options)
    usual = lengths[len(lengths) // 2]
    kind = Kind.ROUND if line.kind is Support.VISIT else Kind.WAKING
    if kind is Kind.ROUND:
        usual = ceil(APART * (usual + problem.usual_journey))
    minutes = usual * _likely(problem, session)
    steps = range(begins - begins % SLICE, ends, SLICE)
    share = session.people * minutes / (SLICE * max(1, len(steps)))
    unit_id = problem.client[session.client_id].unit_id
    for step in steps:
        place = (unit_id, kind, step)
        load[place] = load.get(place, 0.0) + min(share, session.people)


def _likely(problem: Problem, session: Session) -> float:
    """Give how likely a candidate session of a weekly line takes place."""
    line = problem.plan_line[session.line_id]
    if not line.is_weekly:
        return 1.0
    period = problem.period_of(session)
    asked = problem.commissioned[line.id].get(period, 0)
    middle = sorted(e - b for b, e in session.options)
    usual = middle[len(middle) // 2]
    candidates = sum(
        problem.period_of(other) == period
        for other in problem.sessions_of_line[line.id]
    )
    return min(1.0, asked / max(1, usual * candidates))


def _also_needed(
    problem: Problem, unit_id: str, kind: Kind, begins: int
) -> int:
    """Give the cover by time that is asked for beside the sessions."""
    day = local_date(begins)
    return max(
        (
            demand.minimum
            for demand in problem.demands
            if demand.date == day
            and not demand.skill
            and not demand.codes
            and demand.kind is kind
            and demand.unit_id == unit_id
            and demand.begins <= begins < demand.ends
        ),
        default=0,
    )


def with_shifts_of(problem: Problem, roster: Roster) -> Roster:
    """Give a rota of the shifts of another, with the sessions pinned."""
    sessions = Roster.pins(problem).pairs
    return Roster(problem, roster.pairs | sessions)
