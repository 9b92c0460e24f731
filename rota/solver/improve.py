"""Better and better: free a part of the rota, solve it, keep what is cheaper.

Against the clock every thread takes a part of the rota as it stands, solves
it, and gives back what is better. In rounds a fixed number of parts of the
same rota are solved side by side and merged in order: with a budget in ticks
the answer does not depend on the machine's speed or on how many cores it has.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from rota.domain import Problem, Worker
from rota.roster import EVERYTHING, Part, Roster
from rota.solver.at_work import AtWork
from rota.solver.best import Best
from rota.solver.excerpt import Excerpt
from rota.solver.lower import lower
from rota.solver.menu import whole_menu
from rota.solver.oneshot import Budget, Found, search, timer
from rota.solver.places import Places
from rota.solver.plan import Plan
from rota.solver.standing import Standing

PATCHES = 2  # a round; more would be merged from an older rota
PATCH_TICKS = 0.4  # CP-SAT's deterministic time for one patch
START_TICKS = 0.1  # the same for the first schedule of a few days
MAKING = 1.2e-5  # ticks in which a variable of a patch's model is made
FEW_DAYS = 35  # of one worker: a weaker relaxation is sooner, and enough
MOST_CHOICES = 1_200  # pairs of one patch; sessions bring many a day
DECIDE_TICKS = 2.0  # for a few workers' whole schedules at once
TRIES = 8
HASTE = 0.6  # of the workers, who go two at a time where time is short
EVENLY = 0.5  # of the patches, in which what is short is spread
AUDITS = 0.05  # of the time, at most, for checks of the whole rota


@dataclass(frozen=True, slots=True)
class Patch:
    """A part to solve again, and the chance that goes with it."""

    neighbourhood: int
    excerpt: Excerpt
    seed: int
    ticks: float = PATCH_TICKS
    is_whole: bool = False
    evenly: bool = False  # what is short is spread
    one_worker: bool = False  # and no more than a few days


class Improver:
    """One run of improvement over one problem, from the best rota known."""

    def __init__(
        self,
        plan: Plan,
        best: Best,
        budget: Budget,
        over: Callable[[], bool],
        start: Roster | None = None,
        places: Places | None = None,
    ) -> None:
        self.problem: Problem = best.report.problem
        self.standing = Standing(plan, start or best.report.roster)
        self._best = best
        self._budget = budget
        self._over = over
        self._lock = threading.Lock()
        self._chance = random.Random(budget.seed)
        self._places = places or Places(self.problem)
        self._audited = self.standing.worth
        self._next_audit = 0.0
        self._seen = best.report
        self._everything = len(self.standing.choices(EVERYTHING))
        self.is_finished = False  # nothing of this plan is cheaper
        self.ticks = 0.0  # spent on patches

    # -- the start: one worker at a time ------------------------------------

    def begin(self, *, hasty: bool = False) -> None:
        """Give each worker the best schedule against what is still short.

        What the first leave open is spread over the days: of the last, each
        can do something towards many days, but nobody all of one. What was
        built when it is over is kept. In haste most go two at a time: the
        last do not, for two who look at the same cover fill it twice.
        """
        workers = _largest_first(self.problem)
        two_each = int(HASTE * len(workers)) if hasty else 0
        with ThreadPoolExecutor(self._budget.threads) as pool:
            for together in side_by_side(workers, two_each):
                if self._over():
                    break
                patches = [self._first_of(worker) for worker in together]
                self._solve_all(pool, patches)
        self.audit()

    def _first_of(self, worker: Worker) -> Patch:
        part = Part(worker_ids=frozenset({worker.id}))
        excerpt = self.standing.excerpt(part)
        share = len(self.problem.dates) / FEW_DAYS
        return Patch(
            0,
            excerpt,
            self._budget.seed,
            START_TICKS * max(1.0, share),
            evenly=True,
            one_worker=share <= 1,
        )

    def mend(self) -> None:
        """Give whoever's musts are broken the best schedule that keeps them.

        One after the other: all that anybody else does stays as it is.
        """
        for worker_id in self.standing.broken_of():
            if self._over():
                break
            patch = self._first_of(self.problem.worker[worker_id])
            self._take(patch, self._solve(patch))
        self.audit()

    def give_sessions(self) -> None:
        """Give each day's sessions to those who are at work by then."""
        at_work = AtWork(self.standing)
        parts = list(at_work.parts())
        with ThreadPoolExecutor(self._budget.threads) as pool:
            for first in range(0, len(parts), PATCHES):
                if self._over():
                    break
                patches = [
                    Patch(0, at_work.excerpt(part), self._budget.seed)
                    for part in parts[first : first + PATCHES]
                ]
                self._solve_all(pool, patches)
        self.audit()

    def _solve_all(
        self, pool: ThreadPoolExecutor, patches: Sequence[Patch]
    ) -> None:
        """Solve patches of one rota side by side; take them in order."""
        answers = pool.map(self._solve, patches)
        for patch, found in zip(patches, answers, strict=True):
            self._take(patch, found)

    # -- against the clock --------------------------------------------------

    @property
    def is_best(self) -> bool:
        """Tell whether no rota known is better than this."""
        best = self._best.scale.worth(self._best.report)
        return self.standing.worth <= best

    def decide(self, workers: frozenset[str]) -> None:
        """Give a few workers the best that is left, all of them together."""
        excerpt = self.standing.excerpt(Part(worker_ids=workers))
        patch = Patch(0, excerpt, self._budget.seed, DECIDE_TICKS)
        self._take(patch, self._solve(patch))
        self.audit()

    def race(self, *first: Callable[[], None]) -> None:
        """Improve on every thread until it is over.

        Some of them do something else first, which is given, each by one
        thread while there are enough.
        """
        threads = self._budget.threads
        with ThreadPoolExecutor(threads) as pool:
            runs = [
                pool.submit(self._keep_on, first[n::threads])
                for n in reversed(range(threads))
            ]
        for run in runs:
            run.result()
        self.audit()

    def _keep_on(self, first: Iterable[Callable[[], None]]) -> None:
        for done_before in first:
            done_before()
        while not (self._over() or self.is_finished):
            with self._lock:
                self._adopt()
                patch = self._draw()
            found = self._solve(patch)
            with self._lock:
                effort = found.ticks + MAKING * len(patch.excerpt.variables)
                self._learn(patch, found, effort)
                self._audit_when_due()

    def _adopt(self) -> None:
        """Go on from what another search found, where that is better."""
        report = self._best.report
        if report is not self._seen:
            self._seen = report
            was = self.standing.worth
            if self._best.scale.worth(report) < was:
                undo = self.standing.take_over(report.roster)
                if self.standing.worth > was:  # not all of it is in this plan
                    self.standing.restore(undo)

    # -- in rounds ----------------------------------------------------------

    def run(self, rounds: int) -> None:
        """Improve for a number of rounds, or until it is over.

        A round that searches deeper counts for as many as it is deep.
        """
        with ThreadPoolExecutor(self._budget.threads) as pool:
            while rounds > 0 and not (self._over() or self.is_finished):
                rounds -= self._places.depth
                self._round(pool)
        self.audit()

    def _round(self, pool: ThreadPoolExecutor) -> None:
        patches = [self._draw() for _ in range(PATCHES)]
        answers = pool.map(self._solve, patches)
        for patch, found in zip(patches, answers, strict=True):
            self._learn(patch, found)
        self._audit_when_due()

    # -- one patch ----------------------------------------------------------

    def _draw(self) -> Patch:
        """Draw a part, and draw a smaller one where it opens too much."""
        which = self._places.draw(self._chance)
        report = self.standing.report()
        for _ in range(TRIES):
            part = self._places.part(which, report, self._chance)
            choices = self.standing.choices(part)
            if len(choices) <= MOST_CHOICES * self._places.depth:
                break
            self._places.too_large(which)
        seed = self._chance.randrange(2**31)
        is_whole = len(choices) == self._everything
        evenly = self._chance.random() < EVENLY
        return Patch(
            which,
            Excerpt(self.standing, choices),
            seed,
            PATCH_TICKS * self._places.depth,
            is_whole,
            evenly=evenly and not is_whole,  # for then a bound is proved
        )

    def _solve(self, patch: Patch) -> Found:
        """Solve a part with the rest as it stands."""
        lowered = lower(patch.excerpt, evenly=patch.evenly)
        lowered.hint(patch.excerpt.values)
        left = self._budget.seconds - self._best.seconds()
        budget = Budget(
            left,
            patch.seed,
            threads=1,
            ticks=patch.ticks,
            patch=True,
            one_worker=patch.one_worker,
        )
        return search(lowered, budget)

    def _learn(self, patch: Patch, found: Found, effort: float = 0.0) -> None:
        """Take what a patch changed, and remember what that gained.

        And with what effort, where it is not rounds that are counted.
        """
        was = self.standing.worth
        self.ticks += found.ticks
        self._take(patch, found)
        gain = max(0, was[1] - self.standing.worth[1])
        self._places.learn(
            patch.neighbourhood, gain, optimal=found.optimal, effort=effort
        )
        if patch.is_whole and found.optimal:
            self._finish()

    def _finish(self) -> None:
        """Nothing of this plan is cheaper: a bound, if it holds every time."""
        self.is_finished = True
        every, menu = whole_menu(self.problem), self.standing.plan.menu
        whole = all(len(menu[s]) == len(times) for s, times in every.items())
        if whole and not self.standing.worth[0]:
            self._best.raise_bound(self.standing.worth[1])

    def _take(self, patch: Patch, found: Found) -> None:
        """Merge what a patch changed, unless the rota is worse for it."""
        if found.values is None:
            return
        was = self.standing.worth
        undo = self.standing.change(patch.excerpt.changes(found.values))
        if self.standing.worth > was:
            self.standing.restore(undo)

    # -- the audit ----------------------------------------------------------

    def audit(self) -> None:
        """Check the whole rota, and offer it."""
        seconds = timer()
        self._audited = self.standing.worth
        self._best.offer(self.standing.roster())
        self._next_audit = self._best.seconds() + seconds() / AUDITS

    def _audit_when_due(self) -> None:
        better = self.standing.worth < self._audited
        if better and self._best.seconds() >= self._next_audit:
            self.audit()


def side_by_side(
    workers: Sequence[Worker], two_each: int = 0
) -> Iterator[list[Worker]]:
    """Put workers who share no unit together; the others go one by one.

    Who looks at the same cover at the same time would fill it twice. Of the
    first `two_each` that is let pass.
    """
    waiting = list(workers)
    while waiting:
        first = waiting.pop(0)
        is_early = len(workers) - len(waiting) < two_each
        apart = [w for w in waiting if _share_no_unit(first, w)]
        together = [first, *(apart or waiting * is_early)[: PATCHES - 1]]
        waiting = [w for w in waiting if w not in together]
        yield together


def _share_no_unit(one: Worker, other: Worker) -> bool:
    """Tell whether two are bound to different units; no unit is any unit."""
    bound = one.units and other.units
    return bool(bound) and not {*one.units} & {*other.units}


def _largest_first(problem: Problem) -> list[Worker]:
    """Order workers for the start: own staff first, most hours first."""
    return sorted(
        problem.workers,
        key=lambda w: (not w.contract.is_own_staff, -w.weekly_minutes),
    )
