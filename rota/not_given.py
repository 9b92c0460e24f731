"""Hours not given: what plans ask for and nobody gives, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rota import words
from rota.calendar import clock, instant, span
from rota.commissioned import Given, periods_short
from rota.domain import Client, PlanLine, Problem, SessionTime
from rota.nearest import Nearest
from rota.nearest_support import SupportSearch
from rota.roster import Roster
from rota.supply import supply

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NotGiven:
    """Support that a plan asks for and nobody gives, or too few.

    `date` is the Monday of a line of hours per week, else the day; `begins`
    and `ends` are instants where only one time is possible. `minutes` are
    the client's. `missing` counts the people still to be found for a session
    that takes place; its minutes are given, by too few.
    """

    client: Client
    line: PlanLine
    date: date
    minutes: int
    asked: int
    begins: int = 0
    ends: int = 0
    missing: int = 0
    nearest: Nearest | None = None
    supply: str = ""

    @property
    def window(self) -> tuple[str, str]:
        """The wall-clock times, or those between which it may fall."""
        if self.ends:
            return clock(self.begins), clock(self.ends)
        earliest = instant(self.date, self.line.earliest)
        return clock(earliest), clock(instant(self.date, self.line.latest))

    @property
    def when(self) -> str:
        """Say the week, the day or the time."""
        day = words.day(self.date)
        if self.line.is_weekly and not self.missing:
            return f"week of {day}"
        first, last = self.window
        if self.ends:
            return f"{day} {first}-{last}"
        return f"{day} between {first} and {last}"

    @property
    def what(self) -> str:
        """Say how much is not given."""
        kind = self.line.kind
        if self.missing:
            people = words.count(self.missing, "person", "people")
            return f"{people} of {self.line.people} missing for {kind}"
        much = words.hours(self.minutes)
        if self.minutes < self.asked:
            much = f"{much} of {words.hours(self.asked)}"
        return f"{much} {kind} not given"

    @property
    def sentence(self) -> str:
        """Say whose support is not given, when and how much."""
        return f"{self.client.name}, {self.when}: {self.what}"


def hours_not_given(problem: Problem, roster: Roster) -> tuple[NotGiven, ...]:
    """List the support that is short, with the nearest person for each.

    Parameters
    ----------
    problem
        The question, with support plans.
    roster
        The rota that leaves something open.

    Returns
    -------
    By date, then client. Hours per week are one entry a week.
    """
    search = SupportSearch(problem, roster)
    found = [
        _explained(search, one, times)
        for one, times in (
            *_hours_short(problem, roster),
            *_people_short(problem, roster),
        )
    ]
    places = {client.id: n for n, client in enumerate(problem.clients)}

    def place(one: NotGiven) -> tuple[date, int, int, str]:
        return one.date, places[one.client.id], one.begins, one.line.id

    return tuple(sorted(found, key=place))


def _explained(
    search: SupportSearch, one: NotGiven, times: list[SessionTime]
) -> NotGiven:
    return replace(
        one,
        nearest=search.nearest(times),
        supply=supply(search, one.line, one.date, one.asked, times),
    )


def _hours_short(
    problem: Problem, roster: Roster
) -> Iterator[tuple[NotGiven, list[SessionTime]]]:
    """Give the hours that are short, with the times left for them."""
    for given in periods_short(problem, roster):
        line = given.line
        times = _left(problem, roster, given)
        begins, ends = _only_time(given, times)
        yield (
            NotGiven(
                problem.client[line.client_id],
                line,
                given.date,
                given.short,
                given.asked,
                begins,
                ends,
            ),
            times,
        )


def _only_time(given: Given, times: list[SessionTime]) -> Piece:
    """Give the one time at which it could be, also where that is taken."""
    line = given.line
    spans = {(time.begins, time.ends) for time in times}
    if not spans and line.starts is not None and line.ends is not None:
        return span(given.date, line.starts, line.ends)
    return spans.pop() if len(spans) == 1 else (0, 0)


def _left(problem: Problem, roster: Roster, given: Given) -> list[SessionTime]:
    """List the times at which what is short could still be given."""
    busy = _busy(problem, roster, given.line.client_id)
    free = [
        time
        for session in problem.sessions_of_line[given.line.id]
        if problem.period_of(session) == given.date
        and not roster.times_of(session.id)
        for time in problem.times_of[session.id]
        if not any(time.overlaps(begins, ends) for begins, ends in busy)
    ]
    lengths = {time.length for time in free}
    fitting = [length for length in lengths if length <= given.short]
    best = max(fitting) if fitting else min(lengths, default=0)
    return [time for time in free if time.length == best]


def _busy(problem: Problem, roster: Roster, client_id: str) -> list[Piece]:
    """List when a client is with somebody."""
    return [
        (time.begins, time.ends)
        for session in problem.sessions_of_client[client_id]
        for time in roster.times_of(session.id)
    ]


def _people_short(
    problem: Problem, roster: Roster
) -> Iterator[tuple[NotGiven, list[SessionTime]]]:
    """Give the sessions that take place with too few people."""
    for session in problem.sessions:
        for time in roster.times_of(session.id):
            missing = session.people - len(roster.workers_on(time.id))
            if missing > 0:
                yield (
                    NotGiven(
                        time.client,
                        time.line,
                        session.date,
                        0,
                        time.length,
                        time.begins,
                        time.ends,
                        missing,
                    ),
                    [time],
                )
