"""The linear model of a rota: variables, rows, and the verbs rules speak.

It is independent of any solver; `lower` hands it to one. Every variable knows
its value for a given roster, so that hints are complete and the plan can be
evaluated without solving.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
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
from rota.rules.base import FALSE, TRUE, Literal, Price, Rule, Run, Term
from rota.solver.collector import held_collector
from rota.solver.exclusive import Groups, exclusive_groups
from rota.solver.linear import Row, Slot, Variable, fold
from rota.solver.menu import Menu, whole_menu
from rota.solver.network import Asked, post_network
from rota.solver.reach import Reach

RunsOf = tuple[str, tuple[Literal, ...]]  # the worker, and the run each day


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
    networks
        Tie each worker's runs of days into one network: slower to search,
        and tighter, which raises the bound.
    menu
        The times at which sessions may take place; None: whenever they may.
    """

    def __init__(
        self,
        problem: Problem,
        part: Part = EVERYTHING,
        given: Roster | None = None,
        *,
        elastic: bool = False,
        networks: bool = False,
        menu: Menu | None = None,
    ) -> None:
        self.problem = problem
        self.menu = whole_menu(problem) if menu is None else menu
        self.part = part
        self.given = given or Roster.pins(problem)
        self.elastic = elastic
        self.variables = [Variable("true"), Variable("true")]  # 0 is unused
        self.slots: dict[tuple[str, Key], Slot] = {}
        self._derived: dict[tuple[str, tuple[Literal, ...]], Literal] = {}
        self._fixed = {(e.worker_id, e.duty_id) for e in problem.constants}
        self.workers: tuple[Worker, ...] = part.workers(problem)
        self._literals: dict[Pair, Literal] = {}
        self._held: dict[str, tuple[tuple[Duty, Literal], ...]] = {}
        self._taking_place: dict[
            str, tuple[tuple[SessionTime, Literal], ...]
        ] = {}
        self._by_day: dict[str, dict[date, list[Literal]]] = {}
        self.ties: list[Row] = []
        self.tied: set[int] = set()
        self._runs: dict[RunsOf, Asked] = {}
        with held_collector():
            self._make_pairs()
            self._make_session_pairs()
            self._on = self._index()
            self._held_sessions = self._sort_sessions()
            self._post_rules()
            if networks and not elastic:
                self._post_networks()
            self.groups = self._find_groups()

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

    # -- rows ---------------------------------------------------------------

    def _post_rules(self) -> None:
        for rule in self.problem.rules:
            if self._is_posted(rule):
                cast(Rule, rule).post(self)

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
        if by.is_gate and strength is Strength.MUST and not self.elastic:
            return  # what it refuses is no variable, or a pin
        folded, constant = fold(terms)
        row = Row(
            folded,
            None if lo is None else lo - constant,
            None if hi is None else hi - constant,
        )
        if row.always_holds:
            return
        name = (by.id, about)
        if name not in self.slots:
            charged = by.price if price is None else price
            if self.elastic and strength is Strength.MUST:
                strength, charged = Strength.SHOULD, 1
            self.slots[name] = Slot(by, about, strength, charged)
        self.slots[name].rows.append(row)

    def runs(
        self,
        run: Run,
        *,
        by: Rule,
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        """Say what a rule asks of a worker's runs, beside its rows."""
        literals = tuple(run.holds(day) for day in self.problem.dates)
        about = (run.worker_id, literals)
        asked = self._runs.setdefault(about, Asked(run))
        if least is not None:
            asked.least.append((least, by))
        if most is not None:
            asked.most.append((most, by))

    def _post_networks(self) -> None:
        """Tie the runs of each worker together where short ones count.

        Limits on long runs alone are as tight window by window.
        """
        seen: set[RunsOf] = set()
        for about, asked in self._runs.items():
            turned = (about[0], tuple(-literal for literal in about[1]))
            other = self._runs.get(turned) or Asked(asked.run.turned)
            if (asked.least or other.least) and turned not in seen:
                seen.add(about)
                self.tied |= post_network(self, asked, other)

    def tie(self, terms: Sequence[Term], total: int) -> None:
        """Add a row that what the variables mean makes true."""
        folded, constant = fold(terms)
        if folded:
            at = total - constant
            self.ties.append(Row(folded, at, at))

    # -- evaluating ---------------------------------------------------------

    def values(self, roster: Roster) -> list[int]:
        """Give the value of every variable at a roster, by index."""
        values = [0, 1]
        for variable in self.variables[2:]:
            if variable.op == "pair":
                values.append(int(variable.pair in roster.pairs))
            else:
                values.append(variable.value(values))
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

    # -- for whoever solves it ----------------------------------------------

    def all_slots(self) -> Iterable[Slot]:
        """Every rule and key that the plan speaks of."""
        return self.slots.values()

    def unavoidable(self) -> Sequence[int]:
        """By how much constants alone break each must, slot by slot."""
        bare = self.values(self.bare())
        return [
            slot.slack(bare) if slot.is_hard else 0
            for slot in self.slots.values()
        ]

    def spares(self) -> Sequence[int]:
        """By how much each must may be broken: never one that asks."""
        return [
            0 if slot.rule.asks_at_least else amount
            for slot, amount in zip(
                self.slots.values(), self.unavoidable(), strict=True
            )
        ]

    def _find_groups(self) -> dict[int, Groups]:
        if self.elastic:
            return {}
        return exclusive_groups(
            self.variables, self.slots.values(), self.unavoidable()
        )

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
