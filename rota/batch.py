"""compare: solve every option of a rota and put them side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from rota.comparison import Comparison, Outcome
from rota.domain import Problem
from rota.engine import Task, run
from rota.errors import OptionError
from rota.finished import Finished
from rota.options import Option
from rota.roster import Roster

Told = Callable[[Outcome, int, int], None]


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
    run(
        [Task(plain, one, seconds, seed) for one in board.open],
        lambda task, outcome: board.put(task.option, outcome),
        executor,
        jobs,
        threads,
    )
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
