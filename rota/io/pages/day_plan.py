"""What a Day sheet shows: rows of blocks of time, before they are drawn.

A sheet begins when the morning's first people come, and ends where that of
the next date begins: every minute of the rota is on one sheet.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rota import words
from rota.calendar import DAY, HOUR, ONE_DAY, clock, instant, local
from rota.domain import (
    Client,
    Driver,
    Duty,
    Given,
    Kind,
    Problem,
    SessionTime,
    Worker,
)
from rota.io.pages.facts import Facts

MORNING = 7 * HOUR  # when a day begins, unless people come earlier
EVENING = 22 * HOUR
DAWN = 4 * HOUR  # whoever comes before it belongs to the night
QUARTER = 15
FINE = 5  # minutes of a column where sessions begin between the quarters
JOIN = " \u00b7 "  # between a name and what is said of it
SLEEP = "sleep-in"
AWAY = "away"
TO_FILL = "to fill"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of time with a word in it; `sort` says how it is drawn.

    Sorts are session, sleep-in, other, travel, away and gap; the client's id
    gives a session its colour.
    """

    begins: int
    ends: int
    text: str
    sort: str = "session"
    client_id: str = ""


@dataclass(frozen=True, slots=True)
class Shade:
    """A shift under the blocks: when, and of which code."""

    begins: int
    ends: int
    code: str


@dataclass(frozen=True, slots=True)
class Row:
    """A person's day; more than one lane only where two things clash."""

    name: str
    note: str
    lanes: tuple[tuple[Block, ...], ...]
    shades: tuple[Shade, ...] = ()

    @property
    def marks(self) -> tuple[int, ...]:
        """When a shift begins or ends."""
        return tuple(m for one in self.shades for m in (one.begins, one.ends))


@dataclass(frozen=True)
class DayPlan:
    """One date: who is where, and who is with whom."""

    facts: Facts
    day: date
    begins: int
    ends: int

    @property
    def _problem(self) -> Problem:
        return self.facts.problem

    def _meets(self, one: Duty | SessionTime) -> bool:
        return one.overlaps(self.begins, self.ends)

    @cached_property
    def _sessions(self) -> tuple[SessionTime, ...]:
        return tuple(
            time
            for session in _near(self._problem, self.day)
            for time in self.facts.roster.times_of(session)
            if self._meets(time)
        )

    @cached_property
    def step(self) -> int:
        """Minutes of a column."""
        marks = [m for t in self._sessions for m in (t.begins, t.ends)]
        fits = all(mark % QUARTER == 0 for mark in marks)
        return QUARTER if fits else FINE

    @cached_property
    def has_short(self) -> bool:
        """Tell whether the sessions are so short that columns are wide."""
        lengths = sorted(time.length for time in self._sessions)
        return bool(lengths) and lengths[len(lengths) // 2] <= HOUR // 2

    def is_quiet(self, at: int) -> bool:
        """Tell an hour in which nothing changes, to be drawn narrow.

        By night; by day too where the day is made of visits.
        """
        by_night = not MORNING <= local(at).hour * HOUR < EVENING
        changes = [m for row in self.workers for m in row.marks]
        return (
            (by_night or self.has_short)
            and not any(at < mark < at + HOUR for mark in changes)
            and not any(t.overlaps(at, at + HOUR) for t in self._sessions)
        )

    @cached_property
    def workers(self) -> tuple[Row, ...]:
        """A row for everybody who is at work, by unit and begin."""
        found = []
        for worker in self.facts.workers:
            duties = [
                duty
                for duty in self.facts.roster.timeline(worker.id)
                if self._meets(duty)
            ]
            sessions = [
                time
                for time in self.facts.roster.sessions_of(worker.id)
                if self._meets(time)
            ]
            if duties or sessions:
                row = self._worker(worker, duties, sessions)
                given: list[Given] = [*duties, *sessions]
                first = min(one.begins for one in given)
                found.append((self.facts.homes[worker.id], first, row))
        return tuple(row for _, _, row in sorted(found, key=lambda x: x[:2]))

    def _worker(
        self,
        worker: Worker,
        duties: Sequence[Duty],
        sessions: Sequence[SessionTime],
    ) -> Row:
        blocks = [
            *self._given(worker, sessions),
            *self._ways(worker, sessions),
            *(block for duty in duties for block in _marked(duty)),
        ]
        shades = [
            Shade(duty.begins, duty.ends, duty.code)
            for duty in duties
            if duty.kind in (Kind.WAKING, Kind.ROUND)
        ]
        note = ", ".join(f"{duty.code} {duty.times}" for duty in duties)
        return Row(worker.name, note, _lanes(blocks), tuple(shades))

    def _given(
        self, worker: Worker, sessions: Iterable[SessionTime]
    ) -> Iterator[Block]:
        """Give a block for each session of somebody: the client, and how."""
        for time in sessions:
            said = [time.client.name, *self._how(time)]
            drives = self._problem.may_drive(worker, time)
            if time.line.driver is not Driver.NONE and drives:
                said.append("driver")
            yield Block(
                time.begins,
                time.ends,
                JOIN.join(said),
                client_id=time.client.id,
            )

    def _how(self, time: SessionTime) -> Iterator[str]:
        if time.session.people > 1:
            yield f"{time.session.people}:1"
        if time.is_out:
            yield "out"
        if time.begins % self.step or time.ends % self.step:
            yield time.times

    def _ways(
        self, worker: Worker, sessions: Sequence[SessionTime]
    ) -> Iterator[Block]:
        """Give the way from each session to the next, where it is known.

        Whole columns are drawn: the shortest way is to be seen.
        """
        for one, other in itertools.pairwise(sessions):
            minutes = self._problem.journey(worker, one, other)
            if minutes and one.ends < other.begins:
                wide = -(-minutes // self.step) * self.step
                ends = min(other.begins, one.ends + wide)
                yield Block(one.ends, ends, f"{minutes} min", "travel")

    @cached_property
    def clients(self) -> tuple[Row, ...]:
        """A row for every client: who is with them, and when."""
        return tuple(self._client(client) for client in self._problem.clients)

    def _client(self, client: Client) -> Row:
        with_them = [t for t in self._sessions if t.client.id == client.id]
        minutes = sum(
            min(time.ends, self.ends) - max(time.begins, self.begins)
            for time in with_them
        )
        blocks = [
            *(self._who(time) for time in with_them),
            *(
                Block(away.begins, away.ends, AWAY, AWAY)
                for away in self._problem.away_of[client.id]
                if away.begins < self.ends and self.begins < away.ends
            ),
            *(
                Block(gap.begins, gap.ends, TO_FILL, "gap")
                for gap in self.facts.not_given
                if gap.client.id == client.id
                and self.begins <= gap.begins < self.ends
                and not gap.missing
            ),
        ]
        note = words.hours(minutes) if minutes else ""
        return Row(client.name, note, _lanes(blocks))

    def _who(self, time: SessionTime) -> Block:
        """Give a block for a session: who gives it, and how."""
        there = self.facts.roster.workers_on(time.id)
        names = [self.facts.short_names[worker.id] for worker in there]
        missing = time.session.people - len(names)
        if missing > 0:
            names.append(f"{missing} missing")
        return Block(
            time.begins,
            time.ends,
            JOIN.join((" + ".join(names), *self._how(time))),
            client_id=time.client.id,
        )

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What is not given that day; why is on other pages."""
        return tuple(
            gap.sentence
            for gap in self.facts.not_given
            if gap.date == self.day and (gap.missing or not gap.line.is_weekly)
        )


def _marked(duty: Duty) -> Iterator[Block]:
    """Give a block for what is no shift to give support in."""
    if duty.elsewhere:
        yield Block(duty.begins, duty.ends, "elsewhere", "other")
    elif duty.is_sleep_in:
        yield Block(duty.begins, duty.ends, SLEEP, SLEEP)
    elif duty.kind not in (Kind.WAKING, Kind.ROUND):
        yield Block(duty.begins, duty.ends, duty.name or duty.code, "other")


def _lanes(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], ...]:
    """Put blocks in as few rows as it takes that none hides another."""
    lanes: list[list[Block]] = [[]]
    for block in sorted(blocks, key=lambda b: (b.begins, b.ends, b.text)):
        for lane in lanes:
            if not lane or lane[-1].ends <= block.begins:
                lane.append(block)
                break
        else:
            lanes.append([block])
    return tuple(tuple(lane) for lane in lanes)


def _near(problem: Problem, day: date) -> Iterator[str]:
    """Give the ids of the sessions that may be on a date's sheet."""
    for n in (-1, 0, 1):
        for session in problem.sessions_on.get(day + timedelta(days=n), ()):
            yield session.id


def day_plans(facts: Facts) -> Iterator[DayPlan]:
    """Give the plan of every date of the rota."""
    problem = facts.problem
    marks = _all_times(facts)
    starts = _morning([begins for begins, _ in marks])
    for day in problem.dates:
        first, last = instant(day, starts), instant(day + ONE_DAY, starts)
        if day == problem.start:
            first = min([first, *(b for b, _ in marks if b >= instant(day))])
        if day == problem.end:
            last = max([last, *(e for _, e in marks)])
        yield DayPlan(facts, day, *_cut(first, last, marks))


def _all_times(facts: Facts) -> list[tuple[int, int]]:
    """List when anybody works or gives a session."""
    held: list[Given] = []
    for worker in facts.problem.workers:
        held += facts.metrics.duties_of(worker.id)
        held += facts.roster.sessions_of(worker.id)
    return [(one.begins, one.ends) for one in held]


def _morning(begins: Iterable[int]) -> int:
    """Give the whole hour at which days begin: 07:00, or earlier."""
    early = [
        minutes
        for begin in begins
        for at in (local(begin),)
        for minutes in (at.hour * HOUR + at.minute,)
        if DAWN <= minutes < MORNING
    ]
    return min([MORNING, *early]) // HOUR * HOUR


def _cut(
    first: int, last: int, marks: Iterable[tuple[int, int]]
) -> tuple[int, int]:
    """Cut a day to whole hours in which somebody is at work."""
    inside = [
        (max(first, begins), min(last, ends))
        for begins, ends in marks
        if begins < last and first < ends
    ]
    if not inside:
        return first, min(last, first + DAY // 2)
    begins = min(begin for begin, _ in inside)
    ends = max(end for _, end in inside)
    return begins // HOUR * HOUR, -(-ends // HOUR) * HOUR


def hours_of(plan: DayPlan) -> list[tuple[int, str]]:
    """Give each hour of a sheet: when it begins, and the clock."""
    return [(at, clock(at)) for at in range(plan.begins, plan.ends, HOUR)]
