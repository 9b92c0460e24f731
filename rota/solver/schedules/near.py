"""Everybody's schedules that a rota better than one known could have."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from rota.solver.oneshot import Budget
from rota.solver.schedules.generate import Generation, Proof
from rota.solver.schedules.own import Prices, Schedule


def near(
    generation: Generation, proof: Proof, most: float, each: int, ticks: float
) -> tuple[list[Schedule], bool]:
    """Give everybody's schedules that cost up to so much above the least.

    Of nobody more than `each`, which are added to the mix. Tells whether these
    are all there are.
    """

    def found(worker_id: str) -> tuple[list[Schedule], bool]:
        limit = proof.each[worker_id] + most
        return _near_of(generation, worker_id, proof.prices, limit, ticks)

    held: list[Schedule] = []
    complete = []
    with ThreadPoolExecutor(generation.crew.size) as pool:
        for ranked, is_all in pool.map(found, generation.workers):
            some = _some(ranked, each)
            generation.add(some)
            held += map(generation.master.known, some)
            complete.append(is_all and len(ranked) <= each)
    return held, all(complete)


def _near_of(
    generation: Generation,
    worker_id: str,
    prices: Prices,
    limit: float,
    ticks: float,
) -> tuple[list[Schedule], bool]:
    """Find a worker's schedules up to a cost; tell whether that is all.

    The cheapest is first. Those that were known are among them.
    """
    budget = Budget(60.0, generation.seed, ticks=ticks)
    new, is_all = generation.own[worker_id].near(prices, limit, budget)
    known = generation.master.up_to(worker_id, prices, limit)
    every = {schedule.chosen: schedule for schedule in (*new, *known)}
    cost = {one: one.reduced(prices) for one in every.values()}
    return sorted(cost, key=cost.__getitem__), is_all


def _some(ranked: Sequence[Schedule], most: int) -> list[Schedule]:
    """Give the cheapest, and as many of the others, from all over.

    The cheapest alone are much alike, and fit together less often.
    """
    first = ranked[: most // 2]
    rest = ranked[most // 2 :]
    step = max(1, -(-len(rest) // max(1, most - len(first))))
    return [*first, *rest[::step]]
