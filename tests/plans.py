"""Small services with support plans, to draw and to count."""

from __future__ import annotations

from datetime import date, time, timedelta

from rota.calendar import HOUR, instant
from rota.domain import (
    Client,
    ClientAway,
    Demand,
    Driver,
    Driving,
    Kind,
    PlanLine,
    Problem,
    Qualification,
    SessionTime,
    ShiftType,
    Support,
    Travel,
    Vehicle,
    Worker,
)
from rota.domain.cutting import sessions_of
from rota.roster import Roster
from rota.rules import defaults

MONDAY = date(2026, 12, 14)
EARLY = ShiftType(code="E", name="Early", start=time(7), end=time(15))
LATE = ShiftType(code="L", name="Late", start=time(14), end=time(22))
NIGHT = ShiftType(
    code="N", name="Waking night", start=time(22), end=time(7, 30)
)
SLEEP = ShiftType(
    code="SI",
    name="Sleep-in",
    start=time(22),
    end=time(7),
    kind=Kind.SLEEP_IN,
)
ROUND = ShiftType(
    code="R", name="Round", start=time(7), end=time(22), kind=Kind.ROUND
)
NAMES = (
    "Ana Silva",
    "Ben Okoro",
    "Cath Jones",
    "Dev Patel",
    "Ewa Nowak",
    "Femi Ade",
    "Grace Lee",
    "Hal Evans",
    "Iris Moor",
)
TENANTS = ("Mr Abbot", "Mrs Bell", "Miss Carr", "Mr Dunn")


def worker(place: int, name: str) -> Worker:
    """Make one of the people who work there; every other one drives."""
    drives = place % 2 == 0
    skills = ["hoist"] if place % 3 else []
    return Worker(
        id=name,
        name=name,
        role="Support worker",
        weekly_minutes=37 * HOUR,
        opted_out=True,
        qualifications=tuple(Qualification(skill=one) for one in skills),
        driving=Driving(may_drive_service_vehicle=drives),
    )


def line(client: str, kind: Support, **more: object) -> PlanLine:
    """Make a line of a plan, funded by a council."""
    fields: dict[str, object] = {
        "id": f"{client}:{kind}:{len(more)}",
        "client_id": client,
        "kind": kind,
        "people": kind.people,
        "funder": "Northshire Council",
        "reference": f"NC-{TENANTS.index(client) + 1:03}",
        "rate_code": "H2",
        "is_out": kind.is_out,
    }
    return PlanLine.model_validate(fields | more)


def lines() -> tuple[PlanLine, ...]:
    """Give the plans of a house of four."""
    abbot, bell, carr, dunn = TENANTS
    together = [
        line(name, kind, id=f"{name}:{kind}", starts=starts, ends=ends)
        for name in TENANTS
        for kind, starts, ends in (
            (Support.SHARED, 7 * HOUR, 22 * HOUR),
            (Support.SLEEP_IN, 22 * HOUR, 7 * HOUR),
        )
    ]
    return (
        line(abbot, Support.ONE_TO_ONE, week_minutes=14 * HOUR, longest=180),
        line(abbot, Support.TWO_TO_ONE, day_minutes=60, skills=("hoist",)),
        line(
            bell,
            Support.COMMUNITY,
            week_minutes=6 * HOUR,
            shortest=120,
            longest=180,
            earliest=10 * HOUR,
            latest=16 * HOUR,
            driver=Driver.SERVICE_VEHICLE,
            funder="Eastham ICB",
        ),
        line(carr, Support.ONE_TO_ONE, starts=9 * HOUR, ends=11 * HOUR),
        line(
            dunn,
            Support.APPOINTMENT,
            dates=(MONDAY + timedelta(days=2),),
            starts=14 * HOUR + 20,
            ends=15 * HOUR + 50,
            driver=Driver.ANY,
        ),
        *together,
    )


def house(days: int = 7, **more: object) -> Problem:
    """Make the house: four tenants, nine staff, early, late and sleep-in.

    Miss Carr goes home from Thursday night to Saturday night.
    """
    end = MONDAY + timedelta(days=days - 1)
    dates = [MONDAY + timedelta(days=n) for n in range(days)]
    clients = tuple(
        Client(id=name, name=name, unit_id="Elm", key_workers=(NAMES[n],))
        for n, name in enumerate(TENANTS)
    )
    away = (
        ClientAway(
            client_id=TENANTS[2],
            begins=instant(MONDAY + timedelta(days=3), 21 * HOUR),
            ends=instant(MONDAY + timedelta(days=5), 21 * HOUR),
        ),
    )
    plans = lines()
    types = (EARLY, LATE, SLEEP)
    fields: dict[str, object] = {
        "name": "Elm House",
        "start": MONDAY,
        "end": end,
        "units": ("Elm",),
        "shift_types": types,
        "workers": tuple(worker(n, name) for n, name in enumerate(NAMES)),
        "shifts": tuple(
            kind.on(day, "Elm") for day in dates for kind in types
        ),
        "demands": tuple(demand for day in dates for demand in _demands(day)),
        "clients": clients,
        "plan_lines": plans,
        "client_away": away,
        "sessions": sessions_of(plans, clients, away, MONDAY, end),
        "vehicles": (Vehicle(id="van", name="Van"),),
        "rules": defaults("supported-living"),
    }
    return Problem.model_validate(fields | more)


def _demands(day: date) -> list[Demand]:
    return [
        Demand(
            id=f"{day}:day",
            unit_id="Elm",
            date=day,
            begins=instant(day, 7 * HOUR),
            ends=instant(day, 22 * HOUR),
            minimum=1,
        ),
        Demand(
            id=f"{day}:night",
            unit_id="Elm",
            date=day,
            begins=instant(day, 22 * HOUR),
            ends=instant(day, 31 * HOUR),
            kind=Kind.SLEEP_IN,
            codes=("SI",),
            minimum=1,
        ),
    ]


STREETS = ("Mill Lane", "High Street", "Bryn Road")


def visits(days: int = 3, **more: object) -> Problem:
    """Make a community team: visits on foot and by car, three streets."""
    end = MONDAY + timedelta(days=days - 1)
    dates = [MONDAY + timedelta(days=n) for n in range(days)]
    clients = tuple(
        Client(id=name, name=name, place=STREETS[n % 3])
        for n, name in enumerate(TENANTS)
    )
    plans = tuple(
        line(
            name,
            Support.VISIT,
            id=f"{name}:{starts}",
            day_minutes=minutes,
            earliest=starts,
            latest=starts + 150,
            shortest=15,
        )
        for name in TENANTS
        for starts, minutes in (
            (7 * HOUR, 45),
            (12 * HOUR, 20),
            (19 * HOUR, 30),
        )
    )
    ways = tuple(
        Travel(unit_id=one, other_id=other, minutes=10, on_foot=25)
        for n, one in enumerate(STREETS)
        for other in STREETS[n + 1 :]
    )
    people = [
        worker(n, name).replace(
            driving=Driving(own_car=True, business_insured_until=end)
            if n % 2
            else Driving()
        )
        for n, name in enumerate(NAMES[:3])
    ]
    fields: dict[str, object] = {
        "name": "Taff Home Care",
        "start": MONDAY,
        "end": end,
        "shift_types": (ROUND,),
        "workers": tuple(people),
        "shifts": tuple(ROUND.on(day) for day in dates),
        "clients": clients,
        "plan_lines": plans,
        "sessions": sessions_of(plans, clients, (), MONDAY, end),
        "travel": ways,
        "visit_travel": 10,
        "rules": defaults("community"),
    }
    return Problem.model_validate(fields | more)


def given(problem: Problem) -> Roster:
    """Fill shifts in turn, then sessions with whoever is there and free.

    It looks at nothing but times, skills and ways: a rota made by hand.
    """
    pairs = [(pin.worker_id, pin.duty_id) for pin in problem.pinned]
    for day in problem.dates:
        n = day.toordinal()
        shifts = [s for s in problem.shifts if s.date == day]
        for place, shift in enumerate(shifts):
            each = 1 if shift.kind is Kind.SLEEP_IN else 3
            for more in range(each):
                who = problem.workers[
                    (n * 2 + 3 * place + more) % len(problem.workers)
                ]
                pairs.append((who.id, shift.id))
    roster = Roster(problem, pairs)
    for session in problem.sessions:
        roster = _with(problem, roster, session.id)
    return roster


def _with(problem: Problem, roster: Roster, session_id: str) -> Roster:
    session = problem.session[session_id]
    asked = problem.commissioned[session.line_id]
    when = problem.period_of(session)
    already = sum(
        time.length
        for other in problem.sessions_of_line[session.line_id]
        if problem.period_of(other) == when
        for time in roster.times_of(other.id)
    )
    for at in problem.times_of[session_id]:
        if already + at.length > asked.get(when, 0):
            continue
        if any(
            held.overlaps(at.begins, at.ends)
            for other in problem.sessions_of_client[session.client_id]
            for held in roster.times_of(other.id)
        ):
            continue
        free = [w for w in problem.workers if _is_free(problem, roster, w, at)]
        if len(free) >= session.people:
            new = [(w.id, at.id) for w in free[: session.people]]
            return roster.changed(add=new)
    return roster


def _is_free(
    problem: Problem, roster: Roster, who: Worker, at: SessionTime
) -> bool:
    on = any(
        duty.begins <= at.begins and at.ends <= duty.ends
        for duty in roster.timeline(who.id)
        if duty.kind is not Kind.SLEEP_IN
    )
    free = all(
        held.ends + problem.journey(who, held, at) <= at.begins
        or at.ends + problem.journey(who, at, held) <= held.begins
        for held in roster.sessions_of(who.id)
    )
    needs = at.line.driver is not Driver.NONE
    drives = not needs or problem.may_drive(who, at)
    return on and free and drives and problem.allows(who.id, at.id)
