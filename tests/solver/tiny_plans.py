"""A small house with people supported, so small that all can be tried."""

from __future__ import annotations

import random

from rota.domain import (
    Client,
    Driver,
    Driving,
    PlanLine,
    Problem,
    Support,
    Vehicle,
)
from rota.domain.cutting import sessions_of
from tests.solver.tiny import house, with_few_times

STARTS = {"E": (450, 825), "L": (885, 1245), "N": (1350, 1400)}  # minutes


def supported(seed: int, days: int = 2, people: int = 2) -> Problem:
    """Draw a house in which Bob and Col have plans, and sessions overlap.

    One session or two a day; of the times of each, two at most.
    """
    rng = random.Random(seed)
    problem = house(seed, days, people)
    ids = [worker.id for worker in problem.workers]
    clients = tuple(_client(rng, name, ids) for name in ("Bob", "Col"))
    codes = sorted({shift.code for shift in problem.shifts})
    lines = tuple(_line(rng, n, ids, codes) for n in range(3))
    every = sessions_of(lines, clients, (), problem.start, problem.end)
    few = rng.sample(every, min(3, len(every)))
    return problem.replace(
        workers=tuple(
            worker.replace(
                driving=Driving(may_drive_service_vehicle=rng.random() < 0.6)
            )
            for worker in problem.workers
        ),
        clients=clients,
        plan_lines=lines,
        sessions=tuple(with_few_times(rng, one) for one in few),
        vehicles=(Vehicle(id="bus", name="Bus"),),
    )


def _client(rng: random.Random, name: str, ids: list[str]) -> Client:
    return Client(
        id=name,
        name=name,
        known_by=tuple(rng.sample(ids, 1)),
        key_workers=tuple(rng.sample(ids, rng.choice((0, 1)))),
        faces=rng.choice((None, 1)),
    )


def _line(
    rng: random.Random, n: int, ids: list[str], codes: list[str]
) -> PlanLine:
    """Draw an hour a day within a shift, or at the end of one."""
    one, two = Support.ONE_TO_ONE, Support.TWO_TO_ONE
    kind = rng.choice((one, one, two))
    starts = rng.choice(STARTS[rng.choice(codes)])
    return PlanLine(
        id=f"line{n}",
        client_id=rng.choice(("Bob", "Col")),
        kind=kind,
        people=kind.people,
        day_minutes=60,
        earliest=starts,
        latest=starts + 90,
        driver=rng.choice((Driver.NONE, Driver.NONE, Driver.ANY)),
        is_out=rng.random() < 0.3,
        in_numbers=rng.random() < 0.3,
        care_by=rng.choice((None, tuple(rng.sample(ids, 2)))),
        care_is_must=rng.random() < 0.5,
        excluded=tuple(rng.sample(ids, rng.choice((0, 0, 1)))),
        essential=rng.choice((100, 0)),
    )
