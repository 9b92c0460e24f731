"""Where to look next, and how far: learnt as the search goes on."""

from __future__ import annotations

import random

from rota.checker import Report
from rota.domain import Problem
from rota.roster import Part
from rota.solver.neighbourhoods import neighbourhoods_of

FIRST_SIZE = 150  # worker-days; from there each neighbourhood adapts
SMALLEST = 20
GROW, SHRINK = 1.1, 0.93  # when a patch was proved, and when it was not
TOO_LARGE = 0.7  # when a part opens more choices than a patch may have
EXPLORE = 0.5  # of the draws, all alike; the others by what was gained
MEMORY = 0.9  # of what was gained before, at each patch
STALE = 10  # patches without gain; after them each is searched deeper
DEEPEST = 32  # times the first depth


class Places:
    """The neighbourhoods of a problem, each with a size and its gains."""

    def __init__(self, problem: Problem) -> None:
        self._neighbourhoods = neighbourhoods_of(problem)
        count = len(self._neighbourhoods)
        self._largest = len(problem.workers) * len(problem.dates)
        self._sizes = [FIRST_SIZE] * count
        self._gains = [0.0] * count
        self._stale = 0
        self.depth = 1  # how many times as far each patch is searched

    def draw(self, chance: random.Random) -> int:
        """Draw a neighbourhood: any, or more often one that gained lately."""
        count, total = len(self._gains), sum(self._gains)
        if not total or chance.random() < EXPLORE:
            return chance.randrange(count)
        return chance.choices(range(count), self._gains)[0]

    def part(self, which: int, report: Report, chance: random.Random) -> Part:
        """Draw a part of the rota in a neighbourhood."""
        find = self._neighbourhoods[which]
        return find(report, self._sizes[which], chance)

    def learn(self, which: int, gain: int, *, optimal: bool) -> None:
        """Remember what a patch gained, and whether it was proved."""
        self._stale = 0 if gain else self._stale + 1
        if self._stale == STALE:
            self._stale, self.depth = 0, min(DEEPEST, 2 * self.depth)
        held = MEMORY * self._gains[which]
        self._gains[which] = held + (1 - MEMORY) * gain
        self._resize(which, GROW if optimal else SHRINK)

    def too_large(self, which: int) -> None:
        """Look at less there from now on."""
        self._resize(which, TOO_LARGE)

    def _resize(self, which: int, factor: float) -> None:
        wanted = int(self._sizes[which] * factor) + (factor > 1)
        self._sizes[which] = max(SMALLEST, min(self._largest, wanted))
