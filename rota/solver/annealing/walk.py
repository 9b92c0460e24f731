"""The walk itself: move after move, each taken or taken back.

A move that makes the rota dearer by some amount is taken with the chance
exp(-amount / temperature).
"""

from __future__ import annotations

import math

import numpy as np

from rota.solver.annealing.dice import Dice, below, share
from rota.solver.annealing.moves import propose
from rota.solver.annealing.table import (
    AT,
    BROKEN,
    COST,
    FIRST_ROW,
    HIGH,
    IS_HARD,
    LEVEL,
    LOW,
    MOST,
    NOBODY,
    PRICE,
    PRICE_END,
    ROW_END,
    SPARE,
    STEP,
    TOTAL,
    Table,
)
from rota.solver.annealing.turning import (
    NOT_WAITING,
    turn_back,
    turn_over,
)
from rota.solver.arrays import IntLines, Ints, LongLines, Longs
from rota.solver.compiled import compiled

SHIFTS = 0.3  # of the others, about a shift, where sessions are many
AIMED = 0.3  # of the moves, about something that costs


@compiled
def weigh(rows: LongLines, slots: LongLines, prices: Longs, slot: int) -> None:
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
def weigh_all(table: Table) -> tuple[int, int]:
    """Weigh every slot; give what the rota costs, and the steps broken."""
    cost, broken = 0, 0
    for gauge in range(len(table.gauges)):
        bill = table.gauges[gauge, AT] + table.gauges[gauge, TOTAL]
        cost += table.bills[bill, COST]
        broken += table.bills[bill, BROKEN]
    for slot in range(len(table.slots)):
        weigh(table.rows, table.slots, table.prices, slot)
        cost += table.slots[slot, COST]
        broken += table.slots[slot, BROKEN]
    return cost, broken


@compiled
def _aim(table: Table, chance: Dice, number: int) -> int:
    """Draw a choice that a gauge or a slot hangs on; 0 where on none."""
    slot = number - len(table.gauges)
    if slot >= 0:
        first, end = table.slots[slot, FIRST_ROW], table.slots[slot, ROW_END]
        number = len(table.gauges) + first + below(chance, end - first)
    begin, end = table.terms_at[number], table.terms_at[number + 1]
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
    choices, shifts = table.scene.choices, table.scene.shifts
    among = len(choices)
    if 0 < shifts < among and share(chance) < SHIFTS:
        among = shifts
    return int(choices[below(chance, among)])


@compiled
def _weigh_touched(
    rows: LongLines,
    slots: LongLines,
    prices: Longs,
    touched: Ints,
    many: int,
    before: LongLines,
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
def _restore(
    slots: LongLines, touched: Ints, many: int, before: LongLines
) -> None:
    """Let slots weigh what stood before."""
    for k in range(many):
        slot = touched[k]
        slots[slot, COST], slots[slot, BROKEN] = before[k, 0], before[k, 1]


@compiled
def _costs(
    gauges: IntLines, bills: LongLines, slots: LongLines, number: int
) -> bool:
    """Tell whether a gauge, or a slot numbered on after them, costs."""
    slot = number - len(gauges)
    if slot >= 0:
        return bool(slots[slot, COST] + slots[slot, BROKEN] > 0)
    bill = gauges[number, AT] + gauges[number, TOTAL]
    return bool(bills[bill, COST] + bills[bill, BROKEN] > 0)


@compiled
def _list(
    number: int, is_costing: bool, costing: Ints, place: Ints, count: int
) -> int:
    """Keep what costs on the list of that, and all else off it."""
    if is_costing and place[number] < 0:
        costing[count], place[number] = number, count
        return count + 1
    if not is_costing and place[number] >= 0:
        last = costing[count - 1]
        costing[place[number]], place[last] = last, place[number]
        place[number] = -1
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
    scene, in_sums, makes = table.scene, table.in_sums, table.makes
    variables = scene.variables
    gauges, bills = table.gauges, table.bills
    rows, slots, prices = table.rows, table.slots, table.prices
    many_gauges = len(gauges)
    proposal = np.zeros(MOST + 4, np.int32)
    first = np.full(1 + variables[:, LEVEL].max(), NOBODY, np.int32)
    after = np.full(len(variables), NOT_WAITING, np.int32)
    turned = np.zeros(len(variables) + MOST, np.int32)
    were = np.zeros((len(in_sums), 2), np.int64)
    touched = np.zeros(len(slots), np.int32)
    before = np.zeros((len(slots), 2), np.int64)
    costing = np.zeros(many_gauges + len(slots), np.int32)
    place = np.full(many_gauges + len(slots), -1, np.int32)
    many, dearer, worse = 0, 0, 0
    for number in range(many_gauges + len(slots)):
        is_costing = _costs(gauges, bills, slots, number)
        many = _list(number, is_costing, costing, place, many)
    for _ in range(moves):
        tick += 1
        about = _drawn(table, chance, costing, many)
        count = propose(scene, chance, about, proposal) if about else 0
        if count == 0:
            continue
        many_turned, many_were, many_touched, cost, broken = turn_over(
            variables,
            in_sums,
            makes,
            gauges,
            bills,
            rows,
            slots,
            proposal,
            count,
            tick,
            first,
            after,
            turned,
            were,
            touched,
        )
        if many_touched:
            more, beyond = _weigh_touched(
                rows, slots, prices, touched, many_touched, before
            )
            cost, broken = cost + more, broken + beyond
        if broken == 0 and cost > 0 and rises[0] + 1 < len(rises):
            rises[0] += 1
            rises[rises[0]] = cost
        if _passes(cost + must * broken, temperature, chance):
            dearer, worse = dearer + cost, worse + broken
            for k in range(many_were + many_touched):
                number = were[k, 0]
                if k >= many_were:
                    number = many_gauges + touched[k - many_were]
                elif number >= many_gauges:
                    continue
                is_costing = _costs(gauges, bills, slots, number)
                many = _list(number, is_costing, costing, place, many)
        else:
            turn_back(
                variables,
                makes,
                gauges,
                rows,
                turned,
                many_turned,
                were,
                many_were,
            )
            _restore(slots, touched, many_touched, before)
    return dearer, worse
