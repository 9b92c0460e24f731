"""Choices turned over, with all that follows from them, and turned back."""

from __future__ import annotations

from rota.solver.annealing.table import (
    AT,
    BROKEN,
    COST,
    LEVEL,
    MAKES,
    MAKES_END,
    NEEDED,
    NOBODY,
    SLOT,
    SUMS,
    SUMS_END,
    TOTAL,
    TOUCHED,
    TRUE_ONES,
    VALUE,
)
from rota.solver.arrays import IntLines, Ints, LongLines
from rota.solver.compiled import compiled

NOT_WAITING = -1


@compiled
def _turn(
    variables: IntLines,
    in_sums: IntLines,
    gauges: IntLines,
    bills: LongLines,
    rows: LongLines,
    slots: LongLines,
    variable: int,
    tick: int,
    were: LongLines,
    many_were: int,
    touched: Ints,
    many_touched: int,
) -> tuple[int, int, int, int]:
    """Turn a variable over, and write down what its sums were."""
    value = 1 - variables[variable, VALUE]
    step = 2 * value - 1
    variables[variable, VALUE] = value
    many_gauges, cost, broken = len(gauges), 0, 0
    for n in range(variables[variable, SUMS], variables[variable, SUMS_END]):
        number, change = in_sums[n, 0], step * in_sums[n, 1]
        if number < many_gauges:
            was = gauges[number, TOTAL]
            gauges[number, TOTAL] = was + change
            old = gauges[number, AT] + was
            cost += bills[old + change, COST] - bills[old, COST]
            broken += bills[old + change, BROKEN] - bills[old, BROKEN]
            were[many_were, 1] = was
        else:
            row = number - many_gauges
            were[many_were, 1] = rows[row, TOTAL]
            rows[row, TOTAL] += change
            slot = rows[row, SLOT]
            if slots[slot, TOUCHED] != tick:
                slots[slot, TOUCHED] = tick
                touched[many_touched] = slot
                many_touched += 1
        were[many_were, 0] = number
        many_were += 1
    return many_were, many_touched, cost, broken


@compiled
def _is_wrong(variables: IntLines, made: int) -> bool:
    """Tell whether a variable is not what follows from its literals."""
    is_true = variables[made, TRUE_ONES] >= variables[made, NEEDED]
    return bool(is_true != (variables[made, VALUE] == 1))


@compiled
def _tell(
    variables: IntLines,
    makes: IntLines,
    variable: int,
    first: Ints,
    after: Ints,
    highest: int,
) -> int:
    """Tell what is made of a variable that it has turned.

    What does not follow any more waits for its level; gives the highest level
    at which something waits.
    """
    step = 2 * variables[variable, VALUE] - 1
    for n in range(variables[variable, MAKES], variables[variable, MAKES_END]):
        made = makes[n, 0]
        variables[made, TRUE_ONES] += step * makes[n, 1]
        if after[made] == NOT_WAITING and _is_wrong(variables, made):
            level = variables[made, LEVEL]
            after[made] = first[level]
            first[level] = made
            highest = max(highest, level)
    return highest


@compiled
def turn_over(
    variables: IntLines,
    in_sums: IntLines,
    makes: IntLines,
    gauges: IntLines,
    bills: LongLines,
    rows: LongLines,
    slots: LongLines,
    moves: Ints,
    count: int,
    tick: int,
    first: Ints,
    after: Ints,
    turned: Ints,
    were: LongLines,
    touched: Ints,
) -> tuple[int, int, int, int, int]:
    """Turn choices over, and all that follows from them, level by level.

    Nothing is turned twice. What waits for its level stands in lists, which
    begin in `first` and go on in `after`. Gives how many variables were
    turned, how many sums changed and stand in `were` with what they were, how
    many slots were touched, and what the gauges show more: the cost, and the
    steps by which musts are broken.
    """
    many_turned, many_were, many_touched = 0, 0, 0
    cost, broken, highest, level = 0, 0, 0, 1
    while many_turned < count or level <= highest:
        if many_turned < count:
            variable = moves[many_turned]
        else:
            variable = first[level]
            if variable == NOBODY:
                level += 1
                continue
            first[level] = after[variable]
            after[variable] = NOT_WAITING
            if not _is_wrong(variables, variable):
                continue
        many_were, many_touched, dearer, worse = _turn(
            variables,
            in_sums,
            gauges,
            bills,
            rows,
            slots,
            variable,
            tick,
            were,
            many_were,
            touched,
            many_touched,
        )
        cost, broken = cost + dearer, broken + worse
        highest = _tell(variables, makes, variable, first, after, highest)
        turned[many_turned] = variable
        many_turned += 1
    return many_turned, many_were, many_touched, cost, broken


@compiled
def turn_back(
    variables: IntLines,
    makes: IntLines,
    gauges: IntLines,
    rows: LongLines,
    turned: Ints,
    many_turned: int,
    were: LongLines,
    many_were: int,
) -> None:
    """Turn variables back, and let the sums be what they were."""
    many_gauges = len(gauges)
    for k in range(many_were - 1, -1, -1):
        number = were[k, 0]
        if number < many_gauges:
            gauges[number, TOTAL] = were[k, 1]
        else:
            rows[number - many_gauges, TOTAL] = were[k, 1]
    for k in range(many_turned):
        variable = turned[k]
        step = 1 - 2 * variables[variable, VALUE]
        variables[variable, VALUE] += step
        begin, end = variables[variable, MAKES], variables[variable, MAKES_END]
        for n in range(begin, end):
            variables[makes[n, 0], TRUE_ONES] += step * makes[n, 1]
