"""One worker: the schedule that is worth most at given prices."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from rota.solver.diagrams.calendar import Calendar
from rota.solver.diagrams.sums import Tables, TooMuchError
from rota.solver.excerpt import DERIVED, Excerpt
from rota.solver.linear import Row, Slot, Variable
from rota.solver.lower import Lowered, lower
from rota.solver.oneshot import Budget, search
from rota.solver.schedules.split import Split

if TYPE_CHECKING:
    from rota.solver.diagrams.diagram import Diagram, Found

ROOM = 2_000  # schedules of one worker that are looked at at once
KEPT = 3  # of the schedules found on the way
Prices = Mapping[int, int]  # of one unit of each row that several share


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """What one worker could do: the choices made, what they cost and give.

    `gives` is by how much each row that several share is changed.
    """

    worker_id: str
    chosen: frozenset[int]
    cost: int
    gives: Mapping[int, int]

    def reduced(self, prices: Prices) -> int:
        """Give the cost, less what the schedule gives to others."""
        return self.cost - sum(
            prices.get(row, 0) * amount for row, amount in self.gives.items()
        )


@dataclass(frozen=True, slots=True)
class Priced:
    """What a search of one worker found.

    `bound` is of every schedule's reduced cost; None where there is none.
    """

    schedules: list[Schedule]
    bound: int | None


class Alone:
    """The part of a plan that is about one worker and nobody else."""

    def __init__(self, excerpt: Excerpt, split: Split) -> None:
        self.variables: list[Variable] = excerpt.variables
        self.ties: list[Row] = excerpt.ties
        self.tied = excerpt.tied
        self.groups = excerpt.groups
        self.numbers: list[int] = []
        self._slots: list[Slot] = []
        self._spares: list[int] = []
        for number, slot, spare in zip(
            excerpt.numbers, excerpt.all_slots(), excerpt.spares(), strict=True
        ):
            if number in split.alone:
                self.numbers.append(number)
                self._slots.append(slot)
                self._spares.append(spare)

    def all_slots(self) -> Iterable[Slot]:
        """Every rule and key that is about nobody else."""
        return self._slots

    def spares(self) -> Sequence[int]:
        """By how much constants break each must."""
        return self._spares


class Own:
    """The schedules of one worker.

    Parameters
    ----------
    split
        The plan, taken apart.
    worker_id
        Whose schedules.
    tables
        For a diagram of all schedules; None: they are searched for.
    must
        Whether there must be a diagram: else those are searched of whom
        there is none.

    Raises
    ------
    TooMuchError
        There is none, and must be one.
    """

    def __init__(
        self,
        split: Split,
        worker_id: str,
        tables: Tables | None = None,
        *,
        must: bool = False,
    ) -> None:
        self.worker_id = worker_id
        self._excerpt = Excerpt(split.standing, split.choices[worker_id])
        self._alone = Alone(self._excerpt, split)
        self._rows = {
            number: row.shrunk(split.step_of[number])
            for number, row in self._excerpt.rows()
            if number in split.step_of
        }
        bare = self._excerpt.values
        self._bare = {n: row.total(bare) for n, row in self._rows.items()}
        self.numbers = self._alone.numbers
        self._diagram: Diagram | None = None
        try:
            if tables is not None:
                self._diagram = self._as_diagram(tables)
        except TooMuchError:
            if must:
                raise

    def _as_diagram(self, tables: Tables) -> Diagram:
        """Give all schedules as a diagram."""
        # Compiled code is loaded by whoever has a use for it, not before.
        from rota.solver.diagrams.diagram import Diagram

        problem = self._excerpt.problem
        day_at = {day: n for n, day in enumerate(problem.dates)}
        day_of = {
            number: day_at[problem.given(made.pair[1]).date]
            for number, made in enumerate(self._alone.variables)
            if made.pair is not None
        }
        calendar = Calendar(
            self._alone.variables,
            day_of,
            [*self._alone.all_slots()],
            self._alone.spares(),
        )
        rows = {n: row.terms for n, row in self._rows.items()}
        return Diagram(calendar, len(problem.dates), rows, tables)

    @property
    def is_diagram(self) -> bool:
        """Tell whether the cheapest is found at once, and for certain."""
        return self._diagram is not None

    @cached_property
    def _lowered(self) -> Lowered:
        return lower(self._alone)

    @cached_property
    def _base(self) -> dict[int, int]:
        return _objective(self._lowered)

    def with_chosen(self, chosen: Collection[int]) -> Schedule | None:
        """Give the schedule of some choices; None where a must forbids it."""
        return self._schedule(self._values(chosen))

    def cheapest(
        self,
        prices: Prices,
        budget: Budget,
        begin: Schedule | None = None,
    ) -> Priced:
        """Find cheap schedules at prices, the cheapest one last.

        Parameters
        ----------
        prices
            Of one unit of each row that several share.
        budget
            Time, seed and ticks of the search.
        begin
            A schedule to begin from.
        """
        if self._diagram is not None:
            return self._read_off(self._diagram, prices)
        self._charge(prices)
        if begin is not None:
            self._lowered.hint(self._values(begin.chosen))
        seen: list[list[int]] = []
        found = search(
            self._lowered, budget, lambda values, _: seen.append(values)
        )
        schedules = [self._schedule(values) for values in seen[-KEPT:]]
        bound = None if found.bound is None else found.bound - self._offset
        return Priced([s for s in schedules if s is not None], bound)

    def _read_off(self, diagram: Diagram, prices: Prices) -> Priced:
        """Give the cheapest schedule of all, which proves itself."""
        found = diagram.cheapest(prices)
        if found is None:
            return Priced([], None)
        bound = found.cost - sum(
            prices.get(row, 0) * amount for row, amount in found.gives.items()
        )
        return Priced([self._as_schedule(found)], bound)

    def _as_schedule(self, found: Found) -> Schedule:
        whose = self._excerpt.whose
        chosen = frozenset(whose[n] for n in found.chosen)
        return Schedule(self.worker_id, chosen, found.cost, found.gives)

    def near(
        self, prices: Prices, most: float, budget: Budget, room: int = ROOM
    ) -> tuple[list[Schedule], bool]:
        """Find the schedules that cost no more than `most` at prices.

        Tells whether these are all there are.
        """
        if self._diagram is not None:
            found, is_all = self._diagram.up_to(prices, math.floor(most), room)
            return [self._as_schedule(one) for one in found], is_all
        lowered = lower(self._alone, exactly=True)
        cost, offset = self._cost(lowered, _objective(lowered), prices)
        lowered.model.clear_objective()  # type: ignore[no-untyped-call]
        lowered.model.add(cost <= math.floor(most) + offset)
        seen: dict[tuple[int, ...], None] = {}  # some are told of again
        searched = search(
            lowered,
            replace(budget, every=True),
            lambda values, _: seen.update({tuple(values): None}),
        )
        schedules = [self._schedule(values) for values in seen]
        is_all = searched.optimal or searched.infeasible
        return [s for s in schedules if s is not None], is_all

    def _charge(self, prices: Prices) -> None:
        """Set the objective: own costs, less what is given to others."""
        cost, self._offset = self._cost(self._lowered, self._base, prices)
        self._lowered.model.minimize(cost)

    def _cost(
        self, lowered: Lowered, base: dict[int, int], prices: Prices
    ) -> tuple[cp_model.LinearExpr, int]:
        """Give what a schedule costs at prices, and what is beside that."""
        terms = Counter(base)
        offset = 0
        for number, row in self._rows.items():
            price = prices.get(number, 0)
            offset -= price * self._bare[number]
            for coefficient, variable in row.terms:
                index = lowered.variables[variable].index
                terms[index] -= price * coefficient
        model = lowered.model
        cost = cp_model.LinearExpr.weighted_sum(
            [model.get_int_var_from_proto_index(i) for i in terms],
            list(terms.values()),
        )
        return cost, offset

    def _values(self, chosen: Collection[int]) -> list[int]:
        values = [0, 1]
        for variable, whose in zip(
            self._excerpt.variables[2:], self._excerpt.whose[2:], strict=True
        ):
            values.append(
                variable.value(values)
                if variable.op in DERIVED
                else int(whose in chosen)
            )
        return values

    def _schedule(self, values: Sequence[int]) -> Schedule | None:
        cost = 0
        for slot, spare in zip(
            self._alone.all_slots(), self._alone.spares(), strict=True
        ):
            slack = slot.slack(values)
            if slot.is_hard and slack > spare:
                return None
            cost += slot.cost(slack)
        gives = {
            number: row.total(values) - self._bare[number]
            for number, row in self._rows.items()
        }
        return Schedule(
            self.worker_id,
            frozenset(
                whose
                for whose, variable, value in zip(
                    self._excerpt.whose,
                    self._excerpt.variables,
                    values,
                    strict=True,
                )
                if value and variable.op not in DERIVED
            ),
            cost,
            {row: amount for row, amount in gives.items() if amount},
        )


def _objective(lowered: Lowered) -> dict[int, int]:
    """Read what each variable of a model costs, and count in that from now."""
    objective = lowered.model.proto.objective
    costs = {
        index: coefficient * lowered.scale
        for index, coefficient in zip(
            objective.vars, objective.coeffs, strict=True
        )
    }
    lowered.scale = 1
    return costs
