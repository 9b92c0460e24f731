"""A few choices of a plan, with everything else as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from rota.rules.base import Literal, Term
from rota.solver.exclusive import Groups
from rota.solver.linear import Row, Slot, Variable

if TYPE_CHECKING:
    from rota.solver.standing import Standing


TIE = -1  # the slot of rows that no rule has
DERIVED = ("true", "or", "and", "pack")


class Excerpt:
    """The variables that some choices decide, and the rows these are in.

    It costs as much as what the choices touch. `whose` are the variables of
    the plan that the variables here stand for, `values` how they stood.
    """

    def __init__(self, standing: Standing, choices: Iterable[int]) -> None:
        self._standing = standing
        self.problem = standing.plan.problem
        self.variables = [Variable("true"), Variable("true")]
        self.whose = [0, 1]
        self._here: dict[int, Literal] = {}
        self._gather(choices)
        self.tied = {
            here
            for here, whose in enumerate(self.whose)
            if whose in standing.plan.tied
        }
        self.groups = {
            here: self._groups(whose)
            for here, whose in enumerate(self.whose)
            if self.variables[here].op == "or"
        }
        self.ties: list[Row] = []
        self.numbers: list[int] = []  # of the slots, in the standing
        self._slots: list[Slot] = []
        self._spares: list[int] = []
        self.values = [0, 1, *(standing.values[v] for v in self.whose[2:])]
        self._excerpt_rows()

    def all_slots(self) -> Iterable[Slot]:
        """Every rule and key that the choices touch."""
        return self._slots

    def spares(self) -> Sequence[int]:
        """By how much each must is broken as it stands."""
        return self._spares

    def changes(self, values: Sequence[int]) -> dict[int, int]:
        """Give the choices of the plan that are made otherwise."""
        return {
            whose: value
            for whose, made, old, value in zip(
                self.whose, self.variables, self.values, values, strict=True
            )
            if value != old and made.op not in DERIVED
        }

    def _groups(self, whose: int) -> Groups:
        """Give the groups of the inputs that are left of a variable."""
        found = []
        for group in self._standing.plan.groups.get(whose, ()):
            held = [self._here[x] for x in group if x in self._here]
            if held:
                found.append(tuple(dict.fromkeys(held)))
        return tuple(found)

    # -- variables ----------------------------------------------------------

    def _gather(self, choices: Iterable[int]) -> None:
        """Follow the choices to everything that is made of them."""
        todo = list(choices)
        heapify(todo)
        last = 0
        while todo:
            variable = heappop(todo)
            if variable == last:
                continue
            last = variable
            literal = self._literal(variable)
            if literal is not None:
                self._here[variable] = literal
                for made in self._standing.made_of[variable]:
                    heappush(todo, made)

    def _literal(self, variable: int) -> Literal | None:
        """Give what a variable is here; None where it cannot change."""
        made = self._standing.plan.variables[variable]
        if not made.of:
            return self._new(variable, made)
        of = self._open_inputs(made)
        if of is None:
            return None
        if len(of) == 1 and made.op != "pack":
            return of[0]
        return self._new(variable, replace(made, of=tuple(of)))

    def _open_inputs(self, made: Variable) -> list[Literal] | None:
        """Give the inputs that can change; None if the others decide."""
        values, decides = self._standing.values, made.op == "or"
        of: dict[Literal, None] = {}
        for literal in made.of:
            variable = abs(literal)
            here = self._here.get(variable)
            if here is not None:
                of[here if literal > 0 else -here] = None
            elif (values[variable] == (literal > 0)) == decides:
                return None
        if any(-literal in of for literal in of):
            return None
        return list(of)

    def _new(self, variable: int, made: Variable) -> Literal:
        self.variables.append(made)
        self.whose.append(variable)
        return len(self.variables) - 1

    # -- rows ---------------------------------------------------------------

    def _excerpt_rows(self) -> None:
        slots: dict[int, list[Row]] = {}
        touched: dict[int, set[int]] = {}
        for number, row in self.rows():
            owner = self._standing.slot_of[number]
            if owner == TIE:
                self.ties.append(row)
                continue
            touched.setdefault(owner, set()).add(number)
            if not row.always_holds:
                slots.setdefault(owner, []).append(row)
        for number in sorted(slots):
            slot = self._standing.slots[number]
            rows = slots[number] + self._left(number, touched[number])
            self.numbers.append(number)
            self._slots.append(slot.of_rows(rows))
            self._spares.append(
                self._standing.slacks[number] if slot.is_hard else 0
            )

    def rows(self) -> Iterable[tuple[int, Row]]:
        """Give the rows with an open variable, the others folded in.

        Each comes with its number in the standing rota.
        """
        rows_of = self._standing.rows_of
        touching: dict[int, list[Term]] = {}
        for variable, literal in self._here.items():
            for number, coefficient in rows_of[variable]:
                held = touching.get(number)
                if held is None:
                    touching[number] = [(coefficient, literal)]
                else:
                    held.append((coefficient, literal))
        for number, held in touching.items():
            yield number, self._folded(number, held)

    def _folded(self, number: int, held: Iterable[Term]) -> Row:
        """Give a row of some of its terms, the others as they stand."""
        row = self._standing.rows[number]
        constant = self._standing.totals[number]
        values = self.values
        terms: dict[int, int] = {}
        for coefficient, literal in held:
            if literal < 0:
                coefficient, literal = -coefficient, -literal
            constant -= coefficient * values[literal]
            terms[literal] = terms.get(literal, 0) + coefficient
        return Row(
            tuple([(c, v) for v, c in terms.items() if c]),
            None if row.lo is None else row.lo - constant,
            None if row.hi is None else row.hi - constant,
        )

    def _left(self, slot: int, touched: set[int]) -> list[Row]:
        """Give what the rows that no choice touches ask at least."""
        standing = self._standing
        if not standing.slacks[slot]:
            return []
        least = max(
            (
                standing.rows[n].off(standing.totals[n])
                for n in standing.rows_in(slot)
                if n not in touched
            ),
            default=0,
        )
        return [Row((), least, None)] if least else []
