"""A plan taken apart: what is one worker's alone, and what they share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rota.roster import Part
from rota.solver.linear import Row, Slot, Variable
from rota.solver.plan import Plan
from rota.solver.standing import Standing

SEVERAL = "*"  # the owner of what more than one worker decides
NOBODY = ""  # the owner of what is given


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a row that several workers share: sign * total >= need.

    Totals are counted from those of the rota in which nothing is given, in
    the largest unit in which they are whole: people, not their minutes.
    """

    row: int
    sign: int
    need: int


@dataclass(frozen=True, slots=True)
class Joint:
    """A slot that several workers share: its sides, and what slack costs.

    `pieces` are (cost of a unit, units), dearer and dearer; the last has no
    end. A unit here is `step` units of the slot.
    """

    sides: tuple[Side, ...]
    pieces: tuple[tuple[int, float], ...]
    step: int


class Split:
    """A plan with nothing given, by worker.

    A slot with a variable that several workers decide together is left out:
    what is then asked is less, so that a bound of it is a bound of the plan.
    """

    def __init__(self, plan: Plan) -> None:
        self.standing = Standing(plan, plan.bare())
        self.choices = {
            worker.id: plan.choices(Part(worker_ids=frozenset({worker.id})))
            for worker in plan.problem.workers
        }
        owners = _owners(plan.variables, self.choices)
        self.alone: set[int] = set()
        self.joint: list[Joint] = []
        self.joint_numbers: list[int] = []  # of these slots, in the plan
        self.step_of: dict[int, int] = {}  # the rows that several share
        for number, slot in enumerate(self.standing.slots):
            self._sort(number, slot, _owners_of(slot, owners))

    def _sort(self, number: int, slot: Slot, owners: set[str]) -> None:
        if SEVERAL in owners:
            return
        if len(owners) > 1:
            self._share(number, slot)
        else:
            self.alone.add(number)

    def cost_as_it_is(self, slot: int) -> int:
        """Give what a slot costs where nothing is given."""
        held = self.standing.slots[slot]
        return held.cost(self.standing.slacks[slot])

    def _share(self, number: int, slot: Slot) -> None:
        sides = [
            side
            for n in self.standing.rows_in(number)
            for side in _sides(
                n, self.standing.rows[n], self.standing.totals[n], slot.step
            )
        ]
        # A must may be broken at a price that nobody pays: then there always
        # is a mix, whatever is held, and what is asked is less.
        pieces = [(slot.cost(1), math.inf)] if slot.is_hard else slot.pieces(0)
        self.step_of |= dict.fromkeys((s.row for s in sides), slot.step)
        self.joint_numbers.append(number)
        dearer = tuple((cost * slot.step, most) for cost, most in pieces)
        self.joint.append(Joint(tuple(sides), dearer, slot.step))


def _sides(number: int, row: Row, total: int, step: int) -> list[Side]:
    found = []
    if row.lo is not None:
        found.append(Side(number, 1, (row.lo - total) // step))
    if row.hi is not None:
        found.append(Side(number, -1, (total - row.hi) // step))
    return found


def _owners(
    variables: Sequence[Variable], choices: dict[str, list[int]]
) -> list[str]:
    """Give whose each variable is; what is made of nothing is nobody's."""
    owners = [NOBODY] * len(variables)
    for worker_id, held in choices.items():
        for choice in held:
            owners[choice] = worker_id
    for number, variable in enumerate(variables):
        of = {owners[abs(literal)] for literal in variable.of} - {NOBODY}
        if len(of) > 1:
            owners[number] = SEVERAL
        elif of:
            owners[number] = of.pop()
    return owners


def _owners_of(slot: Slot, owners: Sequence[str]) -> set[str]:
    found = {owners[v] for row in slot.rows for _, v in row.terms}
    return found - {NOBODY}
