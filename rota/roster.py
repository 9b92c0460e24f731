"""The answer: who works what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from rota.domain import (
    Assignment,
    Demand,
    Duty,
    Given,
    PairKind,
    Problem,
    Session,
    SessionTime,
    Worker,
)
from rota.domain import Pair as People

if TYPE_CHECKING:
    import pandas as pd

Pair = tuple[str, str]  # worker id, duty id


class Roster:
    """A set of (worker, duty) pairs of the horizon; pins included, past not.

    It never changes, and iterates sorted, so that the same rota is the same
    everywhere.
    """

    def __init__(self, problem: Problem, pairs: Iterable[Pair]) -> None:
        self.problem = problem
        past = {(entry.worker_id, entry.duty_id) for entry in problem.past}
        self.pairs = frozenset(pairs) - past
        self._timelines: dict[str, tuple[Duty, ...]] = {}

    @classmethod
    def of(cls, problem: Problem, entries: Iterable[Assignment]) -> Roster:
        """Make a roster of assignments."""
        return cls(problem, ((e.worker_id, e.duty_id) for e in entries))

    @classmethod
    def pins(cls, problem: Problem) -> Roster:
        """Give the rota that holds the pins and nothing else."""
        return cls.of(problem, problem.pinned)

    def __iter__(self) -> Iterator[Assignment]:
        for worker_id, duty_id in sorted(self.pairs):
            yield Assignment(worker_id=worker_id, duty_id=duty_id)

    def __len__(self) -> int:
        return len(self.pairs)

    def __contains__(self, pair: object) -> bool:
        return pair in self.pairs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Roster) and self.pairs == other.pairs

    def __hash__(self) -> int:
        return hash(self.pairs)

    def __repr__(self) -> str:
        return f"Roster({len(self.pairs)} duties given)"

    @cached_property
    def by_worker(self) -> dict[str, tuple[Duty, ...]]:
        """Duties of the horizon by worker id, by begin then id."""
        found: dict[str, list[Duty]] = {}
        for worker_id, duty_id in self.pairs:
            duty = self.problem.duty.get(duty_id)
            if duty is not None:
                found.setdefault(worker_id, []).append(duty)
        return {
            worker.id: tuple(sorted(found.get(worker.id, ()), key=_by_begin))
            for worker in self.problem.workers
        }

    @cached_property
    def _sessions(self) -> dict[str, tuple[SessionTime, ...]]:
        found: dict[str, list[SessionTime]] = {}
        if self.problem.sessions:
            for worker_id, duty_id in self.pairs:
                time = self.problem.session_times.get(duty_id)
                if time is not None:
                    found.setdefault(worker_id, []).append(time)
        return {
            worker_id: tuple(sorted(held, key=_by_begin))
            for worker_id, held in found.items()
        }

    def sessions_of(self, worker_id: str) -> tuple[SessionTime, ...]:
        """Give the sessions a worker gives, by begin then id."""
        return self._sessions.get(worker_id, ())

    def paid_of(self, worker_id: str) -> tuple[Given, ...]:
        """Give what counts hours for a worker: duties, and visits."""
        visits = [t for t in self.sessions_of(worker_id) if t.contract]
        return (*self.timeline(worker_id), *visits)

    @cached_property
    def _taking_place(self) -> dict[str, tuple[SessionTime, ...]]:
        found: dict[str, dict[str, SessionTime]] = {}
        for held in self._sessions.values():
            for time in held:
                times = found.setdefault(time.session.id, {})
                times[time.id] = time
        return {
            session_id: tuple(sorted(times.values(), key=_by_begin))
            for session_id, times in found.items()
        }

    def times_of(self, session_id: str) -> tuple[SessionTime, ...]:
        """Give when a session takes place: once, in a rota that is right."""
        return self._taking_place.get(session_id, ())

    @cached_property
    def by_duty(self) -> dict[str, tuple[Worker, ...]]:
        """Workers by duty id, in the order of the problem."""
        found: dict[str, set[str]] = {}
        for worker_id, duty_id in self.pairs:
            found.setdefault(duty_id, set()).add(worker_id)
        return {
            duty_id: tuple(w for w in self.problem.workers if w.id in held)
            for duty_id, held in found.items()
        }

    def timeline(self, worker_id: str) -> tuple[Duty, ...]:
        """Give everything a worker does, history too, by begin then id."""
        if worker_id not in self._timelines:
            past = self.problem.past_of[worker_id]
            both = sorted((*past, *self.by_worker[worker_id]), key=_by_begin)
            self._timelines[worker_id] = tuple(both)
        return self._timelines[worker_id]

    def workers_on(self, duty_id: str) -> tuple[Worker, ...]:
        """Give the workers of one duty, in the order of the problem."""
        return self.by_duty.get(duty_id, ())

    def changed(
        self, add: Iterable[Pair] = (), drop: Iterable[Pair] = ()
    ) -> Roster:
        """Give a roster with pairs added and dropped."""
        return Roster(self.problem, (self.pairs - set(drop)) | set(add))

    def diff(self, other: Roster) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
        """Give the pairs only here, and those only there."""
        return (
            tuple(sorted(self.pairs - other.pairs)),
            tuple(sorted(other.pairs - self.pairs)),
        )

    def to_frame(self) -> pd.DataFrame:
        """Give a table: worker, name, date, code, unit, begins, ends (UTC)."""
        import pandas as pd

        rows = [
            {
                "worker": entry.worker_id,
                "name": self.problem.worker[entry.worker_id].name,
                "date": pd.Timestamp(duty.date),
                "code": duty.code,
                "unit": duty.unit_id,
                "begins": pd.Timestamp(60 * duty.begins, unit="s", tz="UTC"),
                "ends": pd.Timestamp(60 * duty.ends, unit="s", tz="UTC"),
            }
            for entry in self
            for duty in (self.problem.given(entry.duty_id),)
        ]
        columns = ["worker", "name", "date", "code", "unit", "begins", "ends"]
        return pd.DataFrame(rows, columns=columns)

    def draw(self) -> str:
        """Draw the rota as text: workers down, dates across."""
        dates = self.problem.dates
        width = max((len(w.name) for w in self.problem.workers), default=0)
        lines = [
            " " * width + "".join(f"{day:%a}"[:3].rjust(5) for day in dates)
        ]
        for worker in self.problem.workers:
            cells = [self._cell(worker.id, day).rjust(5) for day in dates]
            lines.append(worker.name.ljust(width) + "".join(cells))
        return "\n".join(lines)

    def _cell(self, worker_id: str, day: date) -> str:
        codes = [d.code for d in self.by_worker[worker_id] if d.date == day]
        return "/".join(codes) or "."


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the rota: some workers on some dates; None means all.

    A key belongs to a part if any pair that it depends on does. Without
    `shifts` only sessions are open.
    """

    worker_ids: frozenset[str] | None = None
    dates: frozenset[date] | None = None
    shifts: bool = True

    def frees(self, worker_id: str, day: date) -> bool:
        """Tell whether what the worker does that day is open to change."""
        return (self.worker_ids is None or worker_id in self.worker_ids) and (
            self.dates is None or day in self.dates
        )

    def workers(self, problem: Problem) -> tuple[Worker, ...]:
        """Give the workers of the part, in the order of the problem."""
        if self.worker_ids is None:
            return problem.workers
        return tuple(w for w in problem.workers if w.id in self.worker_ids)

    def pairs(self, problem: Problem, kind: PairKind) -> list[People]:
        """Give the pairs of a kind of whom one is in the part."""
        ids = {worker.id for worker in self.workers(problem)}
        return [
            pair
            for pair in problem.pairs
            if pair.kind is kind and {pair.worker_id, pair.other_id} & ids
        ]

    def demands(self, problem: Problem) -> tuple[Demand, ...]:
        """Give the demands that a duty of the part's dates could meet."""
        if self.dates is None:
            return problem.demands
        near = _with_neighbours(self.dates)
        return tuple(d for d in problem.demands if d.date in near)

    def sessions(self, problem: Problem) -> tuple[Session, ...]:
        """Give the sessions of the part's dates."""
        if self.dates is None:
            return problem.sessions
        return _sessions_on(problem, self.dates)

    def sessions_beside(self, problem: Problem) -> tuple[Session, ...]:
        """Give those, and the sessions of the days next to them."""
        if self.dates is None:
            return problem.sessions
        return _sessions_on(problem, _with_neighbours(self.dates))

    def duties(self, problem: Problem) -> tuple[Duty, ...]:
        """Give the open duties of the part's dates."""
        if self.dates is None:
            return problem.open_duties
        return tuple(d for d in problem.open_duties if d.date in self.dates)


EVERYTHING = Part()


def _with_neighbours(dates: Iterable[date]) -> set[date]:
    """Give dates with the day before and the day after each."""
    return {day + timedelta(days=n) for day in dates for n in (-1, 0, 1)}


def _sessions_on(
    problem: Problem, dates: Iterable[date]
) -> tuple[Session, ...]:
    held = sorted(set(dates) & problem.sessions_on.keys())
    return tuple(s for day in held for s in problem.sessions_on[day])


def _by_begin(duty: Given) -> tuple[int, str]:
    return duty.begins, duty.id
