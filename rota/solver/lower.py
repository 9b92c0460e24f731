"""From the plan to CP-SAT: variables, rows, objective, hints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from ortools.sat.python import cp_model

from rota.rules.base import MEND, cost_of
from rota.solver.cliques import cliques
from rota.solver.linear import Linear, Row, Slot, Variable

RISE = 0.1  # how much more each further person who is missing is charged
RISING = 6  # people told apart; beyond them all cost alike


@dataclass(slots=True)
class Lowered:
    """A CP-SAT model with what is needed to read its answers.

    The model minimises cost / scale, in whole numbers; cost is in sixtieths of
    a penny.
    """

    plan: Linear
    model: cp_model.CpModel
    variables: list[cp_model.IntVar]
    slacks: list[tuple[Slot, int, cp_model.IntVar]]
    scale: int = 1
    is_exact: bool = False  # no slack is more than it has to be

    def cost_of_objective(self, objective: float) -> float:
        """Turn an objective, or a bound on it, into a cost."""
        return objective * self.scale

    def hint(self, values: Sequence[int]) -> None:
        """Start the search from known values of every variable."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        for variable, value in zip(
            self.variables[2:], values[2:], strict=True
        ):
            self.model.add_hint(variable, value)
        for slot, step, slack in self.slacks:
            self.model.add_hint(slack, slot.slack(values) // step)


def lower(
    plan: Linear, *, evenly: bool = False, exactly: bool = False
) -> Lowered:
    """Hand a plan, or an excerpt of one, to CP-SAT.

    Parameters
    ----------
    plan
        What to decide.
    evenly
        Charge the second person who is missing at a time more than the
        first, so that what is short is spread. The objective is then no cost,
        and what bounds it bounds no rota.
    exactly
        Let nothing cost more than it has to, so that answers that differ are
        different rotas: for who wants every one of them.
    """
    model = cp_model.CpModel()
    made = _variables(plan, model, exactly=exactly)
    lowered = Lowered(plan, model, made, [], is_exact=exactly)
    costs: list[tuple[int, cp_model.IntVar]] = []
    excluding: list[tuple[int, int]] = []
    for slot, spare in zip(plan.all_slots(), plan.spares(), strict=True):
        if slot.is_hard:
            if spare:
                costs += _mend(lowered, slot, spare)
                continue
            for row in slot.rows:
                if _is_pair(row):
                    excluding.append((row.terms[0][1], row.terms[1][1]))
                else:
                    _forbid(lowered, row)
        else:
            costs += _charge(lowered, slot, evenly=evenly)
    for row in plan.ties:
        _tie(lowered, row)
    for group in cliques(excluding):
        model.add_at_most_one(lowered.variables[v] for v in group)
    _minimise(lowered, costs)
    return lowered


def _variables(
    plan: Linear, model: cp_model.CpModel, *, exactly: bool
) -> list[cp_model.IntVar]:
    true = model.new_constant(1)
    made: list[cp_model.IntVar] = [true, true]
    for variable in plan.variables[2:]:
        new = model.new_bool_var("")
        number = len(made)
        made.append(new)
        groups = plan.groups.get(number)
        if groups:
            _any(model, new, made, groups)
        elif number not in plan.tied:
            _define(model, new, variable, made, exactly=exactly)
    return made


def _any(
    model: cp_model.CpModel,
    new: cp_model.IntVar,
    made: Sequence[cp_model.IntVar],
    groups: Sequence[Sequence[int]],
) -> None:
    """Tie a variable to groups of which each has one that holds at most."""
    held = [
        [made[x] if x > 0 else ~made[-x] for x in group] for group in groups
    ]
    if len(held) == 1:
        model.add_exactly_one([*held[0], ~new])
        return
    model.add_bool_or([*(x for group in held for x in group), ~new])
    for group in held:
        if len(group) == 1:
            model.add_implication(group[0], new)
        else:
            model.add_at_most_one([*group, ~new])


def _define(
    model: cp_model.CpModel,
    new: cp_model.IntVar,
    variable: Variable,
    made: Sequence[cp_model.IntVar],
    *,
    exactly: bool,
) -> None:
    """Tie a derived variable to what it is made of."""
    of = [made[x] if x > 0 else ~made[-x] for x in variable.of]
    if variable.op == "or":
        model.add_bool_or([*of, ~new])
        for literal in of:
            model.add_implication(literal, new)
    elif variable.op == "and" or (variable.op == "pack" and of):
        for literal in of:
            model.add_implication(new, literal)
        if variable.op == "and" or exactly:
            model.add_bool_or([*(~literal for literal in of), new])


def _sum(lowered: Lowered, row: Row) -> cp_model.LinearExpr:
    return cp_model.LinearExpr.weighted_sum(
        [lowered.variables[v] for _, v in row.terms],
        [c for c, _ in row.terms],
    )


def _forbid(lowered: Lowered, row: Row) -> None:
    """Post a row that may not be broken."""
    if row.is_clause:
        some = [~lowered.variables[v] for _, v in row.terms]
        lowered.model.add_bool_or(some)
    else:
        _post(lowered, row, 0)


def _post(lowered: Lowered, row: Row, slack: cp_model.IntVar | int) -> None:
    total = _sum(lowered, row)
    if row.hi is not None:
        lowered.model.add(total - slack <= row.hi)
    if row.lo is not None:
        lowered.model.add(total + slack >= row.lo)


def _slacken(
    lowered: Lowered, rows: Sequence[Row], slack: cp_model.IntVar
) -> None:
    """Post rows that share a slack."""
    for row in rows:
        _post(lowered, row, slack)
    if lowered.is_exact:
        off: list[cp_model.LinearExprT] = [0]
        for row in rows:
            total = _sum(lowered, row)
            if row.hi is not None:
                off.append(total - row.hi)
            if row.lo is not None:
                off.append(row.lo - total)
        lowered.model.add_max_equality(slack, off)


def _tie(lowered: Lowered, row: Row) -> None:
    """Post a row that ties variables to each other."""
    negated = [c < 0 for c, _ in row.terms]
    ones = all(abs(c) == 1 for c, _ in row.terms)
    if ones and row.hi == 1 - sum(negated):
        literals = [lowered.variables[v] for _, v in row.terms]
        lowered.model.add_exactly_one(
            ~x if turned else x
            for x, turned in zip(literals, negated, strict=True)
        )
    else:
        lowered.model.add(_sum(lowered, row) == row.hi)


def _mend(
    lowered: Lowered, slot: Slot, spare: int
) -> list[tuple[int, cp_model.IntVar]]:
    """Give the cost of a must that constants break, and nobody may worsen."""
    slack = lowered.model.new_int_var(0, spare, "")
    lowered.slacks.append((slot, 1, slack))
    _slacken(lowered, slot.rows, slack)
    return [(cost_of(1, MEND, slot.rule.unit == "hour"), slack)]


def _is_pair(row: Row) -> bool:
    """Tell a row that only forbids that two things hold at once."""
    return len(row.terms) == 2 and row.is_clause


def _charge(
    lowered: Lowered, slot: Slot, *, evenly: bool
) -> list[tuple[int, cp_model.IntVar]]:
    """Give the cost terms of a slot; make its slack where it needs one."""
    if _is_plain(slot):
        step = slot.cost(1)
        return [
            (step * c, lowered.variables[v]) for c, v in slot.rows[0].terms
        ]
    step = slot.step  # in people instead of minutes: few values to try
    most = max(_worst(row) for row in slot.rows) // step
    slack = lowered.model.new_int_var(0, most, "")
    lowered.slacks.append((slot, step, slack))
    _slacken(lowered, [row.shrunk(step) for row in slot.rows], slack)
    return _pieces(lowered, slack, most, _marginal(slot, step, evenly=evenly))


def _marginal(slot: Slot, step: int, *, evenly: bool) -> list[int]:
    """Give what each further unit of a slack costs; the last, all beyond."""
    if not isinstance(slot.price, int):
        return slot.marginal
    cost = slot.cost(step)
    if evenly and _asks_for_people(slot):
        return [int(cost * (1 + RISE * n)) for n in range(RISING)]
    return [cost]


def _asks_for_people(slot: Slot) -> bool:
    """Tell a slot that asks for somebody, whoever it is."""
    some = any(row.lo is not None for row in slot.rows)
    return some and not slot.key.worker_id


def _is_plain(slot: Slot) -> bool:
    """Tell a slot whose slack is simply the sum of its one row."""
    row = slot.rows[0]
    return (
        len(slot.rows) == 1
        and row.lo is None
        and row.hi == 0
        and isinstance(slot.price, int)
        and all(c > 0 for c, _ in row.terms)
    )


def _worst(row: Row) -> int:
    most = sum(c for c, _ in row.terms if c > 0)
    least = sum(c for c, _ in row.terms if c < 0)
    over = 0 if row.hi is None else most - row.hi
    under = 0 if row.lo is None else row.lo - least
    return max(0, over, under)


def _pieces(
    lowered: Lowered,
    slack: cp_model.IntVar,
    most: int,
    marginal: Sequence[int],
) -> list[tuple[int, cp_model.IntVar]]:
    """Price a slack; rising marginal costs become one piece each."""
    marginal = marginal[: max(1, most)]
    steps = len(marginal)
    if steps == 1:
        return [(marginal[0], slack)]
    sizes = [1] * (steps - 1) + [most - steps + 1]
    pieces = [lowered.model.new_int_var(0, size, "") for size in sizes]
    lowered.model.add(cp_model.LinearExpr.sum(pieces) == slack)
    if lowered.is_exact:
        for size, piece, cheaper in zip(
            sizes[1:], pieces[1:], pieces, strict=False
        ):
            lowered.model.add(piece <= size * cheaper)
    return list(zip(marginal, pieces, strict=True))


def _minimise(
    lowered: Lowered, costs: list[tuple[int, cp_model.IntVar]]
) -> None:
    """Set the objective, in the largest unit that keeps it whole."""
    lowered.scale = gcd(*(c for c, _ in costs)) or 1
    lowered.model.minimize(
        cp_model.LinearExpr.weighted_sum(
            [variable for _, variable in costs],
            [c // lowered.scale for c, _ in costs],
        )
    )
