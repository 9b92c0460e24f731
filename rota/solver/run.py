"""solve: from a problem to the best rota that the time allows."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace

from rota.checker import Report, check
from rota.domain import Assignment, Problem, Rule, Strength
from rota.progress import Progress
from rota.result import Result, Status
from rota.roster import Roster
from rota.rules.base import Breach
from rota.solver.improve import Improver, worth_of
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, Found, search, timer
from rota.solver.plan import Plan

Watch = Callable[[Progress], None]
ONE_SHOT = 30_000  # open pairs; above it neighbourhoods find more
START_FROM = 1_500  # open pairs; below it one search is there at once
SAFETY_NET = 3600.0  # seconds for one patch that is limited in ticks
START_SHARE = 0.3  # of the time, for the first rota


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

    def offer(self, roster: Roster, bound: int | None = None) -> None:
        """Take a roster if it is better; tell who watches."""
        self.take(check(self._problem, roster), bound)

    def take(self, report: Report, bound: int | None = None) -> None:
        """Take a checked roster if it is better; tell who watches."""
        with self._lock:
            if bound is not None:
                self.bound = max(bound, self.bound or bound)
            if worth_of(report) < worth_of(self.report):
                self.report = report
        if self._watch is not None:
            self._watch(self._progress())

    def _progress(self) -> Progress:
        return Progress(
            seconds=self.seconds(),
            cost=self.report.cost,
            bound=self.bound,
            minutes_to_fill=self.report.minutes_to_fill,
        )


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
    best = Best(problem, Roster.pins(problem), watch)
    if start is not None:
        best.offer(_fitting(problem, start))
    budget = Budget(seconds, seed, threads or os.cpu_count() or 1)
    halt = stop or threading.Event()
    if reproducible:
        found = _in_rounds(best, budget, halt)
    else:
        found = _against_the_clock(problem, best, budget, halt)
    if found.infeasible:
        return _without_demands(problem, best, budget, halt)
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


def _in_rounds(best: Best, budget: Budget, stop: threading.Event) -> Found:
    """Search the same way on any machine: as many rounds as seconds."""
    patient = replace(budget, seconds=SAFETY_NET)
    improver = Improver(best.report, patient, best.take, stop.is_set)
    improver.begin()
    improver.run(rounds=max(1, int(budget.seconds)))
    return Found(best.report.roster, None, optimal=False, infeasible=False)


def _against_the_clock(
    problem: Problem, best: Best, budget: Budget, stop: threading.Event
) -> Found:
    """Build a first rota quickly, then search by size of the problem."""
    plan = Plan(problem)
    pairs = sum(variable.op == "pair" for variable in plan.variables)

    def over(share: float = 1.0) -> bool:
        return stop.is_set() or best.seconds() > share * budget.seconds

    improver = Improver(best.report, budget, best.take, over)
    if pairs > START_FROM and not _asks_at_least(problem):
        starter = Improver(
            best.report, budget, best.take, lambda: over(START_SHARE)
        )
        starter.begin()
        improver.report = best.report
    if pairs <= ONE_SHOT:
        return _search(plan, best, budget, stop)
    improver.run()
    return Found(best.report.roster, None, optimal=False, infeasible=False)


def _asks_at_least(problem: Problem) -> bool:
    """Tell whether a caller asks for an at-least must.

    Then nothing that is built piece by piece need be a rota on the way.
    """
    return any(
        rule.asks_at_least and rule.strength is Strength.MUST
        for rule in problem.rules
    )


def _search(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event
) -> Found:
    """Search over the whole plan, starting from the best rota known."""
    lowered = lower(plan)
    lowered.hint(best.report.roster)

    def tell(roster: Roster, bound: float) -> None:
        best.offer(roster, int(lowered.cost_of_objective(bound)))

    left = max(0.1, budget.seconds - best.seconds())
    found = search(lowered, replace(budget, seconds=left), tell, stop)
    if found.roster is not None:
        best.offer(found.roster, found.bound)
    return found


def _result(problem: Problem, best: Best, found: Found, seed: int) -> Result:
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
    stop: threading.Event,
) -> Result:
    """Say why there is no rota: solve with the at-least musts given up."""
    softer = problem.replace(rules=tuple(map(_softened, problem.rules)))
    again = Best(softer, best.report.roster, None)
    found = _search(Plan(softer), again, budget, stop)
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
