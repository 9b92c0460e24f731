"""For posting: runs of days, none longer or shorter than it may be.

A day off is known to be one only where every duty of the worker is known or
being decided; so a run that touches the edge of what is known has no known
end there, and is never too short.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rota.calendar import ONE_DAY
from rota.domain import Duty, Key, Strength
from rota.rules.base import FALSE, Literal, Plan, Rule, Run


def run_of(
    plan: Plan, worker_id: str, counts: Callable[[Duty], bool], what: str = ""
) -> Run:
    """Give the runs of days on which a duty starts that counts."""
    found: dict[date, list[Literal]] = {}
    for duty, literal in plan.duties_of(worker_id):
        if counts(duty):
            found.setdefault(duty.date, []).append(literal)
    works = {day: plan.any_of(held) for day, held in found.items()}
    problem = plan.problem
    first = min(problem.start, problem.known_from or problem.start)

    def holds(day: date) -> Literal:
        return works.get(day, FALSE)

    def breaks(day: date) -> Literal:
        known = first <= day <= problem.end
        return -works.get(day, FALSE) if known else FALSE

    return Run(worker_id, holds, breaks, what)


def bar_short(plan: Plan, run: Run, least: int, by: Rule) -> None:
    """Ask each run for at least so many days; the first day is the key."""
    problem = plan.problem
    plan.runs(run, by=by, least=least)
    for length in range(1, least):
        short = least - length
        day = problem.start - ONE_DAY * length
        while day <= problem.end:
            inside = [run.holds(day + ONE_DAY * n) for n in range(length)]
            sides = [
                run.breaks(day - ONE_DAY),
                run.breaks(day + ONE_DAY * length),
            ]
            literals = [*sides, *inside]
            if FALSE not in literals:
                _bar(plan, literals, short, by, run.about(day))
            day += ONE_DAY


def _bar(
    plan: Plan, literals: list[Literal], short: int, by: Rule, about: Key
) -> None:
    """Forbid, or price, that all hold: one thing to pay for is tighter."""
    if by.strength_of(about) is Strength.MUST:
        terms = [(short, literal) for literal in literals]
        most = short * (len(literals) - 1)
        plan.bound(terms, hi=most, by=by, about=about)
    else:
        together = plan.all_of(literals)
        plan.bound([(short, together)], hi=0, by=by, about=about)


def bar_long(plan: Plan, run: Run, most: int, by: Rule) -> None:
    """Ask each run for at most so many days; each day too many is a key."""
    plan.runs(run, by=by, most=most)
    for day in plan.problem.dates_and_after:
        window = [run.holds(day - ONE_DAY * n) for n in range(most + 1)]
        if FALSE not in window:
            plan.bound(
                [(1, literal) for literal in window],
                hi=most,
                by=by,
                about=run.about(day),
            )
