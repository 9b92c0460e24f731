"""Small changes of a rota, drawn by chance: which choices to turn over.

Each function writes them down and says how many there are; none where what
was drawn cannot be done. What is wrong with a rota is no concern here.
"""

from __future__ import annotations

from rota.solver.annealing.compiled import compiled
from rota.solver.annealing.dice import Dice, below, share
from rota.solver.annealing.sessions import (
    given_at_work,
    given_in_a_shift,
    handed_on,
)
from rota.solver.annealing.table import (
    DAY,
    DUTY,
    GROUP,
    IS_SESSION,
    KIND,
    MOST,
    VALUE,
    WORKER,
    Ints,
    Table,
)

# How often each move of a shift is drawn: up to this share of all draws.
ONE = 0.15
HANDED = 0.23
ANOTHER_DAY = 0.39
SWAPPED = 0.5
EXCHANGED = 0.76
RUN_CHANGED = 0.92  # and the rest are runs that begin or end a day later
# The same of a session; the rest are exchanges.
SESSION_ALONE = 0.1
AT_WORK = 0.5
IN_A_SHIFT = 0.6
SESSION_SWAPPED = 0.72
HANDED_ON = 0.7  # of moves that take sessions away: they are given to others
ADDED = 0.2  # of what is given to somebody, with their day left as it is
LONGER = 0.75  # the chance that a move goes on for another day
LONGEST = 14
TRIES = 6  # for a day of work of somebody
MORE_TRIES = 20  # for a day on which one of two works, and not the other


@compiled
def propose(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Draw a move about a choice."""
    if table.shifts == len(table.choices):
        return _of_a_shift(table, chance, about, found)
    if not table.places[about, IS_SESSION]:
        count = _of_a_shift(table, chance, about, found)
    elif share(chance) < SESSION_ALONE:
        return alone(table, chance, about, found)
    else:
        count = _of_a_session(table, chance, about, found)
    if count and share(chance) < HANDED_ON:
        return handed_on(table, chance, found, count)
    return count


@compiled
def _of_a_shift(table: Table, chance: Dice, about: int, found: Ints) -> int:
    kind = share(chance)
    if kind < ONE:
        return alone(table, chance, about, found)
    if kind < HANDED:
        return handed(table, chance, about, found)
    if kind < ANOTHER_DAY:
        return another_day(table, chance, about, found)
    if kind < SWAPPED:
        return swapped(table, chance, about, found)
    if kind < EXCHANGED:
        return exchanged(table, chance, about, found)
    if kind < RUN_CHANGED:
        return run_changed(table, chance, about, found)
    return run_shifted(table, chance, about, found)


@compiled
def _of_a_session(table: Table, chance: Dice, about: int, found: Ints) -> int:
    kind = SESSION_ALONE + (1 - SESSION_ALONE) * share(chance)
    if kind < AT_WORK:
        return given_at_work(table, chance, about, found)
    if kind < IN_A_SHIFT:
        return given_in_a_shift(table, chance, about, found)
    if kind < SESSION_SWAPPED:
        return swapped(table, chance, about, found)
    return exchanged(table, chance, about, found)


@compiled
def alone(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Take it away; or give it, alone on its day or beside what there is."""
    found[0] = about
    is_held = table.variables[about, VALUE]
    if is_held or share(chance) < ADDED:
        return 1
    return _without_others(table, about, found, 1)


@compiled
def handed(table: Table, chance: Dice, about: int, found: Ints) -> int:
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
def another_day(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Give it in place of what the same worker does on another day."""
    if table.variables[about, VALUE]:
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
def swapped(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Swap all that two workers do on some days running."""
    other = _other_taker(table, chance, about)
    if other == about:
        return 0
    one, two = table.places[about, WORKER], table.places[other, WORKER]
    length = _length(chance)
    first = table.places[about, DAY] - below(chance, length)
    count = 0
    for day in range(max(0, first), min(table.days, first + length)):
        count = _gives(table, one, two, day, found, count)
        count = _gives(table, two, one, day, found, count)
        if count < 0 or count > MOST:
            return 0
    return count


@compiled
def exchanged(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Swap all that two workers do on two days; both work as many as before.

    Where one works and the other is off, it is the other way round on the
    second day.
    """
    other = _other_taker(table, chance, about)
    if other == about:
        return 0
    one, two = table.places[about, WORKER], table.places[other, WORKER]
    day = table.places[about, DAY]
    more = _lead(table, one, two, day)
    count = _gives(table, one, two, day, found, 0)
    count = _gives(table, two, one, day, found, count)
    if count <= 0:
        return 0
    for _ in range(MORE_TRIES):
        then = below(chance, table.days)
        if then != day and _lead(table, two, one, then) == more:
            count = _gives(table, one, two, then, found, count)
            count = _gives(table, two, one, then, found, count)
            return max(0, count)
    return 0


@compiled
def run_changed(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Give the same duty, or none, on some days running."""
    worker, kind = table.places[about, WORKER], table.places[about, KIND]
    length = 1 + _length(chance)
    first = table.places[about, DAY] - below(chance, length)
    count = 0
    for day in range(max(0, first), min(table.days, first + length)):
        if table.variables[about, VALUE]:
            count = _held(table, worker, day, found, count)
        elif table.of_kind[kind, day] >= 0:
            duty = table.of_kind[kind, day]
            mine = table.of_worker[worker, duty]
            if mine and count < MOST:
                if not table.variables[mine, VALUE]:
                    found[count] = mine
                    count += 1
                count = _without_others(table, mine, found, count)
    return count


@compiled
def _length(chance: Dice) -> int:
    """Draw how many days running."""
    length = 1
    while length < LONGEST and share(chance) < LONGER:
        length += 1
    return length


@compiled
def run_shifted(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Begin a run of work a day sooner and end it so, or a day later."""
    worker, day = table.places[about, WORKER], table.places[about, DAY]
    if _works(table, worker, day):
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
def _lead(table: Table, one: int, two: int, day: int) -> int:
    """Tell how many more of a day's work one has than the other: -1 to 1."""
    return int(_works(table, one, day)) - int(_works(table, two, day))


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
