"""Whether there are people enough for a plan, whoever works what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rota import words
from rota.calendar import monday, overlap
from rota.commissioned import is_away
from rota.domain import (
    Driver,
    PlanLine,
    Problem,
    SessionTime,
    Strength,
    Worker,
)
from rota.nearest_support import SupportSearch, joined
from rota.rules.clients_choice import PersonalCare


def supply(
    search: SupportSearch,
    line: PlanLine,
    day: date,
    asked: int,
    times: Sequence[SessionTime],
) -> str:
    """Say what is missing where there are too few people for a plan.

    Parameters
    ----------
    search
        Knows the rota.
    line
        The line of the plan that is short.
    day
        Its week or day.
    asked
        Minutes asked for in it.
    times
        When what is missing could still be given.

    Returns
    -------
    A sentence with the numbers, or nothing where people are enough.
    """
    problem = search.problem
    every = [
        time
        for session in problem.sessions_of_line[line.id]
        if problem.period_of(session) == day or session.date == day
        for time in problem.times_of[session.id]
    ]
    if not every:
        return no_day(problem, line, day)
    if not times:
        return _no_time(search, every)
    able = _able(problem, line, every)
    if len(able) < line.people:
        need = words.count(line.people, "person", "people")
        verb = "is" if len(able) < 2 else "are"
        return f"It needs {need}; {len(able) or 'nobody'} {verb} eligible"
    alone = line.driver is not Driver.NONE and not line.trip
    if alone and not _drivers(problem, able, every):
        return "It needs a driver; none of those eligible can drive then"
    there = _on_shift(search, able, every)
    if there < asked * line.people:
        return _too_short(len(able), there, asked * line.people)
    return ""


def _too_short(able: int, there: int, needed: int) -> str:
    """Say that the eligible are on shift too little, or not at all."""
    one = able == 1
    if not there:
        if one:
            return "The one person eligible is not on shift then"
        return f"None of the {able} people eligible is on shift then"
    who = "one person eligible is" if one else f"{able} people eligible are"
    return (
        f"The {who} on shift for {words.hours(there)} of the times it may fall"
        f" in; it needs {words.hours(needed)}"
    )


def no_day(problem: Problem, line: PlanLine, day: date) -> str:
    """Say that a week, or a day, has no time at all for a line."""
    days = [
        one
        for one in problem.dates
        if line.falls_on(one)
        and (monday(one) == day if line.is_weekly else one == day)
    ]
    client = problem.client[line.client_id]
    if days and all(is_away(problem, client, one) for one in days):
        return f"{client.name} is away on every day on which it may fall"
    return "There is no day on which it could be given"


def _no_time(search: SupportSearch, every: Sequence[SessionTime]) -> str:
    """Say what takes the only time, or that there is none."""
    if len(every) == 1:
        [only] = every
        for session in search.problem.sessions_of_client[only.client.id]:
            for held in search.roster.times_of(session.id):
                if held.overlaps(only.begins, only.ends):
                    return f"{held.code} has {held.line.kind} {held.times}"
    return "No time is left in which it could be given"


def _able(
    problem: Problem, line: PlanLine, times: Iterable[SessionTime]
) -> list[Worker]:
    """List who may give a line on one of its days, by what they are."""
    first = {time.date: time for time in reversed(list(times))}
    return [
        worker
        for worker in problem.workers
        if _gives_care(problem, line, worker)
        and any(
            not problem.refusals(worker.id, time.id) for time in first.values()
        )
    ]


def _gives_care(problem: Problem, line: PlanLine, worker: Worker) -> bool:
    """Tell whether the plan rules somebody out from giving it alone."""
    if line.care_by is None or not line.care_is_must or line.people > 1:
        return True
    firm = any(
        type(rule) is PersonalCare and rule.strength is Strength.MUST
        for rule in problem.rules
    )
    return not firm or worker.id in line.care_by


def _drivers(
    problem: Problem, able: Iterable[Worker], times: Sequence[SessionTime]
) -> bool:
    return any(
        problem.may_drive(worker, time) for worker in able for time in times
    )


def _on_shift(
    search: SupportSearch, able: Iterable[Worker], times: Sequence[SessionTime]
) -> int:
    """Count the minutes that the eligible are on shift in possible times."""
    windows = joined((time.begins, time.ends) for time in times)
    return sum(
        overlap(*window, *stretch)
        for worker in able
        for stretch in search.on_shift(worker, times[0])
        for window in windows
    )
