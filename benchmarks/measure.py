"""One measurement: a problem, a method, a time, in a process of its own.

What is written down is what the check says of the rota, never what the
method says of itself; the bound is the only number taken from a solver.
"""

from __future__ import annotations

import csv
import multiprocessing
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path

import rota
from rota.checker import SIXTIETHS

COMPLETE = 0.005  # of the minutes asked for may be left to fill


@dataclass(frozen=True)
class Effort:
    """What a method may spend."""

    seconds: float
    workers: int
    seed: int


@dataclass(frozen=True)
class Answer:
    """What a method gives: a rota, a bound, when the rota was first whole.

    `bound` is in sixtieths of a penny; `whole_after` in seconds. `proved`
    says that the method ended because its own model has no better answer.
    """

    roster: rota.Roster
    bound: float | None = None
    whole_after: float | None = None
    proved: bool = False


@dataclass(frozen=True)
class Scored:
    """What an independent scorer says: in words, and as the cost in pounds."""

    words: str
    pounds: float


Method = Callable[[rota.Problem, Effort], Answer]


@dataclass(frozen=True)
class Task:
    """One measurement to make. Everything in it can be pickled."""

    family: str
    instance: str
    make: Callable[[], rota.Problem]
    method: str
    answer: Method
    effort: Effort
    score: Callable[[rota.Roster], Scored] | None = None
    known: float | None = None


@dataclass(frozen=True)
class Row:
    """One line of the results. Money and points are pounds."""

    family: str
    instance: str
    method: str
    seed: int
    seconds: float
    workers: int
    cost: float | None = None
    score: str = ""
    bound: float | None = None
    known: float | None = None
    above_bound: float | None = None  # percent
    above_known: float | None = None  # percent
    musts_broken: int | None = None
    hours_to_fill: float | None = None
    whole_after: float | None = None
    proved_after: float | None = None
    took: float | None = None
    peak_mb: int | None = None
    failed: str = ""
    cores: int = os.cpu_count() or 1
    machine: str = platform.machine()
    commit: str = ""
    rota: str = rota.__version__
    ortools: str = version("ortools")
    python: str = platform.python_version()
    when: str = ""


def asked_minutes(problem: rota.Problem) -> int:
    """Add up the person-minutes that the minimum cover asks for."""
    return sum(d.minimum * d.length for d in problem.demands if not d.skill)


def measure(task: Task) -> Row:
    """Measure in a process of its own, so that its memory is its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_tell, args=(theirs, task))
    process.start()
    theirs.close()
    try:
        row: Row = ours.recv()
    except EOFError:
        row = _row(task, failed="the process ended without an answer")
    process.join()
    return row


def _tell(pipe: Connection, task: Task) -> None:
    """Measure here, and send the row home."""
    try:
        row = _measured(task)
    except MemoryError:
        row = _row(task, failed="out of memory")
    pipe.send(row)


def _measured(task: Task) -> Row:
    problem = task.make()
    began = time.monotonic()
    answer = task.answer(problem, task.effort)
    took = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak //= 1024 if sys.platform != "darwin" else 1024 * 1024
    report = rota.check(problem, answer.roster)
    cost = report.cost / SIXTIETHS
    bound = None if answer.bound is None else answer.bound / SIXTIETHS
    scored = task.score(answer.roster) if task.score else None
    agrees = scored is None or scored.pounds == cost
    return _row(
        task,
        failed="" if agrees else f"the check says {cost}, the scorer {scored}",
        cost=cost,
        score=scored.words if scored else "",
        bound=bound,
        above_bound=_percent_above(cost, bound),
        above_known=_percent_above(cost, task.known),
        musts_broken=len(report.broken),
        hours_to_fill=round(report.minutes_to_fill / 60, 2),
        whole_after=answer.whole_after,
        proved_after=round(took, 2) if answer.proved else None,
        took=round(took, 2),
        peak_mb=peak,
    )


def _percent_above(cost: float, least: float | None) -> float | None:
    if least is None:
        return None
    return round(100 * (cost - least) / max(1.0, least), 2)


def _row(task: Task, **found: object) -> Row:
    effort = task.effort
    return Row(
        family=task.family,
        instance=task.instance,
        method=task.method,
        seed=effort.seed,
        seconds=effort.seconds,
        workers=effort.workers,
        known=task.known,
        commit=commit(),
        when=f"{datetime.now(UTC):%Y-%m-%d %H:%M}",
        **found,  # type: ignore[arg-type]  # names of the fields above
    )


def commit() -> str:
    """Give the commit measured; with `+` where files differ from it."""
    said = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--exclude=*"],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parent,
        check=False,
    )
    return said.stdout.strip()


# -- the method, and the results --------------------------------------------


def ours(problem: rota.Problem, effort: Effort) -> Answer:
    """Solve as a user would."""
    began = time.monotonic()
    enough = COMPLETE * asked_minutes(problem)
    whole: list[float] = []

    def watch(progress: rota.Progress) -> None:
        left = progress.minutes_to_fill
        if not whole and left is not None and left <= enough:
            whole.append(round(time.monotonic() - began, 2))

    result = rota.solve(
        problem,
        seconds=effort.seconds,
        seed=effort.seed,
        threads=effort.workers,
        watch=watch,
    )
    return Answer(
        result.roster,
        result.bound,
        whole[0] if whole else None,
        proved=result.status is rota.Status.OPTIMAL,
    )


def run(tasks: Iterable[Task], path: Path) -> list[Row]:
    """Measure one after the other; each row is written as it comes."""
    rows = []
    print(HEAD)
    for task in tasks:
        row = measure(task)
        print(line(row), flush=True)
        write(path, row)
        rows.append(row)
    return rows


def write(path: Path, row: Row) -> None:
    """Add a row to a CSV file, which is made where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = not path.exists()
    with path.open("a", newline="", encoding="utf-8") as file:
        names = [one.name for one in fields(Row)]
        writer = csv.DictWriter(file, names, lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerow(asdict(row))


HEAD = (
    f"{'instance':<20} {'method':<14} {'seed':>4} {'s':>6} {'cost':>11}"
    f" {'bound':>11} {'known':>8} {'above':>7} {'to fill':>8} {'broken':>6}"
    f" {'whole at':>8} {'proved':>7} {'MB':>6}"
)


def line(row: Row) -> str:
    """Give one line of the printed table."""
    if row.failed:
        return f"{row.instance:<20} {row.method:<14} {row.failed}"
    above = row.above_bound if row.above_known is None else row.above_known
    cells: Iterator[str] = iter(
        (
            f"{row.instance:<20} {row.method:<14} {row.seed:>4}",
            f"{row.took:>6.1f} {row.cost:>11,.2f}",
            _cell(row.bound, 11, ",.2f"),
            _cell(row.known, 8, ",.0f"),
            _cell(above, 6, ".2f") + "%",
            f"{row.hours_to_fill:>6.1f} h {row.musts_broken:>6}",
            _cell(row.whole_after, 8, ".1f"),
            _cell(row.proved_after, 7, ".1f"),
            f"{row.peak_mb:>6}",
            row.score,
        )
    )
    return " ".join(cells).rstrip()


def _cell(value: float | None, width: int, form: str) -> str:
    return f"{'-' if value is None else format(value, form):>{width}}"
