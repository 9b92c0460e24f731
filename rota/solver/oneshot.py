"""One CP-SAT search over a whole plan, that can be watched and stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ortools.sat.python import cp_model

from rota.solver.lower import Lowered

SEEDS = 2**31  # CP-SAT knows no more of them


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: values or None, a bound, and how it ended.

    `ticks` is what it took, in CP-SAT's deterministic time.
    """

    values: list[int] | None
    bound: int | None
    optimal: bool
    infeasible: bool
    ticks: float = 0.0


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a search may take, on how many threads.

    With `ticks` (CP-SAT's deterministic time) the answer does not depend on
    the speed of the machine.
    """

    seconds: float
    seed: int = 0
    threads: int = 1
    ticks: float | None = None
    gap: float = 0.0  # a share of the objective that need not be proved
    proof: bool = False  # raise the bound, rather than find better rotas
    patch: bool = False  # a small part of a rota, solved within a second
    one_worker: bool = False  # a patch of a few weeks of one person
    probe: bool = False  # a patch in which that pays: one schedule, proved
    every: bool = False  # tell of every answer there is, not of the best


Tell = Callable[[list[int], float], None]


class Listener(cp_model.CpSolverSolutionCallback):
    """Tells who wants to know of each better answer.

    It runs off the main thread, where an exception would lose the result, so
    `tell` must not raise.
    """

    def __init__(self, lowered: Lowered, tell: Tell | None) -> None:
        super().__init__()
        self._lowered = lowered
        self._tell = tell

    def on_solution_callback(self) -> None:
        """Read the values of a new solution."""
        if self._tell is not None:
            values = [self.value(v) for v in self._lowered.variables]
            self._tell(values, self.best_objective_bound)


def search(
    lowered: Lowered,
    budget: Budget,
    tell: Tell | None = None,
    stop: threading.Event | None = None,
    raised: Callable[[float], None] | None = None,
) -> Found:
    """Search until the budget is spent or `stop` is set.

    Parameters
    ----------
    lowered
        The model, hinted or not.
    budget
        Time, seed and threads.
    tell
        Called with each better answer's values, and the bound as an objective.
    stop
        Set it from anywhere to end the search early.
    raised
        Called with each better bound as an objective.
    """
    solver = _solver(budget)
    solver.best_bound_callback = raised
    with passed_on(stop, solver.stop_search):
        status = solver.solve(lowered.model, Listener(lowered, tell))
    return _read(lowered, solver, status)


@contextmanager
def passed_on(
    stop: threading.Event | None, end: Callable[[], None]
) -> Iterator[None]:
    """Pass a stop on until it is heard: before a search began, none is."""
    done = threading.Event()

    def watch(stop: threading.Event) -> None:
        while not done.wait(0.1):
            if stop.is_set():
                end()

    if stop is not None:
        threading.Thread(target=watch, args=(stop,), daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _solver(budget: Budget) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.max_time_in_seconds = max(0.01, budget.seconds)
    parameters.random_seed = budget.seed % SEEDS
    parameters.num_workers = budget.threads
    # Ctrl-C is the caller's, who keeps the best rota: handlers of searches
    # side by side take each other's place, and one ended the whole program.
    parameters.catch_sigint_signal = False
    # Everything in the linear relaxation: on patches of a four-week rota
    # three times faster than the default, and proved twice as often. A few
    # weeks of one worker take half as long again with it, and gain nothing.
    parameters.linearization_level = 1 if budget.one_worker else 2
    # The whole relaxation at once: a four-week rota of 24 people has its
    # bound in 3 s, where rows that are added one by one took 38 s.
    parameters.add_lp_constraints_lazily = not (budget.proof or budget.patch)
    parameters.optimize_with_lb_tree_search = budget.proof
    if budget.patch:
        # A part is too small to earn back what it costs to look for
        # symmetries, to probe, and to simplify it more than once.
        parameters.symmetry_level = 0
        parameters.cp_model_probing_level = 2 if budget.probe else 0
        parameters.max_presolve_iterations = 1
    parameters.relative_gap_limit = budget.gap
    if budget.every:
        # A relaxation cuts off nothing that is wanted: without it there are
        # fifteen times as many schedules of four weeks in the same time.
        parameters.enumerate_all_solutions = True
        parameters.linearization_level = 0
    if budget.ticks is not None:
        parameters.max_deterministic_time = budget.ticks
        parameters.interleave_search = budget.threads > 1
    return solver


def _read(
    lowered: Lowered,
    solver: cp_model.CpSolver,
    status: cp_model.CpSolverStatus,
) -> Found:
    infeasible = status == cp_model.INFEASIBLE
    ticks = solver.response_proto.deterministic_time
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(None, None, False, infeasible, ticks)
    values = [solver.value(v) for v in lowered.variables]
    bound = lowered.cost_of_objective(solver.best_objective_bound)
    return Found(
        values,
        round(bound),
        optimal=status == cp_model.OPTIMAL,
        infeasible=False,
        ticks=ticks,
    )


def timer() -> Callable[[], float]:
    """Start a stopwatch; call it for the seconds since."""
    began = time.monotonic()
    return lambda: time.monotonic() - began
