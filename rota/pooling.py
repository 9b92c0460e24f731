"""Options that help each other to a better rota.

For half of the time each option is searched by itself; for the other half it
goes on from the best rota that any of them has found, as far as the option
allows it. Which of them the search was luckier with then counts for less.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from rota.comparison import Outcome
from rota.engine import Take, Task
from rota.finished import Finished
from rota.result import Status

OTHERS = 3  # rotas of other options that one is begun from, the best of them

Run = Callable[[list[Task], Take], None]


def in_halves(
    tasks: list[Task],
    run: Run,
    take: Take,
    *,
    known: Mapping[str, Outcome],
    shelf: Finished | None = None,
    halfway: Callable[[Outcome], None] | None = None,
) -> None:
    """Solve tasks in two halves of their time.

    Parameters
    ----------
    tasks
        What to solve, each with the whole of its time.
    run
        Solves tasks, and hands over each outcome as it comes.
    take
        Called with each task and what came of it in the end.
    known
        What came of other options of the batch, by name.
    shelf
        Where first halves are kept, and looked for.
    halfway
        Called with what came of each first half that a second one follows.
    """
    first: dict[str, Outcome] = {}

    def take_first(task: Task, outcome: Outcome) -> None:
        if not outcome.has_rota or outcome.status is not Status.FEASIBLE:
            take(task, outcome)  # more time would change nothing
            return
        if shelf is not None:
            shelf.keep(task.option, outcome)
        first[task.option.name] = outcome
        if halfway is not None:
            halfway(outcome)

    def take_second(task: Task, outcome: Outcome) -> None:
        take(task, _together(first[task.option.name], outcome))

    open_ = [task for task in tasks if not _kept(shelf, task, take_first)]
    run([_half(task) for task in open_], take_first)
    pool = {**known, **first}
    run(
        [
            replace(_half(task), starts=_starts(task.option.name, pool))
            for task in tasks
            if task.option.name in first
        ],
        take_second,
    )


def _half(task: Task) -> Task:
    return replace(task, seconds=task.seconds / 2)


def _kept(shelf: Finished | None, task: Task, take: Take) -> bool:
    """Take a first half that was done before, if there is one."""
    outcome = shelf.find(task.option) if shelf else None
    if outcome is not None:
        take(task, outcome)
    return outcome is not None


def _starts(
    name: str, pool: Mapping[str, Outcome]
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Give the rota of an option, and the cheapest of the others."""
    others = sorted(
        (outcome for outcome in pool.values() if outcome.name != name),
        key=lambda outcome: (_weight(outcome), outcome.name),
    )
    found = [o.pairs for o in others if o.has_rota][:OTHERS]
    return (pool[name].pairs, *found)


def _weight(outcome: Outcome) -> float:
    """Give what a rota comes to in all, by the rules of the workbook."""
    counts = outcome.counts
    return 0.0 if counts is None else counts.pounds + counts.points


def _together(first: Outcome, second: Outcome) -> Outcome:
    """Put two halves together; whatever ends the second, the first stands."""
    if not second.has_rota:
        return first
    bounds = [b for b in (first.bound, second.bound) if b is not None]
    return second.replace(
        seconds=first.seconds + second.seconds,
        bound=max(bounds, default=None),
    )
