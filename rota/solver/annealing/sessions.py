"""Small changes of who gives a session, and when.

A session lies within a shift of whoever gives it, and nobody gives two at
once. So somebody is drawn who is at work then, and what clashes goes; and what
a move takes from somebody is given to others at once. Sessions that are given
to anybody at any time would break a must, nearly all of them.
"""

from __future__ import annotations

from rota.solver.annealing.compiled import compiled
from rota.solver.annealing.dice import Dice, below, share
from rota.solver.annealing.table import (
    BEGINS,
    DAY,
    DUTY,
    ENDS,
    GROUP,
    IS_SESSION,
    MOST,
    PEOPLE,
    VALUE,
    WORKER,
    Ints,
    Table,
)

TRIES = 8  # for somebody who is at work
FREE = 0.5  # of those who are drawn give nothing else then
NOBODY = 0  # the number of no choice


@compiled
def given_at_work(table: Table, chance: Dice, about: int, found: Ints) -> int:
    """Give a session to somebody at work, in place of who gives it."""
    to = about
    is_held = bool(table.variables[about, VALUE])
    if is_held or not _is_at_work(table, about, found, 0):
        group, is_free = table.places[about, GROUP], share(chance) < FREE
        to = _somebody(table, chance, group, is_free, found, 0)
    return 0 if to == NOBODY else _given(table, chance, to, found, 0)


@compiled
def given_in_a_shift(
    table: Table, chance: Dice, about: int, found: Ints
) -> int:
    """Give a session and the shift it lies in, alone on that day."""
    cell = _cell(table, about)
    shift, many = NOBODY, 0
    for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
        if _holds(table, table.cells[n], about):
            many += 1
            if below(chance, many) == 0:
                shift = table.cells[n]
    if shift == NOBODY or table.variables[about, VALUE]:
        return 0
    count = 0
    if not table.variables[shift, VALUE]:
        found[0], count = shift, 1
        for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
            if table.variables[table.cells[n], VALUE] and count < MOST:
                found[count] = table.cells[n]
                count += 1
    return _given(table, chance, about, found, count)


@compiled
def handed_on(table: Table, chance: Dice, found: Ints, count: int) -> int:
    """Give to others at work what a move takes away, and gives to nobody."""
    places, until = table.places, count
    for n in range(until):
        gone = found[n]
        if not (places[gone, IS_SESSION] and table.variables[gone, VALUE]):
            continue
        if count < MOST and not _is_given(table, gone, found, until):
            to = _somebody(
                table, chance, places[gone, GROUP], True, found, count
            )
            is_together = places[to, BEGINS] == places[gone, BEGINS]
            if to != NOBODY and (places[to, PEOPLE] == 1 or is_together):
                found[count] = to
                count += 1
    return count


@compiled
def _given(
    table: Table, chance: Dice, to: int, found: Ints, count: int
) -> int:
    """Give a session; what clashes with it goes.

    Others give it with them at the same time, as many as there should be.
    """
    places, variables = table.places, table.variables
    found[count] = to
    count += 1
    cell, group = _cell(table, to), places[to, GROUP]
    for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
        other = table.cells[n]
        is_same = places[other, GROUP] == group and other != to
        if (is_same or _clashes(table, to, other)) and variables[other, VALUE]:
            count = _with(other, found, count)
    first, end = table.takers_at[group], table.takers_at[group + 1]
    there, begin = 1, below(chance, end - first)
    for n in range(end - first):
        other = table.takers[first + (begin + n) % (end - first)]
        worker = places[other, WORKER]
        if not variables[other, VALUE] or worker == places[to, WORKER]:
            continue
        then = table.of_worker[worker, places[to, DUTY]]
        if then == NOBODY or there == places[to, PEOPLE]:
            count = _with(other, found, count)
            continue
        there += 1
        if then != other:
            count = _with(other, found, count)
            if not variables[then, VALUE]:
                count = _with(then, found, count)
    return count


@compiled
def _with(choice: int, found: Ints, count: int) -> int:
    """Add a choice to a move, once."""
    if count >= MOST or _is_in(choice, found, count):
        return count
    found[count] = choice
    return count + 1


@compiled
def _is_in(choice: int, found: Ints, count: int) -> bool:
    return choice in found[:count]


@compiled
def _somebody(
    table: Table,
    chance: Dice,
    group: int,
    is_free: bool,
    found: Ints,
    count: int,
) -> int:
    """Draw who gives a session, and when: somebody at work after a move.

    Where it is asked, somebody who gives nothing else then.
    """
    first, end = table.takers_at[group], table.takers_at[group + 1]
    for _ in range(TRIES):
        one = int(table.takers[first + below(chance, end - first)])
        if (
            not (table.variables[one, VALUE] or _is_in(one, found, count))
            and _is_at_work(table, one, found, count)
            and not (is_free and _is_busy(table, one, found, count))
        ):
            return one
    return NOBODY


@compiled
def _is_at_work(table: Table, session: int, found: Ints, count: int) -> bool:
    """Tell whether who gives a session is on a shift then, after a move.

    That of the evening before may go on until then.
    """
    today = _cell(table, session)
    begin = today - (1 if table.places[session, DAY] else 0)
    for n in range(table.cells_at[begin], table.cells_at[today + 1]):
        shift = table.cells[n]
        if _holds(table, shift, session) and _will_hold(
            table, shift, found, count
        ):
            return True
    return False


@compiled
def _is_busy(table: Table, session: int, found: Ints, count: int) -> bool:
    """Tell whether who gives a session gives another then, after a move."""
    cell = _cell(table, session)
    for n in range(table.cells_at[cell], table.cells_at[cell + 1]):
        other = table.cells[n]
        if _clashes(table, session, other) and _will_hold(
            table, other, found, count
        ):
            return True
    return False


@compiled
def _is_given(table: Table, gone: int, found: Ints, count: int) -> bool:
    """Tell whether a move gives a session to somebody else."""
    for n in range(count):
        other = found[n]
        is_same = table.places[other, GROUP] == table.places[gone, GROUP]
        if is_same and not table.variables[other, VALUE]:
            return True
    return False


@compiled
def _will_hold(table: Table, choice: int, found: Ints, count: int) -> bool:
    """Tell whether a choice is held after a move."""
    is_held = bool(table.variables[choice, VALUE])
    return is_held != _is_in(choice, found, count)


@compiled
def _holds(table: Table, shift: int, session: int) -> bool:
    """Tell whether a choice is a shift that a session would lie within."""
    places = table.places
    return bool(
        not places[shift, IS_SESSION]
        and places[shift, BEGINS] <= places[session, BEGINS]
        and places[session, ENDS] <= places[shift, ENDS]
    )


@compiled
def _clashes(table: Table, session: int, other: int) -> bool:
    """Tell whether a choice is another session at the same time."""
    places = table.places
    return bool(
        other != session
        and places[other, IS_SESSION]
        and places[session, BEGINS] < places[other, ENDS]
        and places[other, BEGINS] < places[session, ENDS]
    )


@compiled
def _cell(table: Table, choice: int) -> int:
    """Give the day of the worker of a choice."""
    places = table.places
    return int(places[choice, WORKER] * table.days + places[choice, DAY])
