"""From a mix of schedules to a rota: hold what is nearly whole, go on."""

from __future__ import annotations

import random
from dataclasses import dataclass

from rota.roster import Roster
from rota.solver.schedules.generate import Generation
from rota.solver.schedules.own import Schedule

LEFT = 3  # workers whom a patch can decide together
STEP = 0.05  # of the workers held at each step, at least
SURE = 0.9  # a share that is as good as whole
RISE = 0.001  # what holding them may cost before schedules are found again
OPEN = 0.5  # the same, of what the mix is above its bound, where that is more
ASIDE = 0.2  # of a share, at most, by which chance ranks one above another


@dataclass(frozen=True, slots=True)
class Landing:
    """A rota, and the workers of it that were not yet decided."""

    roster: Roster
    undecided: frozenset[str]


def dive(
    generation: Generation, chance: random.Random | None = None
) -> Landing:
    """Hold more and more workers to a schedule, until few are left.

    Where holding them costs something, the others are given schedules that
    fit better, unless it is over. Those who are left have that with the
    largest share. With chance, another rota comes of it each time. Nobody is
    held any more at the end.
    """
    master = generation.master
    free = set(generation.workers)
    chosen: dict[str, Schedule] = {}
    master.solve()
    rise = _rise(generation)
    most = master.value * (1 + rise)
    while len(free) > LEFT:
        for schedule in _surest(generation, free, chance):
            master.hold(schedule)
            chosen[schedule.worker_id] = schedule
            free.discard(schedule.worker_id)
        master.solve()
        if master.value > most:
            if generation.price(sorted(free)):
                master.solve()
            most = master.value * (1 + rise)
    for worker_id in free:
        chosen[worker_id] = master.shares(worker_id)[0][1]
    master.release()
    return Landing(generation.roster(chosen.values()), frozenset(free))


def _surest(
    generation: Generation, free: set[str], chance: random.Random | None
) -> list[Schedule]:
    """Give the schedules to be held next: nearly whole, or the nearest."""
    largest = [generation.master.shares(w)[0] for w in sorted(free)]

    def rank(one: tuple[float, Schedule]) -> float:
        return -one[0] - (chance.uniform(0, ASIDE) if chance else 0.0)

    ranked = sorted(largest, key=rank)[: len(free) - LEFT]
    least = max(1, round(STEP * len(generation.workers)))
    return [
        schedule
        for place, (share, schedule) in enumerate(ranked)
        if place < least or share > SURE
    ]


def _rise(generation: Generation) -> float:
    """Give what holding may cost, as a share: of a rough mix, more."""
    value = generation.master.value
    return max(RISE, OPEN * generation.to_prove / max(1.0, abs(value)))
