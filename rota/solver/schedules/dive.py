"""From a mix of schedules to a rota: hold what is nearly whole, go on."""

from __future__ import annotations

from dataclasses import dataclass

from rota.roster import Roster
from rota.solver.schedules.generate import Generation
from rota.solver.schedules.own import Schedule

LEFT = 3  # workers whom a patch can decide together
STEP = 0.05  # of the workers held at each step, at least
SURE = 0.9  # a share that is as good as whole
RISE = 0.01  # what holding them may cost before schedules are found again


@dataclass(frozen=True, slots=True)
class Landing:
    """A rota, and the workers of it that were not yet decided."""

    roster: Roster
    undecided: frozenset[str]


def dive(generation: Generation) -> Landing:
    """Hold more and more workers to a schedule, until few are left.

    Where holding them costs something, the others are given schedules that
    fit better, unless it is over. Those who are left have that with the
    largest share.
    """
    master = generation.master
    free = set(generation.workers)
    chosen: dict[str, Schedule] = {}
    master.solve()
    cost = master.value
    while len(free) > LEFT:
        for schedule in _surest(generation, free):
            master.hold(schedule)
            chosen[schedule.worker_id] = schedule
            free.discard(schedule.worker_id)
        master.solve()
        cost = _mend(generation, free, cost)
    for worker_id in free:
        chosen[worker_id] = master.shares(worker_id)[0][1]
    return Landing(_roster(generation, chosen), frozenset(free))


def _surest(generation: Generation, free: set[str]) -> list[Schedule]:
    """Give the schedules to be held next: nearly whole, or the nearest."""
    largest = [generation.master.shares(w)[0] for w in sorted(free)]
    ranked = sorted(largest, key=lambda one: -one[0])[: len(free) - LEFT]
    least = max(1, round(STEP * len(generation.workers)))
    return [
        schedule
        for place, (share, schedule) in enumerate(ranked)
        if place < least or share > SURE
    ]


def _mend(generation: Generation, free: set[str], cost: float) -> float:
    """Find schedules that fit better once it costs more; give the cost."""
    master = generation.master
    if master.value < cost * (1 + RISE):
        return cost
    if generation.price(sorted(free)):
        master.solve()
    return master.value


def _roster(generation: Generation, chosen: dict[str, Schedule]) -> Roster:
    standing = generation.split.standing
    every = (v for held in chosen.values() for v in held.chosen)
    undo = standing.change(dict.fromkeys(every, 1))
    roster = standing.roster()
    standing.restore(undo)
    return roster
