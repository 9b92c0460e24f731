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
VAIN = 0.8  # when it gained nothing either, nor was one of the last proved
IN_A_ROW = 3  # patches that are not proved, before that
TOO_LARGE = 0.7  # when a part opens more choices than a patch may have
EXPLORE = 0.5  # of the draws, all alike; the others by what was gained
EXPLORE_EFFORT = 0.25  # of the effort, where that is counted
MEMORY = 0.9  # of what was gained, and spent, before, at each patch
STALE = 10  # patches without gain; after them each is searched deeper
DEEPEST = 32  # times the first depth


class Places:
    """The neighbourhoods of a problem, each with a size and its gains.

    Where rounds are counted, a patch is as good as it gains. Against the clock
    it is as good as it gains for its effort, and each neighbourhood has as
    much effort as another of what is not given to the best.
    """

    def __init__(self, problem: Problem) -> None:
        self._neighbourhoods = neighbourhoods_of(problem)
        count = len(self._neighbourhoods)
        self._largest = len(problem.workers) * len(problem.dates)
        self._sizes = [FIRST_SIZE] * count
        self._gains = [0.0] * count
        self._unproved = [0] * count  # patches running
        self._efforts = [0.0] * count  # none until one is told of
        self._stale = 0
        self.depth = 1  # how many times as far each patch is searched

    def draw(self, chance: random.Random) -> int:
        """Draw a neighbourhood: any, or more often one that gained lately."""
        count, total = len(self._gains), sum(self._gains)
        by_effort = all(self._efforts)
        explore = EXPLORE_EFFORT if by_effort else EXPLORE
        if total and chance.random() >= explore:
            weights = self._gains
        elif by_effort:
            weights = [1.0] * count
        else:
            return chance.randrange(count)
        if by_effort:
            pairs = zip(weights, self._efforts, strict=True)
            weights = [weight / effort for weight, effort in pairs]
        return chance.choices(range(count), weights)[0]

    def part(self, which: int, report: Report, chance: random.Random) -> Part:
        """Draw a part of the rota in a neighbourhood."""
        find = self._neighbourhoods[which]
        return find(report, self._sizes[which], chance)

    def learn(
        self, which: int, gain: int, *, optimal: bool, effort: float = 0.0
    ) -> None:
        """Remember what a patch gained, and whether it was proved.

        `effort` is what it took, in ticks; 0 where rounds are counted.
        """
        self._stale = 0 if gain else self._stale + 1
        if self._stale == STALE:
            self._stale, self.depth = 0, min(DEEPEST, 2 * self.depth)
        self._gains[which] = _faded(self._gains[which], gain)
        before = self._efforts[which] or effort
        self._efforts[which] = _faded(before, effort)
        self._unproved[which] = 0 if optimal else self._unproved[which] + 1
        in_vain = self._unproved[which] >= IN_A_ROW and not gain
        shrink = VAIN if effort and in_vain else SHRINK
        self._resize(which, GROW if optimal else shrink)

    def too_large(self, which: int) -> None:
        """Look at less there from now on."""
        self._resize(which, TOO_LARGE)

    def _resize(self, which: int, factor: float) -> None:
        wanted = int(self._sizes[which] * factor) + (factor > 1)
        self._sizes[which] = max(SMALLEST, min(self._largest, wanted))


def _faded(before: float, now: float) -> float:
    """Give the average of late, in which the last one has its part."""
    return MEMORY * before + (1 - MEMORY) * now
