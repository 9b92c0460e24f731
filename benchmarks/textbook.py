"""The model that a person would write by hand, solved in one shot.

A yes-or-no for each person and shift, one shift a day, sums over windows of
days, a slack for whatever costs, and CP-SAT with its own settings: what books
and the examples of solvers show. It reads the same facts and numbers as our
rules do, and says them the plain way; what it finds is judged by the same
check as everything else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from ortools.sat.python import cp_model

import rota
from benchmarks.measure import Answer, Effort
from rota.domain import Duty, Strength, Worker
from rota.rules import Rule
from rota.rules.base import Price, cost_of

ONE_DAY = timedelta(days=1)
WORST = 10**6  # no slack is larger
Sum = Any  # an expression of OR-Tools, or a number
Test = Callable[[Duty], bool]


def textbook(problem: rota.Problem, effort: Effort) -> Answer:
    """Write the model down, solve it once; where nothing is found, no rota.

    Writing it is within the time.
    """
    from benchmarks.textbook_rules import WRITERS

    began = time.monotonic()
    book = Textbook(problem)
    for rule in problem.rules:
        if rule.strength in (Strength.MUST, Strength.SHOULD):
            WRITERS.get(rule.id, _nothing)(book, rule)
    book.model.minimize(sum(book.costs))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = effort.workers
    solver.parameters.random_seed = effort.seed
    left = effort.seconds - (time.monotonic() - began)
    solver.parameters.max_time_in_seconds = max(0.1, left)
    status = solver.solve(book.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(rota.Roster(problem, ()))
    pairs = [pair for pair, x in book.x.items() if solver.value(x)]
    proved = status == cp_model.OPTIMAL
    return Answer(rota.Roster(problem, pairs), proved=proved)


def _nothing(book: Textbook, rule: Rule) -> None:
    """Leave a rule out that such a model does not have."""


class Textbook:
    """One model by hand: its variables, and how limits are said."""

    def __init__(self, problem: rota.Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.costs: list[Sum] = []
        self.x: dict[tuple[str, str], cp_model.IntVar] = {}
        self.on: dict[tuple[str, date], list[tuple[Duty, Sum]]] = {}
        for worker in problem.workers:
            for duty in problem.past_of[worker.id]:
                self._put(worker, duty, 1)
            for duty in problem.allowed_of[worker.id]:
                x = self.model.new_bool_var("")
                self.x[worker.id, duty.id] = x
                self._put(worker, duty, x)

    def _put(self, worker: Worker, duty: Duty, held: Sum) -> None:
        self.on.setdefault((worker.id, duty.date), []).append((duty, held))

    def has(self, worker: Worker, day: date, test: Test | None = None) -> Sum:
        """Count the shifts of a day, or those that pass a test."""
        held = self.on.get((worker.id, day), [])
        return sum(x for duty, x in held if test is None or test(duty))

    def minutes(self, worker: Worker) -> Sum:
        """Add up the contract minutes of the rota."""
        return sum(
            duty.contract * x
            for day in self.problem.dates
            for duty, x in self.on.get((worker.id, day), [])
        )

    def shifts(self, worker: Worker) -> Sum:
        """Count the shifts of the rota."""
        return sum(self.has(worker, day) for day in self.problem.dates)

    @property
    def known(self) -> Sequence[date]:
        """The days of the rota and of the history that is known."""
        first = self.problem.known_from or self.problem.start
        days = (self.problem.end - first).days + 1
        return [first + ONE_DAY * n for n in range(days)]

    def either(self, sums: Sequence[Sum]) -> Sum:
        """Give a yes-or-no that is yes where any of some sums is one."""
        here = self.model.new_bool_var("")
        for one in sums:
            self.model.add(here >= one)
        self.model.add(here <= sum(sums))
        return here

    def at_most(
        self, total: Sum, most: int, rule: Rule, price: Price | None = None
    ) -> None:
        """Forbid, or charge, what a sum is above a limit."""
        if rule.strength is Strength.MUST:
            self.model.add(total <= most)
        else:
            self.model.add(total - self._slack(rule, price) <= most)

    def at_least(
        self, total: Sum, least: int, rule: Rule, price: Price | None = None
    ) -> None:
        """Ask for, or charge, what a sum is below a limit."""
        if rule.strength is Strength.MUST:
            self.model.add(total >= least)
        else:
            self.model.add(total + self._slack(rule, price) >= least)

    def charge(self, amount: Sum, rule: Rule, price: Price) -> None:
        """Charge an amount as such."""
        self.costs.append(cost_of(1, price, rule.unit == "hour") * amount)

    def _slack(self, rule: Rule, price: Price | None) -> Sum:
        """Give a slack that costs; one piece for each marginal price."""
        charged = rule.price if price is None else price
        steps = (charged,) if isinstance(charged, int) else charged
        pieces = []
        for n, step in enumerate(steps):
            most = 1 if n < len(steps) - 1 else WORST
            piece = self.model.new_int_var(0, most, "")
            self.charge(piece, rule, step)
            pieces.append(piece)
        return sum(pieces)
