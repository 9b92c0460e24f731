"""For posting: the times a worker could work, and how they touch."""

from __future__ import annotations

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
        self._ending: dict[int, list[Stint]] = {}
        self._starting: dict[int, list[Stint]] = {}
        for stint in self.every:
            self._starting.setdefault(stint.begins, []).append(stint)
            self._ending.setdefault(stint.ends, []).append(stint)

    def chains_to(
        self, last: Stint, most: int = LONGEST
    ) -> Iterator[tuple[Stint, ...]]:
        """Give every chain of touching stints that ends with `last`."""
        yield (last,)
        for stint in self._ending.get(last.begins, ()):
            if last.ends - stint.begins <= most:
                left = most - (last.ends - last.begins)
                for chain in self.chains_to(stint, left):
                    yield (*chain, last)

    def chains_between(
        self, start: int, end: int
    ) -> Iterator[tuple[Stint, ...]]:
        """Give every chain of touching stints from one instant to another."""
        for stint in self._starting.get(start, ()):
            if stint.ends == end:
                yield (stint,)
            elif stint.ends < end:
                for chain in self.chains_between(stint.ends, end):
                    yield (stint, *chain)

    def literals(self, chain: tuple[Stint, ...]) -> list[Literal]:
        """Give the literals of a chain."""
        return [self.literal[stint] for stint in chain]
