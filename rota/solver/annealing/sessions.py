"""Small changes of who gives a session, and when.

A session lies within a shift of whoever gives it, and nobody gives two at
once. So somebody is drawn who is at work then, and what clashes goes; and what
a move takes from somebody is given to others at once. Sessions that are given
to anybody at any time would break a must, nearly all of them.
"""

from __future__ import annotations

from rota.solver.annealing.days import all_of, cell_of
from rota.solver.annealing.dice import Dice, below, share
from rota.solver.annealing.table import (
    BEGINS,
    DAY,
    DUTY,
    ENDS,
    GROUP,
    IS_SESSION,
    MOST,
    NOBODY,
    PEOPLE,
    VALUE,
    WORKER,
    Scene,
)
from rota.solver.arrays import Ints
from rota.solver.compiled import compiled

TRIES = 8  # for somebody who is at work
FREE = 0.5  # of those who are drawn give nothing else then


@compiled
def _is_in(choice: int, found: Ints, count: int) -> bool:
    return choice in found[:count]


@compiled
def _with(choice: int, found: Ints, count: int) -> int:
    """Add a choice to a move, once."""
    if count >= MOST or _is_in(choice, found, count):
        return count
    found[count] = choice
    return count + 1


@compiled
def _clashes(scene: Scene, session: int, other: int) -> bool:
    """Tell whether a choice is another session at the same time."""
    places = scene.places
    return bool(
        other != session
        and places[other, IS_SESSION]
        and places[session, BEGINS] < places[other, ENDS]
        and places[other, BEGINS] < places[session, ENDS]
    )


@compiled
def _will_hold(scene: Scene, choice: int, found: Ints, count: int) -> bool:
    """Tell whether a choice is held after a move."""
    is_held = bool(scene.variables[choice, VALUE])
    return is_held != _is_in(choice, found, count)


@compiled
def _holds(scene: Scene, shift: int, session: int) -> bool:
    """Tell whether a choice is a shift that a session would lie within."""
    places = scene.places
    return bool(
        not places[shift, IS_SESSION]
        and places[shift, BEGINS] <= places[session, BEGINS]
        and places[session, ENDS] <= places[shift, ENDS]
    )


@compiled
def _is_at_work(scene: Scene, session: int, found: Ints, count: int) -> bool:
    """Tell whether who gives a session is on a shift then, after a move.

    That of the evening before may go on until then.
    """
    today = cell_of(scene, session)
    begin = today - (1 if scene.places[session, DAY] else 0)
    for n in range(scene.cells_at[begin], scene.cells_at[today + 1]):
        shift = scene.cells[n]
        if _holds(scene, shift, session) and _will_hold(
            scene, shift, found, count
        ):
            return True
    return False


@compiled
def _is_busy(scene: Scene, session: int, found: Ints, count: int) -> bool:
    """Tell whether who gives a session gives another then, after a move."""
    cell = cell_of(scene, session)
    for n in range(scene.cells_at[cell], scene.cells_at[cell + 1]):
        other = scene.cells[n]
        if _clashes(scene, session, other) and _will_hold(
            scene, other, found, count
        ):
            return True
    return False


@compiled
def _joined(
    scene: Scene,
    chance: Dice,
    to: int,
    missing: int,
    found: Ints,
    count: int,
) -> int:
    """Give a session to so many more, who are at work and free then."""
    group, time = scene.places[to, GROUP], scene.places[to, DUTY]
    first, end = scene.takers_at[group], scene.takers_at[group + 1]
    begin = below(chance, end - first) if missing else 0
    for n in range(end - first):
        if missing == 0 or count >= MOST:
            break
        other = scene.takers[first + (begin + n) % (end - first)]
        if (
            scene.places[other, DUTY] == time
            and not scene.variables[other, VALUE]
            and not _is_in(other, found, count)
            and _is_at_work(scene, other, found, count)
            and not _is_busy(scene, other, found, count)
        ):
            found[count] = other
            count += 1
            missing -= 1
    return count


@compiled
def _given(
    scene: Scene, chance: Dice, to: int, found: Ints, count: int
) -> int:
    """Give a session; what clashes with it goes.

    Others give it with them at the same time, as many as there should be, if
    they are at work and free: one of two would be as good as nobody.
    """
    places, variables = scene.places, scene.variables
    found[count] = to
    count += 1
    cell, group = cell_of(scene, to), places[to, GROUP]
    for n in range(scene.cells_at[cell], scene.cells_at[cell + 1]):
        other = scene.cells[n]
        is_same = places[other, GROUP] == group and other != to
        if (is_same or _clashes(scene, to, other)) and variables[other, VALUE]:
            count = _with(other, found, count)
    first, end = scene.takers_at[group], scene.takers_at[group + 1]
    there, begin = 1, below(chance, end - first)
    for n in range(end - first):
        other = scene.takers[first + (begin + n) % (end - first)]
        worker = places[other, WORKER]
        if not variables[other, VALUE] or worker == places[to, WORKER]:
            continue
        then = scene.of_worker[worker, places[to, DUTY]]
        if then == NOBODY or there == places[to, PEOPLE]:
            count = _with(other, found, count)
            continue
        there += 1
        if then != other:
            count = _with(other, found, count)
            if not variables[then, VALUE]:
                count = _with(then, found, count)
    return _joined(scene, chance, to, places[to, PEOPLE] - there, found, count)


@compiled
def _somebody(
    scene: Scene,
    chance: Dice,
    group: int,
    is_free: bool,
    found: Ints,
    count: int,
) -> int:
    """Draw who gives a session, and when: somebody at work after a move.

    Where it is asked, somebody who gives nothing else then.
    """
    first, end = scene.takers_at[group], scene.takers_at[group + 1]
    for _ in range(TRIES):
        one = int(scene.takers[first + below(chance, end - first)])
        if (
            not (scene.variables[one, VALUE] or _is_in(one, found, count))
            and _is_at_work(scene, one, found, count)
            and not (is_free and _is_busy(scene, one, found, count))
        ):
            return one
    return NOBODY


@compiled
def given_at_work(scene: Scene, chance: Dice, about: int, found: Ints) -> int:
    """Give a session to somebody at work, in place of who gives it."""
    to = about
    is_held = bool(scene.variables[about, VALUE])
    if is_held or not _is_at_work(scene, about, found, 0):
        group, is_free = scene.places[about, GROUP], share(chance) < FREE
        to = _somebody(scene, chance, group, is_free, found, 0)
    return 0 if to == NOBODY else _given(scene, chance, to, found, 0)


@compiled
def given_in_a_shift(
    scene: Scene, chance: Dice, about: int, found: Ints
) -> int:
    """Give a session and the shift it lies in, alone on that day."""
    cell = cell_of(scene, about)
    shift, many = NOBODY, 0
    for n in range(scene.cells_at[cell], scene.cells_at[cell + 1]):
        if _holds(scene, scene.cells[n], about):
            many += 1
            if below(chance, many) == 0:
                shift = scene.cells[n]
    if shift == NOBODY or scene.variables[about, VALUE]:
        return 0
    count = 0
    if not scene.variables[shift, VALUE]:
        found[0], count = shift, 1
        count = all_of(scene, cell, NOBODY, found, count)
    return _given(scene, chance, about, found, count)


@compiled
def _is_given(scene: Scene, gone: int, found: Ints, count: int) -> bool:
    """Tell whether a move gives a session to somebody else."""
    for n in range(count):
        other = found[n]
        is_same = scene.places[other, GROUP] == scene.places[gone, GROUP]
        if is_same and not scene.variables[other, VALUE]:
            return True
    return False


@compiled
def handed_on(scene: Scene, chance: Dice, found: Ints, count: int) -> int:
    """Give to others at work what a move takes away, and gives to nobody."""
    places, until = scene.places, count
    for n in range(until):
        gone = found[n]
        if not (places[gone, IS_SESSION] and scene.variables[gone, VALUE]):
            continue
        if count < MOST and not _is_given(scene, gone, found, until):
            to = _somebody(
                scene, chance, places[gone, GROUP], True, found, count
            )
            is_together = places[to, BEGINS] == places[gone, BEGINS]
            if to != NOBODY and (places[to, PEOPLE] == 1 or is_together):
                found[count] = to
                count += 1
    return count
