"""A house with 24 staff over Christmas, and a rota made without a solver."""

from __future__ import annotations

from datetime import date, time, timedelta

from rota.calendar import HOUR, instant
from rota.domain import (
    Absence,
    AbsenceKind,
    Assignment,
    Availability,
    Burden,
    Carried,
    Contract,
    DiaryEntry,
    Driving,
    Kind,
    Problem,
    Qualification,
    Request,
    ShiftType,
    Worker,
)
from rota.domain.cover import CoverLine, Days, expand, shifts_of
from rota.roster import Roster
from rota.rules import defaults

START = date(2026, 12, 7)
TYPES = (
    ShiftType(code="E", name="Early", start=time(7), end=time(15)),
    ShiftType(code="L", name="Late", start=time(14), end=time(22)),
    ShiftType(code="LD", name="Long day", start=time(8), end=time(20)),
    ShiftType(
        code="N", name="Waking night", start=time(21, 30), end=time(7, 30)
    ),
    ShiftType(
        code="SI",
        name="Sleep-in",
        start=time(22),
        end=time(7),
        kind=Kind.SLEEP_IN,
    ),
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
    "Jo Quinn",
    "Kit Shaw",
    "Lena Brandt",
    "Mo Rahman",
    "Nia Rees",
    "Omar Aziz",
    "Pat Kelly",
    "Rosa Costa",
    "Sam Hughes",
    "Tess Wood",
    "Uma Rao",
    "Vic Stone",
    "Wendy O'Hara-Montgomery",
    "Yusuf Khan",
    "Zoe Agnew",
)


def _worker(place: int, name: str) -> Worker:
    contract = Contract.PERMANENT
    if place >= 22:
        contract = Contract.AGENCY
    elif place >= 20:
        contract = Contract.BANK
    permanent = contract is Contract.PERMANENT
    skills = ["first aid"]
    skills += ["medication"] if place < 16 else []
    skills += ["lead"] if place < 6 else []
    hours = (37.5, 30, 24)[place % 3]
    return Worker(
        id=name,
        name=name,
        role="Senior" if place < 4 else "Support worker",
        contract=contract,
        weekly_minutes=int(hours * HOUR) if permanent else 0,
        units=(("Rowan",), ("Ash",), ("Rowan", "Ash"))[place % 3],
        qualifications=tuple(Qualification(skill=s) for s in skills),
        driving=Driving(may_drive_service_vehicle=place % 2 == 0),
        brought_forward=(0, 120, -90)[place % 3] if permanent else 0,
        no_nights_from=START if name == "Nia Rees" else None,
        right_to_work_until=date(2026, 12, 20) if name == "Uma Rao" else None,
    )


def _lines() -> list[CoverLine]:
    both = [
        CoverLine(unit_id=unit, code=code, minimum=people, skills=skills)
        for unit in ("Rowan", "Ash")
        for code, people, skills in (
            ("E", 2, (("lead", 1), ("medication", 1))),
            ("L", 2, (("medication", 1),)),
            ("N", 1, ()),
            ("SI", 1, ()),
        )
    ]
    quiet = Days(dates=(date(2026, 12, 25),))
    return [*both, CoverLine(unit_id="Ash", code="E", days=quiet, minimum=1)]


def house(days: int = 28, people: int = 24) -> Problem:
    """Make the house: two units, leave, sickness, bank and agency."""
    end = START + timedelta(days=days - 1)
    dates = [START + timedelta(days=n) for n in range(days)]
    names = [*NAMES, *(f"Worker {n:03}" for n in range(24, people))][:people]
    workers = tuple(_worker(n % 24, name) for n, name in enumerate(names))
    meeting = instant(START + timedelta(days=9), 13 * HOUR)
    shifts = shifts_of(TYPES, dates, ("Rowan", "Ash"))
    return Problem(
        name="Rowan House",
        start=START,
        end=end,
        units=("Rowan", "Ash"),
        shift_types=TYPES,
        workers=workers,
        shifts=shifts,
        diary=(
            DiaryEntry(
                id="meeting",
                code="TM",
                name="Team meeting",
                date=START + timedelta(days=9),
                begins=meeting,
                ends=meeting + 60,
                work=60,
                wage=60,
                contract=60,
                invited=tuple(names[:20]),
                share=60,
            ),
        ),
        demands=expand(
            _lines(),
            TYPES,
            dates,
            (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)),
            ("Rowan", "Ash"),
        ),
        absences=(
            Absence(
                worker_id="Cath Jones",
                first=START + timedelta(days=14),
                last=START + timedelta(days=20),
            ),
            Absence(
                worker_id="Jo Quinn",
                first=START + timedelta(days=1),
                last=START + timedelta(days=4),
                kind=AbsenceKind.SICK,
            ),
        ),
        availability=tuple(
            Availability(
                worker_id=worker.id,
                begins=instant(day),
                ends=instant(day + timedelta(days=2)),
                offered=True,
            )
            for worker in workers
            if worker.contract.waits_for_offer
            for day in dates[::5]
        ),
        requests=(
            Request(worker_id="Ana Silva", date=date(2026, 12, 25)),
            Request(worker_id="Hal Evans", date=date(2026, 12, 12), code="E"),
        ),
        rules=defaults("supported-living"),
        pinned=(
            Assignment(worker_id="Ben Okoro", duty_id="2026-12-12:LD:Ash"),
            Assignment(worker_id="Dev Patel", duty_id="2026-12-08:E:Rowan"),
        ),
        kept=(
            ("Ben Okoro", date(2026, 12, 12)),
            ("Dev Patel", date(2026, 12, 8)),
            ("Pat Kelly", date(2026, 12, 25)),
        ),
        ledger=tuple(
            Carried(worker_id=name, burden=burden.value, count=n % 4)
            for n, name in enumerate(names[:20])
            for burden in Burden
        ),
    )


def greedy(problem: Problem) -> Roster:
    """Fill cover in order with whoever is free and has least so far."""
    given: dict[str, list[tuple[int, int]]] = {
        worker.id: [] for worker in problem.workers
    }
    pairs = [(pin.worker_id, pin.duty_id) for pin in problem.pinned]
    for worker_id, duty_id in pairs:
        duty = problem.duty[duty_id]
        given[worker_id].append((duty.begins, duty.ends))
    for demand in problem.demands:
        if demand.skill or not demand.codes:
            continue
        name = f"{demand.date}:{demand.codes[0]}:{demand.unit_id}"
        duty = problem.duty[name]
        room = demand.minimum - sum(d == name for _, d in pairs)
        order = sorted(
            problem.workers,
            key=lambda w: len(given[w.id]) * 2250 / (w.weekly_minutes or 999),
        )
        for worker in order:
            held = given[worker.id]
            free = all(
                duty.begins - e >= 660 or b - duty.ends >= 660 for b, e in held
            )
            full = len(held) * 480 >= max(worker.weekly_minutes, 600) * 4
            able = free and not full and problem.allows(worker.id, name)
            if room > 0 and able:
                held.append((duty.begins, duty.ends))
                pairs.append((worker.id, name))
                room -= 1
    pairs += [
        (name, entry.id) for entry in problem.diary for name in NAMES[:14]
    ]
    return Roster(problem, pairs)
