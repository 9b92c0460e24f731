"""Commissioned hours: what the plans ask for, and what the rota gives.

Hours are the client's, in minutes: an hour of 2:1 is one hour. Of support
that the house gives together, a line with times of its own is given while
somebody is there for all; a line of hours is given its share of the cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rota.calendar import instant, monday
from rota.domain import Client, PlanLine, Problem
from rota.roster import Roster
from rota.shared_hours import Shares, Stretch, attended, shares, stretches


@dataclass(frozen=True, slots=True)
class Given:
    """What one line of a plan asks for in a week, or on a day, and is given.

    `date` is the Monday of a line of hours per week, else the day.
    """

    line: PlanLine
    date: date
    asked: int
    given: int

    @property
    def short(self) -> int:
        """Minutes missing."""
        return max(0, self.asked - self.given)

    @property
    def over(self) -> int:
        """Minutes beyond what is asked."""
        return max(0, self.given - self.asked)


@dataclass(frozen=True, slots=True)
class ClientWeek:
    """One line of a plan in one week of the rota, for whoever funds it.

    `too_few` are those of the rostered minutes that fewer people give than
    the plan asks for; `share` is the part of the cover shared by all that
    falls to the client. `days_away` are whole days. `worked` is None until it
    is known.
    """

    client: Client
    line: PlanLine
    monday: date
    planned: int
    rostered: int
    short: int
    over: int
    too_few: int = 0
    share: int = 0
    days_away: int = 0
    worked: int | None = None


def commissioned_hours(
    problem: Problem, roster: Roster
) -> tuple[ClientWeek, ...]:
    """Compare what is commissioned with what the rota gives.

    Parameters
    ----------
    problem
        The question, with support plans.
    roster
        Any rota for it.

    Returns
    -------
    A record for each line of a plan and each week that asks for hours or is
    given some: by client, then line, then week.
    """
    there = stretches(problem, roster)
    shared = shares(problem, there)
    return tuple(
        week
        for client in problem.clients
        for line in problem.plan_lines
        if line.client_id == client.id
        for week in _weeks(problem, roster, client, line, there, shared)
        if week.planned or week.rostered or week.days_away
    )


def _weeks(
    problem: Problem,
    roster: Roster,
    client: Client,
    line: PlanLine,
    there: Sequence[Stretch],
    shared: Shares,
) -> Iterator[ClientWeek]:
    given = [] if line.kind.is_by_cover else periods(problem, roster, line)
    for first in problem.weeks:
        mine = [one for one in given if monday(one.date) == first]
        planned = _planned(problem, line, first)
        rostered = sum(one.given for one in mine)
        short, over = (sum(x.short for x in mine), sum(x.over for x in mine))
        if line.kind.is_by_cover:
            rostered = by_cover(problem, line, first, there, shared)
            short, over = (
                max(0, planned - rostered),
                max(0, rostered - planned),
            )
        yield ClientWeek(
            client,
            line,
            first,
            planned,
            rostered,
            short,
            over,
            _too_few(problem, roster, line, first),
            shared.get((line.id, first), 0),
            sum(
                is_away(problem, client, day) for day in _days(problem, first)
            ),
        )


def _planned(problem: Problem, line: PlanLine, first: date) -> int:
    asked = problem.commissioned[line.id]
    return sum(asked[day] for day in asked if monday(day) == first)


def by_cover(
    problem: Problem,
    line: PlanLine,
    first: date,
    there: Sequence[Stretch],
    shared: Shares,
) -> int:
    """Give what cover gives of a line in a week."""
    if line.starts is None:
        return shared.get((line.id, first), 0)
    asked = problem.commissioned[line.id]
    return sum(
        min(minutes, attended(problem, there, line, day))
        for day, minutes in asked.items()
        if monday(day) == first
    )


def _days(problem: Problem, first: date) -> list[date]:
    """Give the dates of the rota in a week."""
    week = [first + timedelta(days=n) for n in range(7)]
    return [day for day in week if day in problem.date_set]


def is_away(problem: Problem, client: Client, day: date) -> bool:
    """Tell whether a client is away for the waking hours of a date."""
    morning, evening = instant(day, 8 * 60), instant(day, 20 * 60)
    return any(
        away.begins <= morning and evening <= away.ends
        for away in problem.away_of[client.id]
    )


def _too_few(
    problem: Problem, roster: Roster, line: PlanLine, first: date
) -> int:
    """Count the minutes that fewer give than the plan asks for."""
    return sum(
        time.length
        for session in problem.sessions_of_line[line.id]
        if monday(session.date) == first
        for time in roster.times_of(session.id)
        if len(roster.workers_on(time.id)) < session.people
    )


def periods(
    problem: Problem, roster: Roster, line: PlanLine
) -> tuple[Given, ...]:
    """Give what a line of sessions asks for and is given, in order."""
    given = dict.fromkeys(problem.commissioned[line.id], 0)
    for session in problem.sessions_of_line[line.id]:
        when = problem.period_of(session)
        minutes = sum(time.length for time in roster.times_of(session.id))
        given[when] = given.get(when, 0) + minutes
    asked = problem.commissioned[line.id]
    return tuple(
        Given(line, when, asked.get(when, 0), minutes)
        for when, minutes in sorted(given.items())
    )


def periods_short(problem: Problem, roster: Roster) -> tuple[Given, ...]:
    """List where sessions are short of what the plans ask for."""
    return tuple(
        one
        for line in problem.plan_lines
        if not line.kind.is_by_cover
        for one in periods(problem, roster, line)
        if one.short
    )


def minutes_not_given(problem: Problem, roster: Roster) -> int:
    """Count the client minutes that sessions are short of the plans."""
    return sum(one.short for one in periods_short(problem, roster))
