"""Many services of one provider, with the bank staff they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rota import words
from rota.checker import check
from rota.comparison import Outcome
from rota.domain import Assignment, Duty, Kind, Problem, Shift, Worker
from rota.engine import Task, run
from rota.errors import OptionError
from rota.finished import Finished
from rota.options import Option
from rota.result import Result
from rota.roster import Roster

Told = Callable[[Outcome, int, int], None]


@dataclass(frozen=True)
class Service:
    """One service with what came of it; `error` says why there is nothing."""

    name: str
    problem: Problem
    outcome: Outcome

    @cached_property
    def result(self) -> Result | None:
        """The rota with its check, where there is one."""
        if not self.outcome.has_rota:
            return None
        roster = Roster(self.problem, self.outcome.pairs)
        return Result(
            problem=self.problem,
            roster=roster,
            report=check(self.problem, roster),
            status=self.outcome.status,
            seconds=self.outcome.seconds,
            seed=self.outcome.seed,
            bound=self.outcome.bound,
            reason=self.outcome.error,
        )

    def alone(self, problem: Problem) -> Result:
        """Give the rota as this service sees it, by its own problem.

        What its people do elsewhere is in no cell of its rota; see
        `elsewhere`.
        """
        roster = Roster(problem, self.outcome.pairs)
        return Result(
            problem=problem,
            roster=roster,
            report=check(problem, roster),
            status=self.outcome.status,
            seconds=self.outcome.seconds,
            seed=self.outcome.seed,
            reason=self.outcome.error,
        )

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """Say what its people do in the other services."""
        found: dict[str, list[str]] = {}
        for entry in self.problem.past:
            duty = self.problem.duty[entry.duty_id]
            if duty.elsewhere:
                held = found.setdefault(entry.worker_id, [])
                held.append(f"{words.day(duty.date)} {duty.code}")
        return tuple(
            f"{self.problem.worker[worker_id].name} also works elsewhere: "
            f"{words.listed(held)}."
            for worker_id, held in found.items()
        )


def solve_services(
    problems: Sequence[tuple[str, Problem]],
    *,
    seconds: float = 60,
    seed: int = 0,
    executor: Executor | None = None,
    jobs: int | None = None,
    threads: int | None = None,
    folder: str | Path | None = None,
    progress: Told | None = None,
) -> tuple[Service, ...]:
    """Solve services that share people: nobody is in two at once.

    Workers of the same payroll number are one person. Services that share
    nobody are solved side by side; of those that do, the later ones take what
    the earlier ones gave as fixed, and the earlier ones what is typed in the
    later ones. So the first named has the first choice.

    Parameters
    ----------
    problems
        Name and problem of each service, the first choice first.
    seconds, seed
        As in `rota.compare`, for each service.
    executor, jobs, threads
        As in `rota.compare`; of services at a time.
    folder
        Where finished services are kept.
    progress
        Called with each outcome, how many are done, and of how many.

    Returns
    -------
    The services, in the order given.

    Raises
    ------
    OptionError
        Two services have the same name.
    """
    names = [name for name, _ in problems]
    for name in names:
        if names.count(name) > 1:
            raise OptionError(f"Two services have the name {name!r}.")
    found: dict[str, Service] = {}
    for wave in _waves(problems):
        tasks = [
            Task(_known(name, problem, problems, found), Option(name=name),
                 seconds, seed)
            for name, problem in wave
        ]  # fmt: skip

        def take(task: Task, outcome: Outcome) -> None:
            name = outcome.name
            _shelve(folder, task, outcome)
            found[name] = Service(name, task.problem, outcome)
            if progress is not None:
                progress(outcome, len(found), len(names))

        open_ = [task for task in tasks if not _kept(folder, task, take)]
        run(open_, take, executor, jobs, threads)
    return tuple(found[name] for name in names)


def _shelf(folder: str | Path, task: Task) -> Finished:
    return Finished(Path(folder), task.problem, task.seconds, task.seed)


def _shelve(folder: str | Path | None, task: Task, outcome: Outcome) -> None:
    if folder is not None:
        _shelf(folder, task).keep(task.option, outcome)


def _kept(
    folder: str | Path | None,
    task: Task,
    take: Callable[[Task, Outcome], None],
) -> bool:
    """Take what came of a service before, if it is finished."""
    if folder is None:
        return False
    outcome = _shelf(folder, task).find(task.option)
    if outcome is None:
        return False
    take(task, outcome)
    return True


# -- who is shared ------------------------------------------------------------


def _person(worker: Worker) -> str:
    """Give what makes a worker the same person in two services."""
    return worker.payroll.strip().casefold()


def _people(problem: Problem) -> frozenset[str]:
    return frozenset(_person(w) for w in problem.workers if w.payroll.strip())


def _waves(
    problems: Sequence[tuple[str, Problem]],
) -> list[list[tuple[str, Problem]]]:
    """Put services into waves: those of one wave share nobody."""
    waves: list[list[tuple[str, Problem]]] = []
    people: list[set[str]] = []
    for name, problem in problems:
        own = _people(problem)
        after = [n for n, seen in enumerate(people) if own & seen]
        place = after[-1] + 1 if after else 0
        if place == len(waves):
            waves.append([])
            people.append(set())
        waves[place].append((name, problem))
        people[place] |= own
    return waves


def _known(
    name: str,
    problem: Problem,
    problems: Sequence[tuple[str, Problem]],
    found: dict[str, Service],
) -> Problem:
    """Give the problem with what its people do in the other services."""
    others = []
    for other, asked in problems:
        if other == name or not _people(asked) & _people(problem):
            continue
        done = found.get(other)
        has_rota = done is not None and done.outcome.has_rota
        pairs = done.outcome.pairs if done and has_rota else ()
        roster = Roster(asked, pairs) if has_rota else Roster.pins(asked)
        others.append((other, roster))
    return with_duties_elsewhere(problem, others)


def with_duties_elsewhere(
    problem: Problem, others: Iterable[tuple[str, Roster]]
) -> Problem:
    """Give the problem with duties of shared people elsewhere, as history.

    Rest, nights and hours count them, cover here does not, and they are paid
    where they are worked.
    """
    here = {_person(w): w.id for w in problem.workers if w.payroll.strip()}
    shifts: list[Shift] = []
    past: list[Assignment] = []
    for name, roster in others:
        for worker in roster.problem.workers:
            worker_id = here.get(_person(worker))
            if worker_id is None:
                continue
            for duty in roster.by_worker[worker.id]:
                visits = _visits(roster, worker.id, duty)
                shift = _elsewhere(name, worker_id, duty, visits)
                shifts.append(shift)
                past.append(Assignment(worker_id=worker_id, duty_id=shift.id))
    if not past:
        return problem
    return problem.replace(
        shifts=(*problem.shifts, *shifts), past=(*problem.past, *past)
    )


def _visits(roster: Roster, worker_id: str, duty: Duty) -> int:
    """Give the minutes that visits count within a round."""
    if duty.kind is not Kind.ROUND:
        return 0
    return sum(
        time.contract
        for time in roster.sessions_of(worker_id)
        if duty.begins <= time.begins and time.ends <= duty.ends
    )


def _elsewhere(name: str, worker_id: str, duty: Duty, visits: int) -> Shift:
    """Make the duty as the other services see it."""
    return Shift(
        id=f"{name}:{duty.id}:{worker_id}",
        code=f"{duty.code} at {name}",
        name=f"{duty.name or duty.code}, {name}",
        date=duty.date,
        begins=duty.begins,
        ends=duty.ends,
        kind=duty.kind,
        unit_id=name,
        work=duty.work,
        wage=0,
        contract=duty.contract + visits,
        elsewhere=True,
    )
