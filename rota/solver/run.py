"""solve: from a problem to the best rota that the time allows."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable

from rota.checker import Report, check
from rota.domain import Assignment, Problem, Rule, Strength
from rota.progress import Progress
from rota.result import Result, Status
from rota.roster import Roster
from rota.rules.base import Breach
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, Found, search, timer
from rota.solver.plan import Plan

Watch = Callable[[Progress], None]
TICKS = 30.0  # CP-SAT's own measure of work, for reproducible answers


class Best:
    """The best rota so far, by the audited cost; told from any thread."""

    def __init__(
        self, problem: Problem, first: Roster, watch: Watch | None
    ) -> None:
        self._problem = problem
        self._watch = watch
        self._lock = threading.Lock()
        self.seconds = timer()
        self.report = check(problem, first)
        self.bound: int | None = None
        self._worth = _worth(self.report)

    def offer(self, roster: Roster, bound: int | None = None) -> bool:
        """Take a roster if it is better; tell who watches."""
        report = check(self._problem, roster)
        with self._lock:
            if bound is not None:
                self.bound = max(bound, self.bound or bound)
            better = _worth(report) < self._worth
            if better:
                self.report, self._worth = report, _worth(report)
        if self._watch is not None:
            self._watch(self._progress())
        return better

    def _progress(self) -> Progress:
        return Progress(
            seconds=self.seconds(),
            cost=self.report.cost,
            bound=self.bound,
            minutes_to_fill=self.report.minutes_to_fill,
        )


def _worth(report: Report) -> tuple[int, int]:
    """Order rotas: first what musts are broken by, then the cost."""
    return sum(breach.amount for breach in report.broken), report.cost


def solve(
    problem: Problem,
    *,
    seconds: float = 60,
    seed: int = 0,
    pinned: Iterable[Assignment] | None = None,
    start: Roster | None = None,
    near: Roster | None = None,
    only_gaps: bool = False,
    reproducible: bool = False,
    threads: int | None = None,
    watch: Watch | None = None,
    stop: threading.Event | None = None,
) -> Result:
    """Find the best rota that the time allows; there always is one.

    Parameters
    ----------
    problem
        The question: people, demand, rules.
    seconds
        Wall time at most, proofs included. With `reproducible` it is only a
        safety net.
    seed
        Any whole number; another one may find another rota.
    pinned
        Assignments that must stay, beside those of the problem.
    start
        A rota to begin from, for example the one that stands.
    near
        A rota people already know: changes to it are priced.
    only_gaps
        Leave everybody of `start` where they are and fill what is open.
    reproducible
        The same rota for the same problem, version and seed on any run.
    threads
        Threads of the search; by default every core of the machine.
    watch
        Called with a Progress at each better rota; must not raise.
    stop
        Set it from another thread to end early with the best rota so far.

    Returns
    -------
    The result: rota, its check, status, and a proven bound of the cost in
    sixtieths of a penny where there is one.
    """
    problem = _asked(problem, pinned, start, near, only_gaps)
    first = Roster.pins(problem)
    best = Best(problem, first, watch)
    if start is not None:
        best.offer(_fitting(problem, start))
    budget = _budget(seconds, seed, threads, reproducible)
    found = _search(problem, best, budget, stop)
    if found.infeasible:
        return _without_demands(problem, best, budget, stop)
    return _result(problem, best, found, seed)


def _asked(
    problem: Problem,
    pinned: Iterable[Assignment] | None,
    start: Roster | None,
    near: Roster | None,
    only_gaps: bool,
) -> Problem:
    """Write what the caller adds into the problem: it holds all that costs."""
    pins = [*problem.pinned, *(pinned or ())]
    if only_gaps and start is not None:
        pins += list(start)
    changes: dict[str, object] = {"pinned": tuple(dict.fromkeys(pins))}
    if near is not None:
        changes["near"] = tuple(near)
    return problem.replace(**changes)


def _fitting(problem: Problem, start: Roster) -> Roster:
    """Keep of a rota what may still be given, and add the pins."""
    pins = problem.pinned_pairs
    kept = {pair for pair in start.pairs if problem.allows(*pair)}
    return Roster(problem, kept | pins)


def _budget(
    seconds: float, seed: int, threads: int | None, reproducible: bool
) -> Budget:
    if reproducible:
        return Budget(seconds, seed, threads=1, ticks=TICKS)
    return Budget(seconds, seed, threads or os.cpu_count() or 1)


def _search(
    problem: Problem,
    best: Best,
    budget: Budget,
    stop: threading.Event | None,
) -> Found:
    """Search over the whole plan, starting from the best rota known."""
    lowered = lower(Plan(problem))
    lowered.hint(best.report.roster)

    def tell(roster: Roster, bound: float) -> None:
        best.offer(roster, int(lowered.cost_of_objective(bound)))

    left = max(0.1, budget.seconds - best.seconds())
    spent = Budget(left, budget.seed, budget.threads, budget.ticks)
    found = search(lowered, spent, tell, stop)
    if found.roster is not None:
        best.offer(found.roster, found.bound)
    return found


def _result(
    problem: Problem, best: Best, found: Found, seed: int
) -> Result:
    return Result(
        problem=problem,
        roster=best.report.roster,
        report=best.report,
        status=Status.OPTIMAL if found.optimal else Status.FEASIBLE,
        seconds=best.seconds(),
        seed=seed,
        bound=found.bound,
    )


def _without_demands(
    problem: Problem,
    best: Best,
    budget: Budget,
    stop: threading.Event | None,
) -> Result:
    """Say why there is no rota: solve with the at-least musts given up."""
    softer = problem.replace(rules=tuple(map(_softened, problem.rules)))
    again = Best(softer, best.report.roster, None)
    found = _search(softer, again, budget, stop)
    report = check(problem, again.report.roster)
    asked = [b for b in report.broken if b.rule.asks_at_least]
    return Result(
        problem=problem,
        roster=again.report.roster,
        report=report,
        status=Status.NO_ROTA if asked else Status.FEASIBLE,
        seconds=best.seconds(),
        seed=budget.seed,
        bound=found.bound,
        reason=_reason(asked),
    )


def _softened(rule: Rule) -> Rule:
    """Turn an at-least must into a should that outweighs everything."""
    if rule.asks_at_least and rule.strength is Strength.MUST:
        return rule.replace(strength=Strength.SHOULD, price=1_000_000)
    return rule


def _reason(asked: list[Breach]) -> str:
    return "; ".join(breach.sentence for breach in asked[:5])
