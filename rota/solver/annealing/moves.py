"""Small changes of a rota, drawn by chance: which choices to turn over.

Each function writes them down and says how many there are; none where what
was drawn cannot be done. What is wrong with a rota is no concern here.
"""

from __future__ import annotations

from rota.solver.annealing.days import all_of, cell_of, works
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
    NOBODY,
    VALUE,
    WORKER,
    Scene,
)
from rota.solver.arrays import Ints
from rota.solver.compiled import compiled

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
def _without_others(scene: Scene, about: int, found: Ints, count: int) -> int:
    """Add all that the worker of a choice does beside it that day.

    Sessions are given beside shifts, and beside each other.
    """
    places = scene.places
    if places[about, IS_SESSION]:
        return count
    return all_of(scene, cell_of(scene, about), about, found, count)


@compiled
def alone(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Take it away; or give it, alone on its day or beside what there is."""
    found[0] = about
    is_held = scene.variables[about, VALUE]
    if is_held or share(chance) < ADDED:
        return 1
    return _without_others(scene, about, found, 1)


@compiled
def _other_taker(scene: Scene, chance: Dice, about: int) -> int:
    """Draw somebody who could do the same duty, or give the same session."""
    group = scene.places[about, GROUP]
    first, end = scene.takers_at[group], scene.takers_at[group + 1]
    return int(scene.takers[first + below(chance, end - first)])


@compiled
def handed(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Hand it from one worker to another, who does nothing else that day."""
    other = _other_taker(scene, chance, about)
    variables = scene.variables
    if variables[about, VALUE] == variables[other, VALUE]:
        return 0
    from_, to = about, other
    if variables[other, VALUE]:
        from_, to = other, about
    found[0], found[1] = to, from_
    return _without_others(scene, to, found, 2)


@compiled
def another_day(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Give it in place of what the same worker does on another day."""
    if scene.variables[about, VALUE]:
        return 0
    found[0] = about
    count = _without_others(scene, about, found, 1)
    worker, day = scene.places[about, WORKER], scene.places[about, DAY]
    for _ in range(TRIES):
        other = below(chance, scene.days)
        if other != day:
            held = all_of(
                scene, worker * scene.days + other, NOBODY, found, count
            )
            if held > count:
                return held
    return count


@compiled
def _length(chance: Dice) -> int:
    """Draw how many days running."""
    length = 1
    while length < LONGEST and share(chance) < LONGER:
        length += 1
    return length


@compiled
def _gives(
    scene: Scene, one: int, two: int, day: int, found: Ints, count: int
) -> int:
    """Add that one gives the other a whole day; -1 where that cannot be.

    What both do, they both go on doing.
    """
    if count < 0 or count > MOST:
        return -1
    cell = one * scene.days + day
    for n in range(scene.cells_at[cell], scene.cells_at[cell + 1]):
        mine = scene.cells[n]
        if not scene.variables[mine, VALUE]:
            continue
        theirs = scene.of_worker[two, scene.places[mine, DUTY]]
        if theirs == 0 or count > MOST:
            return -1
        if not scene.variables[theirs, VALUE]:
            found[count], found[count + 1] = theirs, mine
            count += 2
    return count


@compiled
def swapped(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Swap all that two workers do on some days running."""
    other = _other_taker(scene, chance, about)
    if other == about:
        return 0
    one, two = scene.places[about, WORKER], scene.places[other, WORKER]
    length = _length(chance)
    first = scene.places[about, DAY] - below(chance, length)
    count = 0
    for day in range(max(0, first), min(scene.days, first + length)):
        count = _gives(scene, one, two, day, found, count)
        count = _gives(scene, two, one, day, found, count)
        if count < 0 or count > MOST:
            return 0
    return count


@compiled
def _lead(scene: Scene, one: int, two: int, day: int) -> int:
    """Tell how many more of a day's work one has than the other: -1 to 1."""
    return int(works(scene, one, day)) - int(works(scene, two, day))


@compiled
def exchanged(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Swap all that two workers do on two days; both work as many as before.

    Where one works and the other is off, it is the other way round on the
    second day.
    """
    other = _other_taker(scene, chance, about)
    if other == about:
        return 0
    one, two = scene.places[about, WORKER], scene.places[other, WORKER]
    day = scene.places[about, DAY]
    more = _lead(scene, one, two, day)
    count = _gives(scene, one, two, day, found, 0)
    count = _gives(scene, two, one, day, found, count)
    if count <= 0:
        return 0
    for _ in range(MORE_TRIES):
        then = below(chance, scene.days)
        if then != day and _lead(scene, two, one, then) == more:
            count = _gives(scene, one, two, then, found, count)
            count = _gives(scene, two, one, then, found, count)
            return max(0, count)
    return 0


@compiled
def run_changed(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Give the same duty, or none, on some days running."""
    worker, kind = scene.places[about, WORKER], scene.places[about, KIND]
    length = 1 + _length(chance)
    first = scene.places[about, DAY] - below(chance, length)
    count = 0
    for day in range(max(0, first), min(scene.days, first + length)):
        if scene.variables[about, VALUE]:
            count = all_of(
                scene, worker * scene.days + day, NOBODY, found, count
            )
        elif scene.of_kind[kind, day] >= 0:
            duty = scene.of_kind[kind, day]
            mine = scene.of_worker[worker, duty]
            if mine and count < MOST:
                if not scene.variables[mine, VALUE]:
                    found[count] = mine
                    count += 1
                count = _without_others(scene, mine, found, count)
    return count


@compiled
def run_shifted(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Begin a run of work a day sooner and end it so, or a day later."""
    worker, day = scene.places[about, WORKER], scene.places[about, DAY]
    if works(scene, worker, day):
        return 0
    found[0] = about
    way = 1 if share(chance) < 0.5 else -1
    end = day + way
    if not works(scene, worker, end):
        return 0
    while works(scene, worker, end + way):
        end += way
    return all_of(scene, worker * scene.days + end, NOBODY, found, 1)


@compiled
def _of_a_shift(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    kind = share(chance)
    if kind < ONE:
        return alone(scene, chance, about, found)
    if kind < HANDED:
        return handed(scene, chance, about, found)
    if kind < ANOTHER_DAY:
        return another_day(scene, chance, about, found)
    if kind < SWAPPED:
        return swapped(scene, chance, about, found)
    if kind < EXCHANGED:
        return exchanged(scene, chance, about, found)
    if kind < RUN_CHANGED:
        return run_changed(scene, chance, about, found)
    return run_shifted(scene, chance, about, found)


@compiled
def _of_a_session(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    kind = SESSION_ALONE + (1 - SESSION_ALONE) * share(chance)
    if kind < AT_WORK:
        return given_at_work(scene, chance, about, found)
    if kind < IN_A_SHIFT:
        return given_in_a_shift(scene, chance, about, found)
    if kind < SESSION_SWAPPED:
        return swapped(scene, chance, about, found)
    return exchanged(scene, chance, about, found)


@compiled
def propose(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Draw a move about a choice."""
    if scene.shifts == len(scene.choices):
        return _of_a_shift(scene, chance, about, found)
    if not scene.places[about, IS_SESSION]:
        count = _of_a_shift(scene, chance, about, found)
    elif share(chance) < SESSION_ALONE:
        return alone(scene, chance, about, found)
    else:
        count = _of_a_session(scene, chance, about, found)
    if count and share(chance) < HANDED_ON:
        return handed_on(scene, chance, found, count)
    return count
