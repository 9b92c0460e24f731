"""A day of a diagram: the states that follow from those before, merged."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rota.solver.annealing.compiled import compiled
from rota.solver.annealing.table import IntLines, Ints, LongLines, Longs
from rota.solver.diagrams.sums import FORBIDDEN, NO_END

Shorts = Annotated[NDArray[np.int16], 2]

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


@compiled
def find_out(
    day: Day,
    way: int,
    state: int,
    states: Shorts,
    known: Ints,
    totals: Ints,
    into: Shorts,
    row: int,
) -> None:
    """Write what becomes known of variables, and add it to the totals."""
    for v in range(len(day.makes)):
        column = day.makes[v, FROM]
        now = OPEN
        if column >= 0:
            now = states[state, column]
        if now == OPEN:
            if is_decided(day, way, v, known):
                now = day.makes[v, DECIDED]
            elif day.makes[v, IS_LAST]:
                now = day.makes[v, ELSE]
            if now == TRUE:
                for n in range(day.parts_at[v], day.parts_at[v + 1]):
                    totals[day.parts[n, 0]] += day.parts[n, 1]
        known[v] = now
        column = day.makes[v, TO]
        if column >= 0:
            if now == FALSE and not day.makes[v, IS_INPUT]:
                now = TRUE  # it is known, and matters no more
            into[row, column] = now


@compiled
def charge(
    day: Day, state: int, states: Shorts, totals: Ints, into: Shorts, row: int
) -> int:
    """Write the totals that are kept; give what they cost, or NO_END.

    It may be below nothing: a variable that several days decide counts as one
    that can still come true where it has, so that what was owed was too much.
    """
    cost = 0
    for k in range(len(day.before)):
        place = day.at[k] + totals[k]
        total = day.kept[place]
        if total == FORBIDDEN:
            return NO_END
        cost += day.owed[place]
        if day.before[k] >= 0:
            cost -= day.owed[day.owed_at[k] + states[state, day.before[k]]]
        column = day.after[k]
        if column >= 0:
            into[row, column] = total
    return int(cost)


@compiled
def step(
    day: Day,
    way: int,
    state: int,
    states: Shorts,
    known: Ints,
    totals: Ints,
    into: Shorts,
    row: int,
) -> int:
    """Write what follows from a state; give what it costs, or NO_END."""
    for k in range(len(day.before)):
        column = day.before[k]
        totals[k] = day.adds[way, k]
        if column >= 0:
            totals[k] += states[state, column]
    find_out(day, way, state, states, known, totals, into, row)
    for n in range(len(day.copies)):
        into[row, day.copies[n, 1]] = states[state, day.copies[n, 0]]
    return charge(day, state, states, totals, into, row)


@compiled
def place_of(into: Shorts, row: int, columns: int, slots: Ints) -> int:
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
    states: Shorts,
    count: int,
    into: Shorts,
    targets: IntLines,
    costs: LongLines,
    slots: Ints,
) -> int:
    """Write the states after a day, and what leads to each.

    Gives how many there are; -1 where there are more than there is room for.
    """
    known = np.zeros(len(day.makes) + 1, np.int32)
    totals = np.zeros(len(day.before) + 1, np.int32)
    slots[:] = -1
    found = 0
    for state in range(count):
        for way in range(len(day.adds)):
            targets[state, way] = NO_WAY
            cost = step(day, way, state, states, known, totals, into, found)
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


class Arcs(NamedTuple):
    """A diagram: from each state of a day, what each way leads to and costs.

    States are numbered day by day. `ways_at` counts the ways of the days
    before, `arcs_at` the arcs, state by state and way by way.
    """

    states_at: Ints
    ways_at: Ints
    arcs_at: Longs
    targets: Ints
    costs: Longs


@compiled
def to_go(arcs: Arcs, prices: Longs, least: Longs) -> None:
    """Work out what it costs at least from each state to the end."""
    days = len(arcs.ways_at) - 1
    for state in range(arcs.states_at[days], arcs.states_at[days + 1]):
        least[state] = 0
    for day in range(days - 1, -1, -1):
        ways = arcs.ways_at[day + 1] - arcs.ways_at[day]
        first = arcs.ways_at[day]
        arc = arcs.arcs_at[day]
        after = arcs.states_at[day + 1]
        for state in range(arcs.states_at[day], after):
            best = np.int64(NO_END)
            for way in range(ways):
                target = arcs.targets[arc]
                if target >= 0:
                    cost = (
                        arcs.costs[arc]
                        + prices[first + way]
                        + least[after + target]
                    )
                    best = min(best, cost)
                arc += 1
            least[state] = best


class Fills(NamedTuple):
    """Every way to fill a day, day by day: which way it is, what it costs.

    Several ways to fill a day may lead to the same states: they are one way
    of the arcs.
    """

    at: Ints
    way: Ints
    costs: Longs


@compiled
def cheapest(arcs: Arcs, fills: Fills, least: Longs, found: Ints) -> None:
    """Write how each day is filled in a schedule that costs the least."""
    state = 0
    for day in range(len(fills.at) - 1):
        many = arcs.ways_at[day + 1] - arcs.ways_at[day]
        first = arcs.arcs_at[day] + (state - arcs.states_at[day]) * many
        after = arcs.states_at[day + 1]
        best = np.int64(NO_END)
        next_state = state
        for fill in range(fills.at[day], fills.at[day + 1]):
            arc = first + fills.way[fill]
            target = arcs.targets[arc]
            if target < 0:
                continue
            cost = arcs.costs[arc] + fills.costs[fill] + least[after + target]
            if cost < best:
                best = cost
                next_state = after + target
                found[day] = fill
        state = next_state


@compiled
def up_to(
    arcs: Arcs,
    fills: Fills,
    least: Longs,
    most: int,
    found: IntLines,
    costs: Longs,
) -> int:
    """Write the schedules that cost so much at most, while there is room.

    Gives how many there are, or one more than there is room for. `least` is
    what it costs from each state to the end.
    """
    days = len(fills.at) - 1
    state = np.zeros(days + 1, np.int64)
    spent = np.zeros(days + 1, np.int64)
    tried = np.zeros(days + 1, np.int64)
    count = 0
    day = 0
    tried[0] = fills.at[0]
    while day >= 0:
        if tried[day] == fills.at[day + 1]:
            day -= 1
            continue
        fill = tried[day]
        tried[day] += 1
        many = arcs.ways_at[day + 1] - arcs.ways_at[day]
        arc = arcs.arcs_at[day] + fills.way[fill]
        arc += (state[day] - arcs.states_at[day]) * many
        target = arcs.targets[arc]
        if target < 0:
            continue
        after = arcs.states_at[day + 1] + target
        cost = spent[day] + arcs.costs[arc] + fills.costs[fill]
        if cost + least[after] > most:
            continue
        if day + 1 < days:
            day += 1
            state[day] = after
            spent[day] = cost
            tried[day] = fills.at[day]
            continue
        if count == len(found):
            return count + 1
        for other in range(days):
            found[count, other] = tried[other] - 1
        costs[count] = cost
        count += 1
    return count
