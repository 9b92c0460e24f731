"""Batches: what solving side by side costs, and what a county would need.

    python -m benchmarks.batch options --seconds 20
    python -m benchmarks.batch provider --services 315 --seconds 2
    python -m benchmarks.batch solves --people 50 --seconds 20

`options` solves twelve options of the supported-living example, side by side
and then one after the other, each on one thread for the same seconds: how
much more the wall took than the sum of the solves over the cores, and how
much more an option cost than by itself. `provider` solves many small
generated services. `solves` says how many services an hour one core
solves, and what a county needs in a night of ten hours.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path

import rota
from benchmarks.care import make
from rota.comparison import Outcome
from rota.domain import Problem
from rota.engine import Task, run
from rota.examples import write_example
from rota.options import Option

COUNTY = (315, 16_000)  # employers, and care workers among them
NIGHT = 10  # hours


def example() -> Problem:
    """Give the supported-living example."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "supported-living.xlsx"
        write_example("supported-living", path)
        return rota.load(path).problem


def options(seconds: float) -> None:
    """Solve twelve options side by side, and each by itself."""
    problem = example().replace()
    asked = [
        Task(problem, Option(name=f"seed {seed}", seed=seed), seconds, seed)
        for seed in range(12)
    ]
    together, wall = _solved(asked, None)
    cores = os.cpu_count() or 1
    spent = sum(outcome.seconds for outcome in together.values())
    over = wall / (spent / cores) - 1
    print(f"wall {wall:.0f} s, solves {spent:.0f} s, over by {over:.1%}")
    alone: dict[str, Outcome] = {}
    for task in asked:
        alone |= _solved([task], 1)[0]
    worse = [
        _cost(together[name]) / max(1.0, _cost(alone[name])) - 1
        for name in alone
    ]
    print(f"an option costs {sum(worse) / len(worse):+.2%} on average")
    print(f"and {max(worse):+.2%} at most against by itself; {_memory()}")


def provider(services: int, people: int, seconds: float) -> None:
    """Solve many small services side by side."""
    asked = [
        Task(
            make(people, 1, seed=seed).problem.replace(),
            Option(name=f"service {seed}"),
            seconds,
            seed,
        )
        for seed in range(services)
    ]
    done, wall = _solved(asked, None)
    failed = [name for name, outcome in done.items() if outcome.error]
    broken = sum(
        bool(outcome.counts and outcome.counts.rules_broken)
        for outcome in done.values()
    )
    cores = os.cpu_count() or 1
    rate = 3600 * len(done) / wall / cores
    print(f"{len(done)} services of {people} in {wall:.0f} s, {_memory()}")
    print(f"failed {len(failed)}, with a must broken {broken}")
    print(f"{rate:,.0f} services an hour and core")


def solves(people: int, seconds: float) -> None:
    """Say what a county of services needs, from the time one takes."""
    services, workers = COUNTY
    task = Task(make(people, 4).problem, Option(name="one"), seconds, 0)
    done, wall = _solved([task], 1)
    print(f"{people} people, 4 weeks: {wall:.1f} s, {_memory()}")
    print(f"cost {_cost(done['one']):,.0f}")
    each = 3600 / wall
    needed = -(-workers // people)
    cores = -(-needed * wall // (3600 * NIGHT))
    print(f"{each:,.0f} services an hour and core")
    print(
        f"{workers:,} workers of {services} employers are {needed} services"
        f" of {people}: {cores:.0f} core(s) for a night of {NIGHT} h"
    )


def _solved(
    tasks: list[Task], jobs: int | None
) -> tuple[dict[str, Outcome], float]:
    """Solve tasks; give the outcomes by name and the wall time."""
    found: dict[str, Outcome] = {}
    began = time.monotonic()

    def take(_: Task, outcome: Outcome) -> None:
        found[outcome.name] = outcome

    run(tasks, take, jobs=jobs, threads=1)
    return found, time.monotonic() - began


def _cost(outcome: Outcome) -> float:
    """Give the pounds that an option's money and priorities come to."""
    counts = outcome.counts
    return 0.0 if counts is None else counts.pounds + counts.points


def _memory() -> str:
    """Say the most memory that one process held."""
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return f"{kilobytes / 1024:,.0f} MB a process"


def main() -> None:
    """Read the command and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("options", "provider", "solves"))
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--services", type=int, default=315)
    parser.add_argument("--people", type=int)
    asked = parser.parse_args()
    if asked.what == "options":
        options(asked.seconds)
    elif asked.what == "provider":
        provider(asked.services, asked.people or 12, asked.seconds)
    else:
        solves(asked.people or 50, asked.seconds)


if __name__ == "__main__":
    main()
