"""Small changes of a rota, drawn by chance: which choices to turn over.

Each function writes them down and says how many there are; none where what
was drawn cannot be done. What is wrong with a rota is no concern here.
"""

from __future__ import annotations

from rota.solver.annealing.compiled import compiled
from rota.solver.annealing.dice import Dice, below, share
from rota.solver.annealing.table import (
    DAY,
    DUTY,
    GROUP,
    IS_SESSION,
    VALUE,
    WORKER,
    Ints,
    Table,
)

MOST = 500  # choices that one move turns over
# How often each move is drawn: up to this share of all draws.
ONE = 0.32
HANDED = 0.47
ANOTHER_DAY = 0.68
SWAPPED = 0.9  # and the rest are runs that begin or end a day later
ADDED = 0.2  # of what is given to somebody, with their day left as it is
LONGER = 0.75  # the chance that a swap goes on for another day
LONGEST = 14
TRIES = 6  # for a day of work of somebody


@compiled
def propose(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Draw a move about a choice."""
    kind = share(chance)
    if kind < ONE:
        return _one(table, chance, about, found)
    if kind < HANDED:
        return _handed(table, chance, about, found)
    if kind < ANOTHER_DAY:
        return _another_day(table, chance, about, found)
    if kind < SWAPPED:
        return _swapped(table, chance, about, found)
    return _run_shifted(table, chance, about, found)


@compiled
def _one(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Take it away; or give it, alone on its day or beside what there is."""
    found[0] = about
    is_held = table.variables[about, VALUE]
    if is_held or share(chance) < ADDED:
        return 1
    return _without_others(table, about, found, 1)


@compiled
def _handed(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Hand it from one worker to another, who does nothing else that day."""
    other = _other_taker(table, chance, about)
    variables = table.variables
    if variables[about, VALUE] == variables[other, VALUE]:
        return 0
    from_, to = about, other
    if variables[other, VALUE]:
        from_, to = other, about
    found[0], found[1] = to, from_
    return _without_others(table, to, found, 2)


@compiled
def _another_day(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Give it in place of what the same worker does on another day."""
    if table.variables[about, VALUE] or table.places[about, IS_SESSION]:
        return 0
    found[0] = about
    count = _without_others(table, about, found, 1)
    worker, day = table.places[about, WORKER], table.places[about, DAY]
    for _ in range(TRIES):
        other = below(chance, table.days)
        if other != day:
            held = _held(table, worker, other, found, count)
            if held > count:
                return held
    return count


@compiled
def _swapped(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Swap all that two workers do on some days running."""
    other = _other_taker(table, chance, about)
    if other == about:
        return 0
    one, two = table.places[about, WORKER], table.places[other, WORKER]
    length = 1
    while length < LONGEST and share(chance) < LONGER:
        length += 1
    first = table.places[about, DAY] - below(chance, length)
    count = 0
    for day in range(max(0, first), min(table.days, first + length)):
        count = _gives(table, one, two, day, found, count)
        count = _gives(table, two, one, day, found, count)
        if count < 0 or count > MOST:
            return 0
    return count


@compiled
def _run_shifted(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Begin a run of work a day sooner and end it so, or a day later."""
    worker, day = table.places[about, WORKER], table.places[about, DAY]
    if table.places[about, IS_SESSION] or _works(table, worker, day):
        return 0
    found[0] = about
    way = 1 if share(chance) < 0.5 else -1
    end = day + way
    if not _works(table, worker, end):
        return 0
    while _works(table, worker, end + way):
        end += way
    return _held(table, worker, end, found, 1)


@compiled
def _other_taker(table: Table, chance: Dice, about: int) -> int:
    """Draw somebody who could do the same duty, or give the same session."""
    group = table.places[about, GROUP]
    first, end = table.takers_at[group], table.takers_at[group + 1]
    return int(table.takers[first + below(chance, end - first)])


@compiled
def _works(table: Table, worker: int, day: int) -> bool:
    """Tell whether somebody does anything on a day; nobody outside."""
    if day < 0 or day >= table.days:
        return False
    cell = worker * table.days + day
    for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
        if table.variables[table.cells[n], VALUE]:
            return True
    return False


@compiled
def _held(table: Table, worker: int, day: int, found: Ints, count: int) -> int:
    """Add all that somebody does on a day."""
    cell = worker * table.days + day
    for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
        if table.variables[table.cells[n], VALUE] and count < MOST:
            found[count] = table.cells[n]
            count += 1
    return count


@compiled
def _without_others(table: Table, about: int, found: Ints, count: int) -> int:
    """Add all that the worker of a choice does beside it that day.

    Sessions are given beside shifts, and beside each other.
    """
    places = table.places
    if places[about, IS_SESSION]:
        return count
    cell = places[about, WORKER] * table.days + places[about, DAY]
    for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
        other = table.cells[n]
        if other != about and table.variables[other, VALUE] and count < MOST:
            found[count] = other
            count += 1
    return count


@compiled
def _gives(
    table: Table, one: int, two: int, day: int, found: Ints, count: int
) -> int:
    """Add that one gives the other a whole day; -1 where that cannot be.

    What both do, they both go on doing.
    """
    if count < 0 or count > MOST:
        return -1
    cell = one * table.days + day
    for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
        mine = table.cells[n]
        if not table.variables[mine, VALUE]:
            continue
        theirs = table.of_worker[two, table.places[mine, DUTY]]
        if theirs == 0 or count > MOST:
            return -1
        if not table.variables[theirs, VALUE]:
            found[count], found[count + 1] = theirs, mine
            count += 2
    return count
