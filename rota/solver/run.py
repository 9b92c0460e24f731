"""solve: from a problem to the best rota that the time allows."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from rota.checker import check
from rota.domain import Assignment, Problem, Rule, Strength
from rota.result import Result, Status
from rota.roster import Roster
from rota.rules.base import Breach
from rota.solver.best import Best, Watch
from rota.solver.by_annealing import ByAnnealing
from rota.solver.by_menus import ByMenus
from rota.solver.improve import Improver
from rota.solver.lawful import lawful
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, Found, search
from rota.solver.plan import Plan
from rota.solver.proof import Beside, asks_at_least, proof_beside
from rota.solver.schedules.landing import is_too_large
from rota.solver.support import relaxed

ONE_SHOT = 300  # open pairs; above it parts of the rota find more
SMALL = 400  # days of workers; built one by one within a second or so
START_SHARE = 0.5  # of the time, at most, for the first rota
SAFETY_NET = 3600.0  # seconds for one patch that is limited in ticks


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
    gap: float = 0.0,
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
        Wall time at most, proofs included. Half a minute or so in which parts
        of the search are compiled, when they are first used on a machine, does
        not count. With `reproducible` it is only a safety net.
    seed
        Any whole number; another one may find another rota.
    pinned
        Assignments that must stay, beside those of the problem.
    start
        A rota to begin from, for example the one that stands.
    near
        A rota people already know: changes to it are priced, and the search
        begins from it where no start is given.
    only_gaps
        Leave everybody of `start` where they are and fill what is open.
    reproducible
        The same rota for the same problem, version and seed on any run.
    gap
        End early once no rota can cost less by more than this share, from 0
        (the best possible) to 1. Rounds, with `reproducible`, are not cut.
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
    asked = _asked(problem, pinned, near)
    problem = _held(asked, start) if only_gaps and start else asked
    best = Best(problem, watch, gap)
    known = start or near
    if known is not None:
        best.offer(lawful(problem, known, best.scale))
    cores = threads or os.cpu_count() or 1
    budget = Budget(seconds, seed, cores, gap=gap)
    halt = stop or threading.Event()
    if reproducible:
        found = _in_rounds(best, budget, halt)
    else:
        found = _against_the_clock(problem, best, budget, halt)
    if found.infeasible:
        return _without_demands(problem, best, budget, halt)
    return _result(asked, best, seed)


def _held(problem: Problem, start: Roster) -> Problem:
    """Hold everybody where they are, for the search alone.

    They are no pins of the result, which says what a person typed.
    """
    pins = dict.fromkeys((*problem.pinned, *start))
    return problem.replace(pinned=tuple(pins))


def _asked(
    problem: Problem,
    pinned: Iterable[Assignment] | None,
    near: Roster | None,
) -> Problem:
    """Write what the caller adds into the problem: it holds all that costs.

    People know their shifts; whom they support when may change within them.
    """
    pins = [*problem.pinned, *(pinned or ())]
    changes: dict[str, object] = {"pinned": tuple(dict.fromkeys(pins))}
    if near is not None:
        duties = problem.duty
        changes["near"] = tuple(e for e in near if e.duty_id in duties)
    return problem.replace(**changes)


def _in_rounds(best: Best, budget: Budget, stop: threading.Event) -> Found:
    """Search the same way on any machine: as many rounds as seconds."""
    patient = replace(budget, seconds=SAFETY_NET)
    if open_pairs(best.report.problem) > ONE_SHOT and _has_sessions(best):
        by_menus = ByMenus(best, patient, stop.is_set)
        by_menus.begin()
        by_menus.run(rounds=max(1, int(budget.seconds)))
        return Found(None, None, optimal=False, infeasible=False)
    plan = Plan(best.report.problem)
    improver = Improver(plan, best, patient, stop.is_set)
    improver.begin()
    improver.run(rounds=max(1, int(budget.seconds)))
    return Found(None, None, optimal=False, infeasible=False)


def _against_the_clock(
    problem: Problem, best: Best, budget: Budget, stop: threading.Event
) -> Found:
    """Build a first rota; search all of a small problem, parts of a larger."""
    pairs = open_pairs(problem)
    if pairs > ONE_SHOT and _has_sessions(best):
        return _by_menus(problem, best, budget, stop)
    plan = Plan(problem)
    if pairs <= ONE_SHOT:
        if not asks_at_least(problem):
            _start(plan, best, budget, stop)
        return _search(plan, best, budget, stop)
    _in_parts(plan, best, budget, stop)
    return Found(
        None,
        best.bound,
        optimal=best.proved,
        infeasible=best.is_impossible and best.asks_in_vain,
    )


def _in_parts(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event
) -> None:
    """Build a first rota, and better it: by annealing, and part by part.

    The proof has a core to itself meanwhile, if there are two, and every core
    where it puts schedules together. What is too large for that is begun
    before it.
    """
    over = _over(best, budget, stop)
    annealing = ByAnnealing(plan, best, budget)
    is_large = is_too_large(plan.problem, budget)
    is_first = is_large or budget.threads == 1
    is_hasty = is_large and budget.threads > 1
    start = partial(_start, plan, best, budget, stop, hasty=is_hasty)
    if is_first:
        _begin(annealing, start, over)
    with proof_beside(plan, best, budget, over) as beside:

        def is_wanted() -> bool:
            return over() or beside.wants_threads

        if not is_first:
            _begin(annealing, start, is_wanted)
        twins = [annealing.twin(n) for n in range(1, budget.threads)]

        def after_proof() -> None:
            beside.wait()
            for twin in twins[:1]:
                twin.keep_on(is_wanted)

        first = [
            partial(one.keep_on, is_wanted) for one in (annealing, *twins[1:])
        ]
        _lend(beside)
        improver = Improver(plan, best, budget, is_wanted)
        is_back = True
        while is_back:
            improver.race(after_proof, *first)
            is_back = _lend(beside) and not over()


def _begin(
    annealing: ByAnnealing,
    start: Callable[[], None],
    over: Callable[[], bool],
) -> None:
    """Settle a first rota; build it worker by worker where that is sooner.

    And where nothing else came of it.
    """
    problem = annealing.problem
    is_small = len(problem.workers) * len(problem.dates) <= SMALL
    if is_small:
        start()
    annealing.begin(over)
    if not (is_small or annealing.has_found):
        start()


def _lend(beside: Beside) -> bool:
    """Lend every thread if they are wanted; tell whether they were."""
    if not beside.wants_threads:
        return False
    beside.lend()
    return True


def open_pairs(problem: Problem) -> int:
    """Count the pairs that are to be decided."""
    sessions = sum(
        len(session.options) * problem.allows_session(worker.id, session.id)
        for session in problem.sessions
        for worker in problem.workers
    )
    duties = sum(len(held) for held in problem.allowed_of.values())
    return duties + sessions - len(problem.pinned)


def _has_sessions(best: Best) -> bool:
    return bool(best.report.problem.sessions)


def _by_menus(
    problem: Problem, best: Best, budget: Budget, stop: threading.Event
) -> Found:
    """Search a service whose sessions have too many times for one plan.

    The bound is that of the service without them, which costs no more.
    """
    over = _over(best, budget, stop)
    by_menus = ByMenus(best, budget, over)
    by_menus.begin()
    with proof_beside(Plan(relaxed(problem)), best, budget, over):
        by_menus.race()
    return Found(None, best.bound, optimal=best.proved, infeasible=False)


def _start(
    plan: Plan,
    best: Best,
    budget: Budget,
    stop: threading.Event,
    *,
    hasty: bool = False,
) -> None:
    """Build a first rota, one worker at a time."""

    def over() -> bool:
        return stop.is_set() or best.seconds() > START_SHARE * budget.seconds

    Improver(plan, best, budget, over).begin(hasty=hasty)


def _over(
    best: Best, budget: Budget, stop: threading.Event
) -> Callable[[], bool]:
    """Tell when time is up, somebody stops it, or nothing is left to do."""
    return lambda: (
        best.seconds() > budget.seconds
        or stop.is_set()
        or best.is_near_enough
        or best.is_impossible
    )


def _search(
    plan: Plan, best: Best, budget: Budget, stop: threading.Event
) -> Found:
    """Search over the whole plan, starting from the best rota known."""
    lowered = lower(plan)
    lowered.hint(plan.values(best.report.roster))

    def tell(values: list[int], bound: float) -> None:
        roster = plan.roster(values)
        best.offer(roster, int(lowered.cost_of_objective(bound)))

    left = max(0.1, budget.seconds - best.seconds())
    found = search(lowered, replace(budget, seconds=left), tell, stop)
    if found.values is not None:
        best.offer(plan.roster(found.values), found.bound)
    return found


def _result(problem: Problem, best: Best, seed: int) -> Result:
    """Hand the best rota back; what is proved of held people is no bound."""
    whole = best.report.problem is problem
    roster = Roster(problem, best.report.roster.pairs)
    return Result(
        problem=problem,
        roster=roster,
        report=check(problem, roster),
        status=Status.OPTIMAL if whole and best.proved else Status.FEASIBLE,
        seconds=best.seconds(),
        seed=seed,
        bound=best.cost_bound if whole else None,
    )


def _without_demands(
    problem: Problem,
    best: Best,
    budget: Budget,
    stop: threading.Event,
) -> Result:
    """Say why there is no rota: solve with the at-least musts given up."""
    softer = problem.replace(rules=tuple(map(_softened, problem.rules)))
    again = Best(softer, None)
    again.offer(best.report.roster)
    left = replace(budget, seconds=max(1.0, budget.seconds - best.seconds()))
    if open_pairs(softer) <= ONE_SHOT:
        _search(Plan(softer), again, left, stop)
    else:
        over = _over(again, left, stop)
        Improver(Plan(softer), again, left, over).race()
    report = check(problem, again.report.roster)
    asked = [b for b in report.broken if b.rule.asks_at_least]
    return Result(
        problem=problem,
        roster=again.report.roster,
        report=report,
        status=Status.NO_ROTA if asked else Status.FEASIBLE,
        seconds=best.seconds(),
        seed=budget.seed,
        bound=again.cost_bound,
        reason=_reason(asked),
    )


def _softened(rule: Rule) -> Rule:
    """Turn an at-least must into a should that outweighs everything."""
    if rule.asks_at_least and rule.strength is Strength.MUST:
        return rule.replace(strength=Strength.SHOULD, price=1_000_000)
    return rule


def _reason(asked: list[Breach]) -> str:
    return "; ".join(breach.sentence for breach in asked[:5])
