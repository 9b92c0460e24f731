"""The linear model of a rota: variables, rows, and the verbs rules speak.

It is independent of any solver; `lower` hands it to one. Every variable knows
its value for a given roster, so that hints are complete and the plan can be
evaluated without solving.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from rota.calendar import saturday, weekend_span
from rota.domain import (
    Duty,
    Given,
    Key,
    Problem,
    Session,
    SessionTime,
    Strength,
    Worker,
)
from rota.roster import EVERYTHING, Pair, Part, Roster
from rota.rules.base import FALSE, TRUE, Literal, Price, Rule, Term, cost_of


@dataclass(frozen=True, slots=True)
class Variable:
    """One yes-or-no of the plan, with what it means.

    `op` is "true", "pair", "or", "and" or "pack"; `of` are the literals it
    is made of. A packed window is of its free literal and the negations of
    the earlier windows that it overlaps.
    """

    op: str
    of: tuple[Literal, ...] = ()
    pair: Pair | None = None


@dataclass(slots=True)
class Row:
    """A sum of terms between two bounds; the constants are folded in."""

    terms: tuple[Term, ...]
    lo: int | None
    hi: int | None

    def shortfall(self, values: Sequence[int]) -> int:
        """Give by how much the row is not kept."""
        total = sum(c * values[variable] for c, variable in self.terms)
        over = 0 if self.hi is None else total - self.hi
        under = 0 if self.lo is None else self.lo - total
        return max(0, over, under)


@dataclass(slots=True)
class Slot:
    """All rows of one rule and key, which share one slack."""

    rule: Rule
    key: Key
    strength: Strength
    price: Price
    rows: list[Row] = field(default_factory=list)

    def slack(self, values: Sequence[int]) -> int:
        """Give the largest shortfall of the rows."""
        return max(row.shortfall(values) for row in self.rows)

    @property
    def is_hard(self) -> bool:
        """Tell whether the rows forbid, rather than cost."""
        return self.strength is Strength.MUST

    def cost(self, amount: int) -> int:
        """Give sixtieths of a penny for an amount of slack."""
        return cost_of(amount, self.price, self.rule.unit == "hour")


class Plan:
    """The model of a problem, or of a part of it with the rest as given.

    Parameters
    ----------
    problem
        The question.
    part, given
        What is open, and the roster that holds everything else.
    elastic
        Make every must a should of one penny per unit, and every pair a
        variable: the tests compare slacks with breaches.
    """

    def __init__(
        self,
        problem: Problem,
        part: Part = EVERYTHING,
        given: Roster | None = None,
        *,
        elastic: bool = False,
    ) -> None:
        self.problem = problem
        self.part = part
        self.given = given or Roster.pins(problem)
        self.elastic = elastic
        self.variables = [Variable("true"), Variable("true")]  # 0 is unused
        self.slots: dict[tuple[str, Key], Slot] = {}
        self._derived: dict[tuple[str, tuple[Literal, ...]], Literal] = {}
        self._fixed = {(e.worker_id, e.duty_id) for e in problem.constants}
        self.workers: tuple[Worker, ...] = part.workers(problem)
        self._literals: dict[Pair, Literal] = {}
        self._make_pairs()
        self._make_session_pairs()
        self._on = self._index()
        self._held_sessions = self._sort_sessions()
        self._taking_place: dict[
            str, tuple[tuple[SessionTime, Literal], ...]
        ] = {}
        self._held: dict[str, tuple[tuple[Duty, Literal], ...]] = {}
        self._by_day: dict[str, dict[date, list[Literal]]] = {}
        for rule in problem.rules:
            if self._is_posted(rule):
                cast(Rule, rule).post(self)

    # -- variables ----------------------------------------------------------

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
        """Open what the part frees of the sessions.

        Where somebody who is not freed gives a session already, it stays at
        its time; where enough people do, it is not open at all.
        """
        for session in self.part.sessions(self.problem):
            times = self._open_times(session)
            if times:
                for worker in self.workers:
                    self._open_session(worker.id, session, times)

    def _open_times(self, session: Session) -> Sequence[SessionTime]:
        """Give the times at which somebody freed could give a session."""
        given = self.given.times_of(session.id)
        held = [
            time
            for time in given
            for worker in self.given.workers_on(time.id)
            if (worker.id, time.id) in self._fixed
            or not self.part.frees(worker.id, session.date)
        ]
        if self.elastic:
            return self.problem.times_of[session.id]
        if held:
            return held[:1] if len(held) < session.people else ()
        return self.part.on_grid(self.problem.times_of[session.id], given)

    def _open_session(
        self, worker_id: str, session: Session, times: Sequence[SessionTime]
    ) -> None:
        if not self.part.frees(worker_id, session.date):
            return
        if self.elastic or self.problem.allows_session(worker_id, session.id):
            for time in times:
                pair = (worker_id, time.id)
                if pair not in self._fixed:
                    self._literals[pair] = self._new(
                        Variable("pair", (), pair)
                    )

    def _sort_sessions(
        self,
    ) -> dict[str, tuple[tuple[SessionTime, Literal], ...]]:
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
            past = self.problem.past_of[worker_id]
            every = (*past, *self.problem.open_duties)
            held = ((d, self.literal(worker_id, d.id)) for d in every)
            kept = [(duty, x) for duty, x in held if x != FALSE]
            kept.sort(key=lambda held: (held[0].begins, held[0].id))
            self._held[worker_id] = tuple(kept)
        return self._held[worker_id]

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
                for time in self.problem.times_of[session_id]
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

    # -- rows ---------------------------------------------------------------

    def _is_posted(self, rule: object) -> bool:
        strength = cast(Rule, rule).strength
        if cast(Rule, rule).overrides:
            return True
        if cast(Rule, rule).is_gate and not self.elastic:
            return strength is Strength.SHOULD
        return strength in (Strength.MUST, Strength.SHOULD)

    def bound(
        self,
        terms: Sequence[Term],
        *,
        by: Rule,
        about: Key,
        lo: int | None = None,
        hi: int | None = None,
        price: Price | None = None,
    ) -> None:
        """Ask that the sum of terms lies between lo and hi."""
        strength = by.strength_of(about)
        if strength not in (Strength.MUST, Strength.SHOULD):
            return
        folded, constant = _fold(terms)
        row = Row(
            folded,
            None if lo is None else lo - constant,
            None if hi is None else hi - constant,
        )
        if _always_holds(row):
            return
        name = (by.id, about)
        if name not in self.slots:
            charged = by.price if price is None else price
            if self.elastic and strength is Strength.MUST:
                strength, charged = Strength.SHOULD, 1
            self.slots[name] = Slot(by, about, strength, charged)
        self.slots[name].rows.append(row)

    # -- evaluating ---------------------------------------------------------

    def values(self, roster: Roster) -> list[int]:
        """Give the value of every variable at a roster, by index."""
        values = [0, 1]
        for variable in self.variables[2:]:
            if variable.op == "pair":
                values.append(int(variable.pair in roster.pairs))
            else:
                of = [
                    values[x] if x > 0 else 1 - values[-x] for x in variable.of
                ]
                values.append(int(any(of) if variable.op == "or" else all(of)))
        return values

    def slacks(self, roster: Roster) -> dict[tuple[str, Key], int]:
        """Give every slack that is not zero at a roster, by rule and key."""
        values = self.values(roster)
        found = {name: s.slack(values) for name, s in self.slots.items()}
        return {name: slack for name, slack in found.items() if slack}

    def cost(self, roster: Roster) -> int:
        """Give the objective at a roster, in sixtieths of a penny."""
        values = self.values(roster)
        return sum(
            slot.cost(slot.slack(values))
            for slot in self.slots.values()
            if not slot.is_hard
        )

    def roster(self, values: Sequence[int]) -> Roster:
        """Give the roster of the pairs chosen, with what was given."""
        open_pairs = self._literals.keys()
        chosen = {p for p, x in self._literals.items() if values[x]}
        return Roster(self.problem, (self.given.pairs - open_pairs) | chosen)

    def bare(self) -> Roster:
        """Give the roster in which nothing that is open is given."""
        return Roster(self.problem, self.given.pairs - self._literals.keys())


def _fold(terms: Sequence[Term]) -> tuple[tuple[Term, ...], int]:
    """Add up terms by variable; negations and constants go to a constant."""
    sums: dict[int, int] = {}
    constant = 0
    for coefficient, literal in terms:
        if literal < 0:
            constant += coefficient
            coefficient, literal = -coefficient, -literal
        sums[literal] = sums.get(literal, 0) + coefficient
    constant += sums.pop(TRUE, 0)
    return tuple((c, v) for v, c in sums.items() if c), constant


def _always_holds(row: Row) -> bool:
    """Tell whether no choice of the variables can break the row."""
    most = sum(c for c, _ in row.terms if c > 0)
    least = sum(c for c, _ in row.terms if c < 0)
    return (row.hi is None or most <= row.hi) and (
        row.lo is None or least >= row.lo
    )
