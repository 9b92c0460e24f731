"""For posting: the times a worker could work, and how they touch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from rota.calendar import HOUR
from rota.rules.base import Literal, Plan

LONGEST = 48 * HOUR  # a spell is not looked at further back than this


class Stint(NamedTuple):
    """A time to work, as two instants, awake or asleep."""

    begins: int
    ends: int
    asleep: bool


class Stints:
    """The times one worker could work, whatever the unit, with literals."""

    def __init__(self, plan: Plan, worker_id: str) -> None:
        found: dict[Stint, list[Literal]] = {}
        for duty, literal in plan.duties_of(worker_id):
            if duty.work:
                stint = Stint(duty.begins, duty.ends, duty.is_sleep_in)
                found.setdefault(stint, []).append(literal)
        self.literal = {s: plan.any_of(held) for s, held in found.items()}
        self.every = sorted(self.literal)
        self._gap = plan.problem.spell_gap
        self._by_end = sorted(self.literal, key=lambda s: (s.ends, s))
        self._begins = [stint.begins for stint in self.every]
        self._ends = [stint.ends for stint in self._by_end]

    def _ending(self, first: int, last: int) -> list[Stint]:
        """Give the stints that end between two instants, both included."""
        low = bisect_left(self._ends, first)
        return self._by_end[low : bisect_right(self._ends, last)]

    def _starting(self, first: int, last: int) -> list[Stint]:
        """Give the stints that begin between two instants, both included."""
        low = bisect_left(self._begins, first)
        return self.every[low : bisect_right(self._begins, last)]

    def chains_to(
        self, last: Stint, most: int = LONGEST
    ) -> Iterator[tuple[Stint, ...]]:
        """Give every chain of stints, one spell, that ends with `last`."""
        yield (last,)
        for stint in self._ending(last.begins - self._gap, last.begins):
            if last.ends - stint.begins <= most:
                left = most - (last.ends - stint.ends)
                for chain in self.chains_to(stint, left):
                    yield (*chain, last)

    def chains_between(
        self, start: int, end: int
    ) -> Iterator[tuple[Stint, ...]]:
        """Give every chain that joins one instant to another."""
        for stint in self._starting(start, start + self._gap):
            if end - self._gap <= stint.ends <= end:
                yield (stint,)
            if stint.ends < end:
                for chain in self.chains_between(stint.ends, end):
                    yield (stint, *chain)

    def literals(self, chain: tuple[Stint, ...]) -> list[Literal]:
        """Give the literals of a chain."""
        return [self.literal[stint] for stint in chain]
