"""Solving many tasks at once: on any executor, or in processes of its own."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import suppress
from dataclasses import dataclass, replace

from rota.checker import check
from rota.comparison import Outcome
from rota.counts import count
from rota.domain import Problem
from rota.errors import RotaError
from rota.options import Option, RuleChange, apply
from rota.result import Result, Status
from rota.roster import Roster

_ENDED = (
    "Its process was ended from outside, perhaps for want of memory; try "
    "fewer options at a time."
)


@dataclass(frozen=True, slots=True)
class Task:
    """One option to be solved, wherever that is."""

    problem: Problem
    option: Option
    seconds: float
    seed: int
    threads: int = 1


Take = Callable[[Task, Outcome], None]


def run(
    tasks: list[Task],
    take: Take,
    executor: Executor | None = None,
    jobs: int | None = None,
    threads: int | None = None,
) -> None:
    """Solve all tasks, and hand over each outcome as it comes.

    Parameters
    ----------
    tasks
        What to solve.
    take
        Called with each task and its outcome, in the order they finish.
    executor, jobs, threads
        As in `rota.compare`.
    """
    cores = os.cpu_count() or 1
    most = jobs or (len(tasks) if executor else min(cores, len(tasks))) or 1
    each = threads or (1 if executor else max(1, cores // most))
    ready = [replace(task, threads=each) for task in tasks]
    if executor is not None:
        for task in _drain(executor, ready, most, take):
            take(task, Outcome(name=task.option.name, error=_ENDED))
    elif ready:
        _in_processes(ready, most, take)


def solve_option(task: Task) -> Outcome:
    """Solve one option; whatever goes wrong is its outcome."""
    from rota.solver.run import solve

    option = task.option
    seed = task.seed if option.seed is None else option.seed
    try:
        result = solve(
            apply(task.problem, option),
            seconds=task.seconds,
            seed=seed,
            threads=task.threads,
        )
        return outcome_of(task.problem, option, result)
    except RotaError as error:
        said = str(error).removeprefix(f"{option.name}: ")
        return Outcome(name=option.name, error=said, seed=seed)
    except Exception as error:  # one option must not take the others along
        said = f"It failed: {type(error).__name__}: {error}"
        return Outcome(name=option.name, error=said, seed=seed)


def outcome_of(problem: Problem, option: Option, result: Result) -> Outcome:
    """Measure what came of an option, by the rules of the workbook too."""
    facts = tuple(c for c in option.changes if not isinstance(c, RuleChange))
    yardstick = None
    if facts != option.changes:
        common = apply(problem, option.replace(changes=facts))
        yardstick = check(common, Roster(common, result.roster.pairs))
    none = result.status is Status.NO_ROTA
    return Outcome(
        name=option.name,
        error=f"No rota keeps every must: {result.reason}" if none else "",
        pairs=tuple(sorted(result.roster.pairs)),
        counts=count(result.report, yardstick),
        status=result.status,
        seed=result.seed,
        seconds=result.seconds,
        bound=result.bound,
        possible=result.possible,
    )


def _in_processes(tasks: list[Task], jobs: int, take: Take) -> None:
    """Solve in processes of this machine; one that dies takes none along."""
    with _pool(jobs) as pool:
        unlucky = _drain(pool, tasks, jobs, take)
    for task in unlucky:
        with _pool(1) as pool:
            if _drain(pool, [task], 1, take):
                take(task, Outcome(name=task.option.name, error=_ENDED))


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Make processes that start afresh: a search has threads."""
    return ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), _leave_with_parent
    )


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent,), daemon=True).start()


def _outlive(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _drain(
    executor: Executor, tasks: list[Task], jobs: int, take: Take
) -> list[Task]:
    """Solve all tasks, so many at a time; gives those whose pool broke."""
    waiting, unlucky = list(reversed(tasks)), []
    running: dict[Future[Outcome], Task] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                task = waiting.pop()
                try:
                    running[executor.submit(solve_option, task)] = task
                except BrokenExecutor:
                    unlucky.append(task)
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                task = running.pop(future)
                if not _took(future, task, take):
                    unlucky.append(task)
    finally:
        for future in running:
            with suppress(Exception):  # on the way out, best effort
                future.cancel()
    return unlucky


def _took(future: Future[Outcome], task: Task, take: Take) -> bool:
    """Take what came of an option; tells whether its pool is whole."""
    try:
        outcome = future.result()
    except BrokenExecutor:
        return False
    except Exception as error:  # such as a cluster that gave it up
        said = f"It failed: {type(error).__name__}: {error}"
        outcome = Outcome(name=task.option.name, error=said)
    take(task, outcome)
    return True
