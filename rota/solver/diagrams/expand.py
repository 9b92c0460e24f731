"""A day of a diagram: the states that follow from those before, merged."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rota.solver.arrays import IntLines, Ints, LongLines, Longs, ShortLines
from rota.solver.compiled import compiled
from rota.solver.diagrams.sums import FORBIDDEN, NO_END

NO_WAY = -1  # the state that follows where a must forbids it
OPEN, TRUE, FALSE = range(3)  # what is known of a variable
# What tells states apart: a number without a pattern for each column.
SPREAD = np.random.default_rng(7).integers(-(2**62), 2**62, 1024) * 2 + 1


class Day(NamedTuple):
    """What can be done on a day, and what it does to a state.

    Of each way to fill the day and each sum that the day changes `adds` says
    by how much; `before` and `after` say in which column of a state the sum
    stands, or -1. Its total afterwards is looked up from `at` on: the total
    that stands for it from then on, in `kept`, and in `owed` what it costs at
    least from there; `owed_at` is where that stands of the day before.

    `makes` are the variables that several days decide: the columns before and
    after, what decides them, what they are if nothing does, and whether that
    is known today. `decides` says where a way decides one by itself; `inputs`
    are pairs of another of them and what it must be to decide; `parts` of a
    sum and a coefficient, added where it is true.
    """

    adds: IntLines
    before: Ints
    after: Ints
    at: Ints
    owed_at: Ints
    kept: Ints
    owed: Longs
    copies: IntLines
    makes: IntLines
    decides: IntLines
    inputs: IntLines
    inputs_at: Ints
    parts: IntLines
    parts_at: Ints
    columns: int


# Of a variable that several days decide.
FROM, TO, DECIDED, ELSE, IS_LAST, IS_INPUT = range(6)


@compiled
def is_decided(day: Day, way: int, v: int, known: Ints) -> bool:
    """Tell whether a way, or what is known today, decides a variable."""
    if day.decides[way, v]:
        return True
    for n in range(day.inputs_at[v], day.inputs_at[v + 1]):
        if known[day.inputs[n, 0]] == day.inputs[n, 1]:
            return True
    return False


class Desk(NamedTuple):
    """What is worked on: the states before a day, and those after it.

    `known` and `totals` are of the day's variables and sums, for one way.
    """

    states: ShortLines
    into: ShortLines
    known: Ints
    totals: Ints


@compiled
def find_out(day: Day, way: int, state: int, desk: Desk, row: int) -> None:
    """Write what becomes known of variables, and add it to the totals."""
    for v in range(len(day.makes)):
        column = day.makes[v, FROM]
        now = OPEN
        if column >= 0:
            now = desk.states[state, column]
        if now == OPEN:
            if is_decided(day, way, v, desk.known):
                now = day.makes[v, DECIDED]
            elif day.makes[v, IS_LAST]:
                now = day.makes[v, ELSE]
            if now == TRUE:
                for n in range(day.parts_at[v], day.parts_at[v + 1]):
                    desk.totals[day.parts[n, 0]] += day.parts[n, 1]
        desk.known[v] = now
        column = day.makes[v, TO]
        if column >= 0:
            if now == FALSE and not day.makes[v, IS_INPUT]:
                now = TRUE  # it is known, and matters no more
            desk.into[row, column] = now


@compiled
def charge(day: Day, state: int, desk: Desk, row: int) -> int:
    """Write the totals that are kept; give what they cost, or NO_END.

    It may be below nothing: a variable that several days decide counts as one
    that can still come true where it has, so that what was owed was too much.
    """
    cost = 0
    for k in range(len(day.before)):
        place = day.at[k] + desk.totals[k]
        total = day.kept[place]
        if total == FORBIDDEN:
            return NO_END
        cost += day.owed[place]
        column = day.before[k]
        if column >= 0:
            cost -= day.owed[day.owed_at[k] + desk.states[state, column]]
        column = day.after[k]
        if column >= 0:
            desk.into[row, column] = total
    return int(cost)


@compiled
def step(day: Day, way: int, state: int, desk: Desk, row: int) -> int:
    """Write what follows from a state; give what it costs, or NO_END."""
    for k in range(len(day.before)):
        column = day.before[k]
        desk.totals[k] = day.adds[way, k]
        if column >= 0:
            desk.totals[k] += desk.states[state, column]
    find_out(day, way, state, desk, row)
    for n in range(len(day.copies)):
        desk.into[row, day.copies[n, 1]] = desk.states[state, day.copies[n, 0]]
    return charge(day, state, desk, row)


@compiled
def place_of(into: ShortLines, row: int, columns: int, slots: Ints) -> int:
    """Give where a state stands among those found, or where it may."""
    mark = np.int64(0)
    for column in range(columns):
        mark += into[row, column] * SPREAD[column & 1023]
    last = len(slots) - 1
    place = (mark >> 30) & last
    while slots[place] >= 0:
        other = slots[place]
        is_same = True
        for column in range(columns):
            if into[row, column] != into[other, column]:
                is_same = False
                break
        if is_same:
            return int(place)
        place = (place + 1) & last
    return int(place)


@compiled
def expand(
    day: Day,
    states: ShortLines,
    count: int,
    into: ShortLines,
    targets: IntLines,
    costs: LongLines,
    slots: Ints,
) -> int:
    """Write the states after a day, and what leads to each.

    Gives how many there are; -1 where there are more than there is room for.
    """
    desk = Desk(
        states,
        into,
        np.zeros(len(day.makes) + 1, np.int32),
        np.zeros(len(day.before) + 1, np.int32),
    )
    slots[:] = -1
    found = 0
    for state in range(count):
        for way in range(len(day.adds)):
            targets[state, way] = NO_WAY
            cost = step(day, way, state, desk, found)
            if cost == NO_END:
                continue
            place = place_of(into, found, day.columns, slots)
            target = slots[place]
            if target < 0:
                target = found
                slots[place] = target
                found += 1
                if found >= len(into):
                    return -1
            targets[state, way] = target
            costs[state, way] = cost
    return found
