"""Who comes nearest to giving a session, and the one rule in the way."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rota.domain import Duty, Kind, Problem, SessionTime, Worker
from rota.nearest import DEEP, MANY, SHALLOW, Nearest, Search
from rota.roster import Roster

NO_SHIFT = "is on no shift then"
LOOKS = 24  # times within one shift that are looked at, at most
SHIFTS = 2  # shifts that are looked at for somebody who is on none
Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Guess:
    """How far somebody seems to be from a session, before a closer look."""

    refused: int
    off_shift: bool
    busy: bool
    time: SessionTime
    worker: Worker

    @property
    def rank(self) -> tuple[int, int, bool, int, int, str]:
        """The least is the nearest."""
        return (
            self.refused + self.off_shift + self.busy,
            self.refused,
            self.off_shift,
            -self.time.length,
            self.time.begins,
            self.worker.id,
        )


@dataclass
class SupportSearch:
    """Looks for people to give sessions; remembers what it has worked out."""

    problem: Problem
    roster: Roster
    _on: dict[tuple[str, str, Kind], list[Piece]] = field(default_factory=dict)

    @cached_property
    def _search(self) -> Search:
        return Search(self.problem, self.roster)

    def nearest(self, times: Sequence[SessionTime]) -> Nearest | None:
        """Find who has the fewest rules in the way of one of these times.

        Parameters
        ----------
        times
            When the client could be given what is missing.
        """
        ordered = sorted(times, key=lambda time: (time.begins, time.id))
        guesses = sorted(
            (
                self._guess(worker, ordered)
                for worker in self.problem.workers
                if ordered
            ),
            key=lambda guess: guess.rank,
        )
        deep = DEEP if self._search.looks < MANY else SHALLOW
        found: list[Nearest] = []
        for guess in guesses[:deep]:
            self._search.looks += 1
            found.append(self._look(guess))
            if not found[-1].in_the_way:
                break
        return min(found, key=lambda one: one.in_the_way, default=None)

    def _guess(self, worker: Worker, times: Sequence[SessionTime]) -> _Guess:
        """Give the nearest of the times, which stand in order, for one."""
        best = self._measured(worker, times[0])
        for time in self._worth_a_look(worker, times):
            if not best.rank[0]:
                break
            guess = self._measured(worker, time)
            best = min(best, guess, key=lambda one: one.rank)
        return best

    def _measured(self, worker: Worker, time: SessionTime) -> _Guess:
        return _Guess(
            len(self.problem.refusals(worker.id, time.id)),
            not self.is_on_shift(worker, time),
            self._with(worker, time) is not None,
            time,
            worker,
        )

    def _worth_a_look(
        self, worker: Worker, times: Sequence[SessionTime]
    ) -> Iterator[SessionTime]:
        """Give the first time of each day, and some in every shift."""
        yield from {time.date: time for time in reversed(times)}.values()
        begins = [time.begins for time in times]
        for first, last in self.on_shift(worker, times[0]):
            place = bisect_left(begins, first)
            inside = itertools.islice(times, place, bisect_left(begins, last))
            fitting = [time for time in inside if time.ends <= last]
            yield from fitting[:: 1 + len(fitting) // LOOKS]

    def is_on_shift(self, worker: Worker, time: SessionTime) -> bool:
        """Tell whether somebody is at work there all the while."""
        return any(
            begins <= time.begins and time.ends <= ends
            for begins, ends in self.on_shift(worker, time)
        )

    def on_shift(self, worker: Worker, time: SessionTime) -> list[Piece]:
        """Give when somebody is at work where a session is given."""
        place = worker.id, time.unit_id, time.frame
        if place not in self._on:
            self._on[place] = joined(
                (duty.begins, duty.ends)
                for duty in self.roster.timeline(worker.id)
                if time.is_given_on(duty)
            )
        return self._on[place]

    def _with(self, worker: Worker, time: SessionTime) -> SessionTime | None:
        """Give the session that somebody gives at that time."""
        for held in self.roster.sessions_of(worker.id):
            if held.overlaps(time.begins, time.ends):
                return held
        return None

    def _look(self, guess: _Guess) -> Nearest:
        """Give the musts in somebody's way, else the dearest should."""
        worker, time = guess.worker, guess.time
        reasons = list(self._search.refusals(worker, time))
        if guess.off_shift:
            more = "" if reasons or guess.busy else self._why_off(worker, time)
            reasons.append(NO_SHIFT + more)
        held = self._with(worker, time)
        if held is not None:
            reasons.append(f"is with {held.code} {held.times}")
        return self._search.look(worker, time, reasons)

    def _why_off(self, worker: Worker, time: SessionTime) -> str:
        """Say what keeps somebody from the shift that would hold it."""
        given = {duty.id for duty in self.roster.by_worker[worker.id]}
        holding = [
            duty
            for duty in self.problem.open_duties
            if time.is_given_on(duty)
            and duty.begins <= time.begins
            and time.ends <= duty.ends
            and duty.id not in given
        ]
        looks = [
            (self._shift(worker, duty), duty)
            for duty in sorted(holding, key=lambda d: (d.length, d.id))[
                :SHIFTS
            ]
        ]
        if not looks:
            return ""
        near, duty = min(looks, key=lambda look: look[0].in_the_way)
        return f"; {duty.code} {duty.times} would do: {near.reason}"

    def _shift(self, worker: Worker, duty: Duty) -> Nearest:
        reasons = list(self._search.refusals(worker, duty))
        return self._search.look(worker, duty, reasons)


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Join stretches of time that touch or overlap."""
    found: list[Piece] = []
    for begins, ends in sorted(pieces):
        if found and begins <= found[-1][1]:
            found[-1] = found[-1][0], max(ends, found[-1][1])
        else:
            found.append((begins, ends))
    return found
