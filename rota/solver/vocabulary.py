"""What rules may speak of: who could have which duty, and what follows.

Every pair of a worker and a duty, or a time of a session, is a yes-or-no;
others are made of those: whether somebody works on a day, or any weekend.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from rota.calendar import saturday, weekend_span
from rota.domain import Duty, Given, Problem, Session, SessionTime, Worker
from rota.roster import Pair, Part, Roster
from rota.rules.base import FALSE, TRUE, Literal
from rota.solver.linear import Variable
from rota.solver.menu import Menu
from rota.solver.reach import Reach

SessionTimes = tuple[tuple[SessionTime, Literal], ...]


class Vocabulary:
    """The variables of a plan, with what each means.

    Parameters
    ----------
    problem
        The question.
    part, given
        What is open, and the roster that holds everything else.
    elastic
        Make every pair a variable, whatever gates say.
    menu
        The times at which sessions may take place.
    """

    def __init__(
        self,
        problem: Problem,
        part: Part,
        given: Roster,
        menu: Menu,
        *,
        elastic: bool,
    ) -> None:
        self.problem = problem
        self.menu = menu
        self.part = part
        self.given = given
        self.elastic = elastic
        self.variables = [Variable("true"), Variable("true")]  # 0 is unused
        self.workers: tuple[Worker, ...] = part.workers(problem)
        self._derived: dict[tuple[str, tuple[Literal, ...]], Literal] = {}
        self._fixed = {(e.worker_id, e.duty_id) for e in problem.constants}
        self._literals: dict[Pair, Literal] = {}
        self._held: dict[str, tuple[tuple[Duty, Literal], ...]] = {}
        self._taking_place: dict[str, SessionTimes] = {}
        self._by_day: dict[str, dict[date, list[Literal]]] = {}
        self._make_pairs()
        self._make_session_pairs()
        self._on = self._index()
        self._held_sessions = self._sort_sessions()

    def _make_pairs(self) -> None:
        problem, part = self.problem, self.part
        for worker in self.workers:
            duties = (
                problem.open_duties
                if self.elastic
                else problem.allowed_of[worker.id]
            )
            for duty in duties:
                pair = (worker.id, duty.id)
                if pair not in self._fixed and part.frees(
                    worker.id, duty.date
                ):
                    self._literals[pair] = self._new(
                        Variable("pair", (), pair)
                    )

    def _make_session_pairs(self) -> None:
        """Make a pair of each worker and each time of a session they may give.

        Nothing else of a session is a choice: when it takes place follows.
        """
        reach = Reach(self.problem, self.duties_of)
        for session in self.part.sessions(self.problem):
            every = self.options_of(session.id)
            for worker in self.workers:
                if not self._may_give(worker.id, session):
                    continue
                near = (
                    every if self.elastic else reach.within(worker.id, every)
                )
                pairs = ((worker.id, time.id) for time in near)
                for pair in pairs:
                    if pair not in self._fixed:
                        made = self._new(Variable("pair", (), pair))
                        self._literals[pair] = made

    def _may_give(self, worker_id: str, session: Session) -> bool:
        return self.part.frees(worker_id, session.date) and (
            self.elastic or self.problem.allows_session(worker_id, session.id)
        )

    def options_of(self, session_id: str) -> Sequence[SessionTime]:
        """The times of a session that the plan speaks of."""
        return self.menu[session_id]

    def _sort_sessions(self) -> dict[str, SessionTimes]:
        """Sort the sessions that are or could be given by worker."""
        times = self.problem.session_times if self.problem.sessions else {}
        found: dict[str, list[tuple[SessionTime, Literal]]] = {}
        for duty_id, held in self._on.items():
            if duty_id in times:
                for worker, literal in held:
                    if literal != FALSE:
                        mine = found.setdefault(worker.id, [])
                        mine.append((times[duty_id], literal))
        return {
            worker_id: tuple(
                sorted(held, key=lambda one: (one[0].begins, one[0].id))
            )
            for worker_id, held in found.items()
        }

    def _index(self) -> dict[str, list[tuple[Worker, Literal]]]:
        """Sort what is or could be given by duty, workers in order."""
        given = self.given.pairs | self._fixed
        pairs = dict.fromkeys((*self._literals, *sorted(given)))
        order = {w.id: n for n, w in enumerate(self.problem.workers)}
        found: dict[str, list[tuple[Worker, Literal]]] = {}
        for worker_id, duty_id in sorted(pairs, key=lambda p: order[p[0]]):
            held = found.setdefault(duty_id, [])
            literal = self.literal(worker_id, duty_id)
            held.append((self.problem.worker[worker_id], literal))
        return found

    def _new(self, variable: Variable) -> Literal:
        self.variables.append(variable)
        return len(self.variables) - 1

    def literal(self, worker_id: str, duty_id: str) -> Literal:
        """Whether the worker has the duty; TRUE or FALSE where fixed."""
        pair = (worker_id, duty_id)
        known = self._literals.get(pair)
        if known is not None:
            return known
        here = pair in self._fixed or pair in self.given.pairs
        return TRUE if here else FALSE

    def duties_of(self, worker_id: str) -> Sequence[tuple[Duty, Literal]]:
        """What the worker has or could have, history too, by begin then id."""
        if worker_id not in self._held:
            ids = self._duty_ids.get(worker_id, ())
            duties = [self.problem.duty[duty_id] for duty_id in ids]
            duties.sort(key=lambda duty: (duty.begins, duty.id))
            self._held[worker_id] = tuple(
                (duty, self.literal(worker_id, duty.id)) for duty in duties
            )
        return self._held[worker_id]

    @cached_property
    def _duty_ids(self) -> dict[str, list[str]]:
        """Sort the duties that are or could be given by worker."""
        pairs = {*self._literals, *self.given.pairs, *self._fixed}
        found: dict[str, list[str]] = {}
        for worker_id, duty_id in pairs:
            if duty_id in self.problem.duty:
                found.setdefault(worker_id, []).append(duty_id)
        return found

    def sessions_of(
        self, worker_id: str
    ) -> Sequence[tuple[SessionTime, Literal]]:
        """What sessions the worker gives or could give, by begin then id."""
        return self._held_sessions.get(worker_id, ())

    def paid_of(self, worker_id: str) -> Sequence[tuple[Given, Literal]]:
        """The duties, and the visits, that count hours for the worker."""
        visits = [
            (time, literal)
            for time, literal in self.sessions_of(worker_id)
            if time.contract
        ]
        return (*self.duties_of(worker_id), *visits)

    def times_of(
        self, session_id: str
    ) -> Sequence[tuple[SessionTime, Literal]]:
        """When the session can take place, and whether it does then."""
        if session_id not in self._taking_place:
            found = (
                (time, self.any_of([x for _, x in self.workers_on(time.id)]))
                for time in self.options_of(session_id)
            )
            self._taking_place[session_id] = tuple(
                (time, literal) for time, literal in found if literal != FALSE
            )
        return self._taking_place[session_id]

    def workers_on(self, duty_id: str) -> Sequence[tuple[Worker, Literal]]:
        """Who has or could have the duty, or the time of a session."""
        return self._on.get(duty_id, ())

    def any_of(self, literals: Sequence[Literal]) -> Literal:
        """Whether at least one holds."""
        if TRUE in literals:
            return TRUE
        return self._derive("or", {x for x in literals if x != FALSE}, FALSE)

    def all_of(self, literals: Sequence[Literal]) -> Literal:
        """Whether all hold."""
        if FALSE in literals:
            return FALSE
        return self._derive("and", {x for x in literals if x != TRUE}, TRUE)

    def _derive(
        self, op: str, literals: Iterable[Literal], empty: Literal
    ) -> Literal:
        of = tuple(sorted(literals))
        if len(of) < 2:
            return of[0] if of else empty
        if (op, of) not in self._derived:
            self._derived[op, of] = self._new(Variable(op, of))
        return self._derived[op, of]

    def works_on(self, worker_id: str, day: date) -> Literal:
        """Whether a duty of the worker starts on the local date."""
        if worker_id not in self._by_day:
            days: dict[date, list[Literal]] = {}
            for duty, literal in self.duties_of(worker_id):
                days.setdefault(duty.date, []).append(literal)
            self._by_day[worker_id] = days
        return self.any_of(self._by_day[worker_id].get(day, []))

    def weekend(self, worker_id: str, day: date) -> Literal:
        """Whether the worker has a minute of duty in the day's weekend."""
        begins, ends = weekend_span(saturday(day))
        return self.any_of(
            [
                literal
                for duty, literal in self.duties_of(worker_id)
                if duty.overlaps(begins, ends)
            ]
        )

    def packed(
        self, windows: Sequence[tuple[int, int, Literal]]
    ) -> Sequence[Literal]:
        """Choose windows (begin, end, free), none overlapping, all free."""
        chosen: list[tuple[int, Literal]] = []
        for begins, ends, free in windows:
            if free == FALSE:
                continue
            clash = [-x for last, x in chosen if last > begins]
            window = Variable("pack", (free, *clash))
            chosen.append((ends, self._new(window)))
        return [literal for _, literal in chosen]

    # -- choices, by worker and date ----------------------------------------

    def choices(self, part: Part) -> list[Literal]:
        """Give the variables that a part of the rota leaves open."""
        open_ids = (worker.id for worker in part.workers(self.problem))
        return [
            literal
            for worker_id in open_ids
            for literal, day in self._choices_of.get(worker_id, ())
            if part.dates is None or day in part.dates
            if part.shifts or literal in self.session_of
        ]

    @cached_property
    def session_of(self) -> dict[Literal, SessionTime]:
        """The times of sessions that variables stand for."""
        times = self.problem.session_times if self.problem.sessions else {}
        return {
            literal: times[duty_id]
            for (_, duty_id), literal in self._literals.items()
            if duty_id in times
        }

    @cached_property
    def _choices_of(self) -> dict[str, list[tuple[Literal, date]]]:
        """Sort the pairs that are open by worker, with their dates."""
        found: dict[str, list[tuple[Literal, date]]] = {}
        for (worker_id, duty_id), literal in self._literals.items():
            day = self.problem.given(duty_id).date
            found.setdefault(worker_id, []).append((literal, day))
        return found
