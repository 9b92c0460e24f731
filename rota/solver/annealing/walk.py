"""The walk itself: move after move, each taken or taken back.

A move that makes the rota dearer by some amount is taken with the chance
exp(-amount / temperature).
"""

from __future__ import annotations

import math

import numpy as np

from rota.solver.annealing.compiled import compiled
from rota.solver.annealing.dice import Dice, below, share
from rota.solver.annealing.moves import MOST, propose
from rota.solver.annealing.table import (
    BROKEN,
    COST,
    FIRST_ROW,
    HIGH,
    IS_HARD,
    LEVEL,
    LOW,
    MAKES,
    MAKES_END,
    NEEDED,
    PRICE,
    PRICE_END,
    ROW_END,
    ROWS,
    ROWS_END,
    SLOT,
    SPARE,
    STEP,
    TOTAL,
    TOUCHED,
    TRUE_ONES,
    VALUE,
    Ints,
    Longs,
    Table,
)

AIMED = 0.3  # of the moves, about something that costs
NOBODY = 0  # no variable has that number
NOT_WAITING = -1


@compiled
def weigh(rows: Longs, slots: Longs, prices: Longs, slot: int) -> None:
    """Weigh a slot: what it costs, and how many steps it is broken beyond."""
    slack = 0
    for row in range(slots[slot, FIRST_ROW], slots[slot, ROW_END]):
        total = rows[row, TOTAL]
        slack = max(slack, total - rows[row, HIGH], rows[row, LOW] - total)
    beyond = 0
    if slots[slot, IS_HARD]:
        beyond = max(0, slack - slots[slot, SPARE])
    left, cost = slack - beyond, 0
    price, last = slots[slot, PRICE], slots[slot, PRICE_END] - 1
    while left > 0 and price < last:
        cost += prices[price]
        price += 1
        left -= 1
    slots[slot, COST] = cost + left * prices[last]
    slots[slot, BROKEN] = -(-beyond // slots[slot, STEP])


@compiled
def weigh_all(rows: Longs, slots: Longs, prices: Longs) -> None:
    """Weigh every slot."""
    for slot in range(len(slots)):
        weigh(rows, slots, prices, slot)


@compiled
def _turn(
    variables: Ints,
    in_rows: Ints,
    rows: Longs,
    slots: Longs,
    variable: int,
    tick: int,
    touched: Ints,
    many: int,
) -> int:
    """Turn a variable over; give how many slots are touched by now."""
    value = 1 - variables[variable, VALUE]
    step = 2 * value - 1
    variables[variable, VALUE] = value
    for n in range(variables[variable, ROWS], variables[variable, ROWS_END]):
        row = in_rows[n, 0]
        rows[row, TOTAL] += step * in_rows[n, 1]
        slot = rows[row, SLOT]
        if slots[slot, TOUCHED] != tick:
            slots[slot, TOUCHED] = tick
            touched[many] = slot
            many += 1
    return many


@compiled
def _tell(
    variables: Ints,
    makes: Ints,
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
def _is_wrong(variables: Ints, made: int) -> bool:
    """Tell whether a variable is not what follows from its literals."""
    is_true = variables[made, TRUE_ONES] >= variables[made, NEEDED]
    return bool(is_true != (variables[made, VALUE] == 1))


@compiled
def _turn_over(
    variables: Ints,
    in_rows: Ints,
    makes: Ints,
    rows: Longs,
    slots: Longs,
    moves: Ints,
    count: int,
    tick: int,
    first: Ints,
    after: Ints,
    turned: Ints,
    touched: Ints,
) -> tuple[int, int]:
    """Turn choices over, and all that follows from them, level by level.

    Nothing is turned twice. Gives how many variables were turned, and how
    many slots touched.
    """
    many_turned, many_touched, highest, level = 0, 0, 0, 1
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
        many_touched = _turn(
            variables,
            in_rows,
            rows,
            slots,
            variable,
            tick,
            touched,
            many_touched,
        )
        highest = _tell(variables, makes, variable, first, after, highest)
        turned[many_turned] = variable
        many_turned += 1
    return many_turned, many_touched


@compiled
def _turn_back(
    variables: Ints,
    in_rows: Ints,
    makes: Ints,
    rows: Longs,
    turned: Ints,
    count: int,
) -> None:
    """Turn variables back, the slots left to whoever remembers them."""
    for k in range(count):
        variable = turned[k]
        value = 1 - variables[variable, VALUE]
        step = 2 * value - 1
        variables[variable, VALUE] = value
        for n in range(
            variables[variable, ROWS], variables[variable, ROWS_END]
        ):
            rows[in_rows[n, 0], TOTAL] += step * in_rows[n, 1]
        for n in range(
            variables[variable, MAKES], variables[variable, MAKES_END]
        ):
            variables[makes[n, 0], TRUE_ONES] += step * makes[n, 1]


@compiled
def _aim(table: Table, chance: Dice, slot: int) -> int:
    """Draw a choice that a slot hangs on; 0 where it hangs on none."""
    first, end = table.slots[slot, FIRST_ROW], table.slots[slot, ROW_END]
    row = first + below(chance, end - first)
    begin, end = table.terms_at[row], table.terms_at[row + 1]
    if begin == end:
        return 0
    variable = table.terms[begin + below(chance, end - begin)]
    while table.inputs_at[variable + 1] > table.inputs_at[variable]:
        begin, end = table.inputs_at[variable], table.inputs_at[variable + 1]
        variable = table.inputs[begin + below(chance, end - begin)]
    return variable if variable > 1 else 0


@compiled
def _drawn(table: Table, chance: Dice, costing: Ints, many: int) -> int:
    """Draw what the next move is about: any choice, or what costs."""
    if many and share(chance) < AIMED:
        return _aim(table, chance, costing[below(chance, many)])
    return int(table.choices[below(chance, len(table.choices))])


@compiled
def _weigh_touched(
    rows: Longs,
    slots: Longs,
    prices: Longs,
    touched: Ints,
    many: int,
    before: Longs,
) -> tuple[int, int]:
    """Weigh slots again, and write down what stood before."""
    cost, broken = 0, 0
    for k in range(many):
        slot = touched[k]
        before[k, 0], before[k, 1] = slots[slot, COST], slots[slot, BROKEN]
        weigh(rows, slots, prices, slot)
        cost += slots[slot, COST] - before[k, 0]
        broken += slots[slot, BROKEN] - before[k, 1]
    return cost, broken


@compiled
def _restore(slots: Longs, touched: Ints, many: int, before: Longs) -> None:
    """Let slots weigh what stood before."""
    for k in range(many):
        slot = touched[k]
        slots[slot, COST], slots[slot, BROKEN] = before[k, 0], before[k, 1]


@compiled
def _list(
    slots: Longs, slot: int, costing: Ints, place: Ints, count: int
) -> int:
    """Keep a slot on the list of those that cost, or off it."""
    is_costing = slots[slot, COST] + slots[slot, BROKEN] > 0
    if is_costing and place[slot] < 0:
        costing[count], place[slot] = slot, count
        return count + 1
    if not is_costing and place[slot] >= 0:
        last = costing[count - 1]
        costing[place[slot]], place[last] = last, place[slot]
        place[slot] = -1
        return count - 1
    return count


@compiled
def _passes(rise: float, temperature: float, chance: Dice) -> bool:
    """Tell whether chance lets a move pass (Metropolis)."""
    return rise <= 0 or share(chance) < math.exp(-rise / temperature)


@compiled
def walk(
    table: Table,
    chance: Dice,
    moves: int,
    tick: int,
    temperature: float,
    must: float,
    rises: Longs,
) -> tuple[int, int]:
    """Draw so many moves, and take those that chance lets pass.

    Parameters
    ----------
    table
        The rota, weighed; it is changed.
    chance
        By which moves are drawn and taken.
    moves
        How many to draw.
    tick
        How many were drawn before.
    temperature
        In sixtieths of a penny.
    must
        What a step costs by which a must is broken, in the same.
    rises
        Where to write down what dearer moves would have cost, from place 1
        on, and at place 0 how many there are. An array of one place asks for
        none.

    Returns
    -------
    What the rota costs more, and by how many steps more musts are broken.
    """
    variables, in_rows, makes = table.variables, table.in_rows, table.makes
    rows, slots, prices = table.rows, table.slots, table.prices
    proposal = np.zeros(MOST + 4, np.int32)
    first = np.full(1 + variables[:, LEVEL].max(), NOBODY, np.int32)
    after = np.full(len(variables), NOT_WAITING, np.int32)
    turned = np.zeros(len(variables) + MOST, np.int32)
    touched = np.zeros(len(slots), np.int32)
    before = np.zeros((len(slots), 2), np.int64)
    costing = np.zeros(len(slots), np.int32)
    place = np.full(len(slots), -1, np.int32)
    many, dearer, worse = 0, 0, 0
    for slot in range(len(slots)):
        many = _list(slots, slot, costing, place, many)
    for _ in range(moves):
        tick += 1
        about = _drawn(table, chance, costing, many)
        count = propose(table, chance, about, proposal) if about else 0
        if count == 0:
            continue
        many_turned, many_touched = _turn_over(
            variables,
            in_rows,
            makes,
            rows,
            slots,
            proposal,
            count,
            tick,
            first,
            after,
            turned,
            touched,
        )
        cost, broken = _weigh_touched(
            rows, slots, prices, touched, many_touched, before
        )
        if broken == 0 and cost > 0 and rises[0] + 1 < len(rises):
            rises[0] += 1
            rises[rises[0]] = cost
        if _passes(cost + must * broken, temperature, chance):
            dearer, worse = dearer + cost, worse + broken
            for k in range(many_touched):
                many = _list(slots, touched[k], costing, place, many)
        else:
            _turn_back(variables, in_rows, makes, rows, turned, many_turned)
            _restore(slots, touched, many_touched, before)
    return dearer, worse
