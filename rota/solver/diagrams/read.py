"""What a diagram says at given prices: compiled, for it is asked a lot."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from rota.solver.arrays import IntLines, Ints, Longs
from rota.solver.compiled import compiled
from rota.solver.diagrams.sums import NO_END


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
