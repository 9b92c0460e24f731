"""Support plans in a picture: who is supported when, and by whom."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from rota.domain import Client, PlanLine, Problem, SessionTime
from rota.domain.cutting import sessions_of

WHEN = re.compile(
    r"(?:(?P<hours>[\d.]+) h (?P<week>a week )?in )?"
    r"(?P<first>\d\d:\d\d)-(?P<last>\d\d:\d\d)"
)


def recut(problem: Problem, **facts: Any) -> Problem:
    """Change facts, and cut the plans into sessions again."""
    problem = problem.replace(**facts)
    return problem.replace(
        sessions=sessions_of(
            problem.plan_lines,
            problem.clients,
            problem.client_away,
            problem.start,
            problem.end,
        )
    )


def with_client(problem: Problem, name: str, **fields: Any) -> Problem:
    """Give a problem with somebody who is supported, or what is new of them.

    Wherever nothing else is said they live in the first unit.
    """
    known = problem.client.get(name)
    if known is None:
        known = Client(id=name, name=name, unit_id=problem.units[0])
    others = [one for one in problem.clients if one.id != name]
    return recut(problem, clients=(*others, known.replace(**fields)))


def with_line(
    problem: Problem, name: str, when: str, **fields: Any
) -> Problem:
    """Give a problem with one more line in somebody's plan."""
    if name not in problem.client:
        problem = with_client(problem, name)
    line = PlanLine(
        id=f"{name} {len(problem.plan_lines)}",
        client_id=name,
        **(hours(when) | fields),
    )
    return recut(problem, plan_lines=(*problem.plan_lines, line))


def hours(when: str) -> dict[str, Any]:
    """Read `09:00-11:00`, `2 h in 09:00-13:00`, `6 h a week in ...`."""
    said = WHEN.fullmatch(when)
    assert said, f"{when!r} says no hours"
    first, last = _minutes(said["first"]), _minutes(said["last"])
    if not said["hours"]:
        return {"starts": first, "ends": last}
    asked = round(60 * float(said["hours"]))
    key = "week_minutes" if said["week"] else "day_minutes"
    last += 1440 if last <= first else 0
    return {key: asked, "earliest": first, "latest": last}


def _minutes(said: str) -> int:
    whole, part = said.split(":")
    return 60 * int(whole) + int(part)


def time_of(problem: Problem, name: str, times: str, day: date) -> SessionTime:
    """Find the time of somebody's session on a date."""
    there = [
        time
        for time in problem.session_times.values()
        if time.client.name == name and time.date == day
    ]
    found = [time for time in there if time.times == times]
    assert found, f"{name} has {[time.times for time in there]} on {day}"
    return found[0]
