"""Random people supported, their plans, and who gives which session when."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from rota.calendar import instant
from rota.domain import (
    Client,
    ClientAway,
    Driver,
    PlanLine,
    Problem,
    Session,
    SessionTime,
    Support,
    Travel,
    Vehicle,
    Whereabouts,
)
from rota.domain.cutting import sessions_of
from rota.roster import Pair

CLIENTS = ("Bob", "Col", "Dee")
PLACES = ("", "Mill Lane", "Mill Lane", "High Street")
GIVEN = (
    Support.ONE_TO_ONE,
    Support.ONE_TO_ONE,
    Support.TWO_TO_ONE,
    Support.COMMUNITY,
    Support.VISIT,
)
LONGEST = 120
FEW = 4  # weekdays on which a line falls


class PlanChance:
    """Support plans drawn from the seed of everything else.

    Windows are so short that a session has a few times to choose from.
    """

    def __init__(
        self,
        rng: random.Random,
        start: date,
        days: int,
        ids: Sequence[str],
        units: Sequence[str],
    ) -> None:
        self.rng = rng
        self.start = start
        self.days = days
        self.ids = ids
        self.units = units

    def facts(self, lines: int = 6) -> dict[str, Any]:
        """Give the fields of a problem that are about support."""
        clients = tuple(self.client(name) for name in CLIENTS)
        plans = self.lines(lines)
        away = tuple(self.away() for _ in range(self.rng.choice((0, 1, 2))))
        end = self.start + timedelta(days=self.days - 1)
        return {
            "clients": clients,
            "plan_lines": plans,
            "client_away": away,
            "sessions": sessions_of(plans, clients, away, self.start, end),
            "vehicles": self.vehicles(),
            "visit_travel": self.rng.choice((0, 10)),
            "travel": self.travel(),
        }

    def some(self) -> tuple[str, ...]:
        """Draw some workers, or none."""
        count = self.rng.choice((0, 0, 1, 2))
        return tuple(self.rng.sample(self.ids, min(count, len(self.ids))))

    def day(self) -> date:
        return self.start + timedelta(days=self.rng.randrange(self.days))

    def client(self, name: str) -> Client:
        return Client(
            id=name,
            name=name,
            unit_id=self.rng.choice(("", *self.units)),
            place=self.rng.choice(PLACES),
            key_workers=self.some(),
            known_by=self.some(),
            faces=self.rng.choice((None, 1, 2)),
        )

    def travel(self) -> tuple[Travel, ...]:
        """Draw the ways between homes; those to one's own place too."""
        ways = [("Mill Lane", "High Street"), ("Mill Lane", "Mill Lane")]
        ways += [(unit, "High Street") for unit in self.units]
        return tuple(
            Travel(
                unit_id=one,
                other_id=other,
                minutes=self.rng.choice((5, 20, 60)),
                on_foot=self.rng.choice((None, 90)),
            )
            for one, other in ways
        )

    def vehicles(self) -> tuple[Vehicle, ...]:
        many = self.rng.choice((0, 1, 1, 2))
        return tuple(
            Vehicle(id=f"bus{n}", name=f"Bus {n}", off=(self.day(),))
            for n in range(many)
        )

    def away(self) -> ClientAway:
        begins = instant(self.day(), self.rng.choice((0, 600)))
        return ClientAway(
            client_id=self.rng.choice(CLIENTS),
            begins=begins,
            ends=begins + self.rng.choice((180, 1440, 2880)),
            hours=self.rng.choice(list(Whereabouts)),
        )

    # -- plan lines ---------------------------------------------------------

    def lines(self, many: int) -> tuple[PlanLine, ...]:
        """Draw lines; the last goes on a trip when the first one does."""
        *drawn, last = (self.line(n) for n in range(many))
        timing = ("week_minutes", "day_minutes", "starts", "ends", "weekdays",
                  "earliest", "latest", "shortest", "longest")  # fmt: skip
        first = drawn[0].replace(trip="swim", driver=Driver.ANY)
        same = {name: getattr(first, name) for name in timing}
        last = last.replace(
            trip="swim",
            driver=self.rng.choice((Driver.ANY, Driver.SERVICE_VEHICLE)),
            **same,
        )
        return first, *drawn[1:], last

    def line(self, n: int) -> PlanLine:
        rng = self.rng
        kind = rng.choice(GIVEN)
        two = rng.random() < 0.3
        return PlanLine(
            id=f"line{n}",
            client_id=rng.choice(CLIENTS),
            kind=kind,
            people=2 if two else kind.people,
            skills=rng.choice(((), (), ("hoist",))),
            driver=rng.choice(list(Driver)),
            trip=rng.choice(("", "swim")),
            is_out=kind.is_out,
            in_numbers=rng.random() < 0.3,
            care_by=rng.choice((None, self.some())),
            care_is_must=rng.random() < 0.5,
            preferred=self.some(),
            excluded=self.some(),
            essential=rng.choice((100, 50, 0)),
            **self.when(),
        )

    def when(self) -> dict[str, Any]:
        """Draw fixed times, hours a day in pieces, or hours a week."""
        rng = self.rng
        weekdays = tuple(sorted(rng.sample(range(7), FEW)))
        earliest = rng.choice((540, 570, 840, 1320))
        how = rng.choice(("fixed", "daily", "weekly"))
        if how == "fixed":
            ends = (earliest + rng.choice((60, 90, 240))) % 1440
            return {"starts": earliest, "ends": ends, "weekdays": weekdays}
        asked = rng.choice((90, 120, 150))
        window = {
            "weekdays": weekdays,
            "earliest": earliest,
            "latest": earliest + asked + 30,
            "shortest": 30,
            "longest": rng.choice((75, LONGEST)),
        }
        if how == "daily":
            return window | {"day_minutes": asked}
        return window | {"week_minutes": rng.choice((120, 255, 300))}

    # -- rosters ------------------------------------------------------------

    def sessions(
        self,
        problem: Problem,
        standing: frozenset[Pair] | set[Pair],
        share: float,
    ) -> set[Pair]:
        """Draw who gives some of the sessions, beside what stands.

        All who give a session give it at one time, each of them once: of
        more the model has nothing to say but that it must not be.
        """
        drawn: set[Pair] = set()
        for session in problem.sessions:
            if self.rng.random() < 4 * share:
                drawn |= self._givers(problem, session, standing)
        return drawn

    def _givers(
        self,
        problem: Problem,
        session: Session,
        standing: frozenset[Pair] | set[Pair],
    ) -> set[Pair]:
        times = problem.times_of[session.id]
        held = [
            (worker_id, time)
            for time in times
            for worker_id in self.ids
            if (worker_id, time.id) in standing
        ]
        time = held[0][1] if held else self.rng.choice(times)
        busy = {worker_id for worker_id, _ in held}
        free = self._likely(problem, time, standing)
        many = self.rng.choice((1, 1, session.people, session.people + 1))
        return {(name, time.id) for name in free[:many] if name not in busy}

    def _likely(
        self,
        problem: Problem,
        time: SessionTime,
        standing: frozenset[Pair] | set[Pair],
    ) -> list[str]:
        """Shuffle the workers; often those on a shift then come first."""
        names = self.rng.sample(self.ids, len(self.ids))
        if self.rng.random() < 0.7:
            there = {
                worker_id
                for worker_id, duty_id in sorted(standing)
                if duty_id in problem.duty
                and problem.duty[duty_id].begins <= time.begins
                and time.ends <= problem.duty[duty_id].ends
            }
            names.sort(key=lambda name: name not in there)
        return names
