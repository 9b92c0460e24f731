"""Generated services with support plans, to measure and to test at size.

    python -m benchmarks.support --seconds 60
    python -m benchmarks.support --kind community --seconds 60

Supported living: houses of a few people, each with early, late and sleep-in
shifts; every day two lanes of one-to-one support are laid out in each half of
the day and cut into sessions, whose plans then allow other times around
them. Community: rounds by car and on foot, with visits laid out in lanes too.
So there are hours enough, at the right times, for whoever keeps the rules.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from datetime import date, time, timedelta

import rota
from rota.domain import (
    Client,
    Driver,
    Driving,
    Kind,
    PlanLine,
    Problem,
    Qualification,
    ShiftType,
    Support,
    Travel,
    Worker,
)
from rota.domain.cover import CoverLine, expand, shifts_of
from rota.domain.cutting import sessions_of
from rota.rules import defaults

START = date(2026, 6, 1)  # a Monday
HOUSE = (
    ShiftType(code="E", start=time(7), end=time(15), break_minutes=30),
    ShiftType(code="L", start=time(14), end=time(22), break_minutes=30),
    ShiftType(code="SI", start=time(22), end=time(7), kind=Kind.SLEEP_IN),
)
ROUNDS = (
    ShiftType(code="AM", start=time(7), end=time(14, 30), kind=Kind.ROUND),
    ShiftType(code="PM", start=time(15), end=time(22), kind=Kind.ROUND),
)


def supported_living(
    seed: int = 0, people: int = 30, clients: int = 10, weeks: int = 4
) -> Problem:
    """Make houses of three or four clients and ten workers each."""
    chance = random.Random(seed)
    houses = [f"House {n + 1}" for n in range(max(1, people // 10))]
    supported = [
        Client(id=f"c{n}", name=f"Client {n}", unit_id=houses[n % len(houses)])
        for n in range(clients)
    ]
    workers = tuple(
        _support_worker(n, houses[n % len(houses)], chance)
        for n in range(people)
    )
    lines = tuple(
        line
        for house in houses
        for line in _house_plans(
            [c for c in supported if c.unit_id == house], chance
        )
    )
    end = START + timedelta(days=7 * weeks - 1)
    dates = [START + timedelta(days=n) for n in range(7 * weeks)]
    cover = [
        CoverLine(unit_id=house, starts=420, ends=1320, minimum=1)
        for house in houses
    ] + [
        CoverLine(unit_id=house, code="SI", kind=Kind.SLEEP_IN, minimum=1)
        for house in houses
    ]
    return Problem(
        name=f"Supported living {seed}",
        start=START,
        end=end,
        units=tuple(houses),
        shift_types=HOUSE,
        workers=workers,
        shifts=shifts_of(HOUSE, dates, houses),
        demands=expand(cover, HOUSE, dates, units=houses),
        clients=tuple(supported),
        plan_lines=lines,
        sessions=sessions_of(lines, supported, (), START, end),
        rules=defaults("supported-living"),
    )


def _support_worker(n: int, house: str, chance: random.Random) -> Worker:
    return Worker(
        id=f"w{n}",
        name=f"Worker {n}",
        units=(house,),
        weekly_minutes=60 * chance.choice((30, 34, 37)),
        opted_out=True,
        qualifications=(Qualification(skill="hoist"),) if n // 3 % 2 else (),
        driving=Driving(may_drive_service_vehicle=True)
        if n // 3 % 3
        else None,
    )


def _house_plans(
    clients: list[Client], chance: random.Random
) -> Iterator[PlanLine]:
    """Lay lanes of support through a usual week; make plans of them."""
    number = 0
    for weekday in range(7):
        for first, last in ((450, 870), (870, 1290)):
            busy: dict[str, int] = {}
            for _ in range(2):
                at = first
                while last - at >= 60:
                    free = [c for c in clients if busy.get(c.id, 0) <= at]
                    if not free:
                        at += 15
                        continue
                    client = chance.choice(free)
                    length = min(last - at, chance.choice((90, 120, 180, 240)))
                    busy[client.id] = at + length
                    yield _plan(client, number, weekday, at, length, chance)
                    number += 1
                    at += length


def _plan(
    client: Client,
    number: int,
    weekday: int,
    at: int,
    length: int,
    chance: random.Random,
) -> PlanLine:
    slack = chance.choice((0, 30, 60, 120))
    out = chance.random() < 0.15
    return PlanLine(
        id=f"{client.unit_id}:{number}",
        client_id=client.id,
        kind=Support.COMMUNITY if out else Support.ONE_TO_ONE,
        day_minutes=length,
        weekdays=(weekday,),
        earliest=max(420, at - slack),
        latest=min(1320, at + length + slack),
        longest=300,
        is_out=out,
        driver=Driver.ANY if out and chance.random() < 0.5 else Driver.NONE,
    )


def community(
    seed: int = 0, people: int = 15, visits: int = 60, weeks: int = 1
) -> Problem:
    """Make a team that visits people at home, in three areas."""
    chance = random.Random(seed)
    places = ("North", "Middle", "South")
    lanes = -(-visits // 12)
    clients, lines = [], []
    for lane in range(lanes):
        for n, (line, place) in enumerate(_lane(chance, places)):
            client = Client(
                id=f"c{lane}:{n}", name=f"Client {lane}.{n}", place=place
            )
            clients.append(client)
            lines.append(line.replace(id=client.id, client_id=client.id))
    clients, lines = clients[:visits], lines[:visits]
    workers = tuple(
        Worker(
            id=f"w{n}",
            name=f"Worker {n}",
            weekly_minutes=60 * chance.choice((16, 20, 24)),
            opted_out=True,
            driving=Driving(
                own_car=True, business_insured_until=date(2030, 1, 1)
            )
            if n % 3
            else None,
        )
        for n in range(people)
    )
    end = START + timedelta(days=7 * weeks - 1)
    dates = [START + timedelta(days=n) for n in range(7 * weeks)]
    return Problem(
        name=f"Community {seed}",
        start=START,
        end=end,
        shift_types=ROUNDS,
        workers=workers,
        shifts=shifts_of(ROUNDS, dates),
        travel=tuple(_ways(places)),
        visit_travel=10,
        spell_gap=60,
        clients=tuple(clients),
        plan_lines=tuple(lines),
        sessions=sessions_of(lines, clients, (), START, end),
        rules=defaults("community"),
    )


def _lane(
    chance: random.Random, places: tuple[str, ...]
) -> Iterator[tuple[PlanLine, str]]:
    """Lay out a morning and an evening of visits, a quarter between each."""
    place = chance.choice(places)
    for first, last in ((420, 840), (960, 1290)):
        at = first
        while last - at >= 30:
            length = min(last - at, chance.choice((30, 30, 45, 60)))
            yield (
                PlanLine(
                    id="",
                    client_id="",
                    kind=Support.VISIT,
                    day_minutes=length,
                    earliest=max(420, at - 30),
                    latest=min(1320, at + length + 30),
                    shortest=30,
                ),
                place,
            )
            at += length + 15


def _ways(places: tuple[str, ...]) -> Iterator[Travel]:
    for n, one in enumerate(places):
        for other in places[n:]:
            same = one == other
            yield Travel(
                unit_id=one,
                other_id=other,
                minutes=5 if same else 15,
                on_foot=10 if same else 45,
            )


def main() -> None:
    """Solve one generated service and say what is left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", default="supported-living")
    parser.add_argument("--people", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--weeks", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=60)
    asked = parser.parse_args()
    make = community if asked.kind == "community" else supported_living
    given = {"people": asked.people, "weeks": asked.weeks}
    problem = make(asked.seed, **{k: v for k, v in given.items() if v})
    print(f"{len(problem.sessions)} sessions, {len(problem.workers)} people")
    result = rota.solve(
        problem, seconds=asked.seconds, seed=asked.seed, watch=_tell
    )
    print(result)
    print(f"{problem.name}: {_missing(result):.2f} client hours not given")


def _tell(progress: rota.Progress) -> None:
    print(
        f"{progress.seconds:7.1f} s  cost {(progress.cost or 0) / 6000:,.0f}"
    )


def _missing(result: rota.Result) -> float:
    """Give the client hours short of what is commissioned."""
    short = [
        breach.amount
        for breach in result.report.of("support hours")
        if breach.key.what.endswith(":short")
    ]
    return sum(short) / 60


if __name__ == "__main__":
    main()
