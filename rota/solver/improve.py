"""Better and better: free a part of the rota, solve it, keep what is cheaper.

Rounds are synchronous: each solves a fixed number of patches of the same rota
side by side and merges them in order. With a budget in ticks the answer does
not depend on the machine's speed or on how many cores it has.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from rota.checker import Report, check
from rota.domain import Problem, Worker
from rota.roster import EVERYTHING, Part, Roster
from rota.solver.best import Best
from rota.solver.lower import lower
from rota.solver.neighbourhoods import NEIGHBOURHOODS
from rota.solver.oneshot import Budget, search
from rota.solver.plan import Plan

PATCHES = 2  # a round; more would be merged from an older rota
PATCH_TICKS = 0.4  # CP-SAT's deterministic time for one patch
FIRST_SIZE = 150  # worker-days; from there each neighbourhood adapts
SMALLEST = 20


@dataclass(frozen=True, slots=True)
class Patch:
    """A part to solve again, and the chance that goes with it."""

    neighbourhood: int
    part: Part
    seed: int


class Improver:
    """One run of improvement over one problem, from the best rota known."""

    def __init__(
        self, best: Best, budget: Budget, over: Callable[[], bool]
    ) -> None:
        self.problem: Problem = best.report.problem
        self.report = best.report
        self._best = best
        self._budget = budget
        self._over = over
        self._chance = random.Random(budget.seed)
        self._sizes = [FIRST_SIZE] * len(NEIGHBOURHOODS)

    # -- the start: one worker at a time ------------------------------------

    def begin(self) -> None:
        """Give each worker the best schedule against what is still short.

        What was built when it is over is kept.
        """
        for worker in _largest_first(self.problem):
            if self._over():
                break
            part = Part(worker_ids=frozenset({worker.id}))
            roster = self.report.roster
            better, _ = self._solve(Patch(0, part, self._budget.seed), roster)
            self._take(roster, better, part)
        self._look()

    # -- the rounds ---------------------------------------------------------

    def run(self, rounds: int | None = None) -> None:
        """Improve until it is over, or for a number of rounds."""
        done = 0
        with ThreadPoolExecutor(self._budget.threads) as pool:
            while not self._over() and (rounds is None or done < rounds):
                self._round(pool)
                done += 1

    def _round(self, pool: ThreadPoolExecutor) -> None:
        base = self.report.roster
        patches = list(self._patches())
        answers = pool.map(lambda patch: self._solve(patch, base), patches)
        better = False
        for patch, (roster, optimal) in zip(patches, answers, strict=True):
            self._adapt(patch.neighbourhood, optimal)
            better = self._take(base, roster, patch.part) or better
        if better:
            self._look()

    def _patches(self) -> Iterator[Patch]:
        for _ in range(PATCHES):
            which = self._chance.randrange(len(NEIGHBOURHOODS))
            part = NEIGHBOURHOODS[which](
                self.report, self._sizes[which], self._chance
            )
            yield Patch(which, part, self._chance.randrange(2**31))

    def _solve(self, patch: Patch, base: Roster) -> tuple[Roster, bool]:
        """Solve a part with the rest as it is; say whether it is proved."""
        lowered = lower(Plan(self.problem, patch.part, base))
        lowered.hint(base)
        budget = Budget(self._budget.seconds, patch.seed, ticks=PATCH_TICKS)
        found = search(lowered, budget)
        return found.roster or base, found.optimal

    def _adapt(self, which: int, optimal: bool) -> None:
        """Grow a neighbourhood that is proved, shrink one that is not."""
        everything = len(self.problem.workers) * len(self.problem.dates)
        size = self._sizes[which]
        wanted = size * 1.1 + 1 if optimal else size * 0.93
        self._sizes[which] = max(SMALLEST, min(everything, int(wanted)))

    def _take(self, base: Roster, roster: Roster, part: Part) -> bool:
        """Merge what a patch changed, if the touched keys are cheaper."""
        if roster == base:
            return False
        old = self.report.roster
        new = old.changed(
            add=roster.pairs - base.pairs, drop=base.pairs - roster.pairs
        )
        was = self._best.scale.worth(check(self.problem, old, part))
        now = self._best.scale.worth(check(self.problem, new, part))
        if now >= was:
            return False
        self.report = Report(self.problem, new, self.report.breaches)
        return True

    def _look(self) -> None:
        """Check the whole rota again, and tell."""
        self.report = check(self.problem, self.report.roster, EVERYTHING)
        self._best.take(self.report)


def _largest_first(problem: Problem) -> list[Worker]:
    """Order workers for the start: own staff first, most hours first."""
    return sorted(
        problem.workers,
        key=lambda w: (not w.contract.is_own_staff, -w.weekly_minutes),
    )
