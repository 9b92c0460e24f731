"""compare: solve every option of a rota and put them side by side."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rota.checker import check
from rota.comparison import Comparison, Outcome
from rota.counts import count
from rota.domain import Problem
from rota.errors import OptionError, RotaError
from rota.finished import Finished
from rota.options import Option, RuleChange, apply
from rota.result import Result, Status
from rota.roster import Roster

Told = Callable[[Outcome, int, int], None]
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
    threads: int


def compare(
    problem: Problem,
    options: Iterable[Option],
    *,
    seconds: float = 60,
    seed: int = 0,
    executor: Executor | None = None,
    jobs: int | None = None,
    threads: int | None = None,
    folder: str | Path | None = None,
    base: Roster | None = None,
    progress: Told | None = None,
) -> Comparison:
    """Solve every option and measure all of them with one yardstick.

    Parameters
    ----------
    problem
        The rota as it is.
    options
        What to try; names are different. In a script of your own, call this
        under `if __name__ == "__main__":`, for it starts processes.
    seconds
        Wall time for each option.
    seed
        Any whole number; an option may have its own.
    executor
        Where options are solved; by default processes of this machine.
    jobs
        Options at a time, which bounds the memory; by default one for each
        core, or as many as an executor that is given takes.
    threads
        Threads of each search; by default the cores shared out over the
        options at a time, and 1 with an executor that is given.
    folder
        Where finished options are kept. A batch that is started again with
        the same folder solves only what is not there.
    base
        The rota against which changes are counted; by default that of the
        first option that has one.
    progress
        Called with each outcome, how many are done, and of how many.

    Returns
    -------
    The comparison. An option that cannot be made or solved has an error, and
    the others are complete.

    Raises
    ------
    OptionError
        There is no option, or two have the same name.
    """
    asked = _different(options)
    plain = problem.replace()  # without what was looked up, to travel light
    shelf = None
    if folder is not None:
        shelf = Finished(Path(folder), plain, seconds, seed)
    board = _Board(asked, shelf, progress)
    cores = os.cpu_count() or 1
    open_ = len(board.open)
    most = jobs or (open_ if executor else min(cores, open_)) or 1
    each = threads or (1 if executor else max(1, cores // most))
    tasks = [Task(plain, one, seconds, seed, each) for one in board.open]
    if executor is not None:
        _drain(executor, tasks, most, board)
    elif tasks:
        _in_processes(tasks, most, board)
    return _compared(problem, asked, board, base)


def _different(options: Iterable[Option]) -> tuple[Option, ...]:
    asked = tuple(options)
    names = [option.name for option in asked]
    if not asked:
        raise OptionError("There is no option to try.")
    for name in names:
        if names.count(name) > 1:
            raise OptionError(f"Two options have the name {name!r}.")
    return asked


def _compared(
    problem: Problem,
    asked: tuple[Option, ...],
    board: _Board,
    base: Roster | None,
) -> Comparison:
    """Put the outcomes in the order asked; the first rota is the base."""
    outcomes = tuple(board.outcomes[option.name] for option in asked)
    found = Comparison(problem, asked, outcomes, base, "the rota as it stands")
    if base is not None or not found.rosters:
        return found
    name, roster = next(iter(found.rosters.items()))
    return Comparison(problem, asked, outcomes, roster, name)


class _Board:
    """What is done and what is still to do."""

    def __init__(
        self,
        asked: Sequence[Option],
        shelf: Finished | None,
        progress: Told | None,
    ) -> None:
        self.outcomes: dict[str, Outcome] = {}
        self._asked = asked
        self._shelf = shelf
        self._progress = progress
        for option in asked:
            kept = shelf.find(option) if shelf else None
            if kept is not None:
                self._tell(kept)

    @property
    def open(self) -> list[Option]:
        """The options that are not done."""
        return [one for one in self._asked if one.name not in self.outcomes]

    def put(self, option: Option, outcome: Outcome) -> None:
        """Put down what came of an option, on disk first."""
        if self._shelf is not None:
            self._shelf.keep(option, outcome)
        self._tell(outcome)

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes[outcome.name] = outcome
        if self._progress is not None:
            done = len(self.outcomes)
            self._progress(outcome, done, len(self._asked))


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


def _in_processes(tasks: list[Task], jobs: int, board: _Board) -> None:
    """Solve in processes of this machine; one that dies takes none along."""
    with _pool(jobs) as pool:
        unlucky = _drain(pool, tasks, jobs, board)
    for task in unlucky:
        with _pool(1) as pool:
            if _drain(pool, [task], 1, board):
                name = task.option.name
                board.put(task.option, Outcome(name=name, error=_ENDED))


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
    executor: Executor, tasks: list[Task], jobs: int, board: _Board
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
                if not _take(future, task.option, board):
                    unlucky.append(task)
    finally:
        for future in running:
            with suppress(Exception):  # on the way out, best effort
                future.cancel()
    return unlucky


def _take(future: Future[Outcome], option: Option, board: _Board) -> bool:
    """Take what came of an option; tells whether its pool is whole."""
    try:
        outcome = future.result()
    except BrokenExecutor:
        return False
    except Exception as error:  # such as a cluster that gave it up
        said = f"It failed: {type(error).__name__}: {error}"
        outcome = Outcome(name=option.name, error=said)
    board.put(option, outcome)
    return True
