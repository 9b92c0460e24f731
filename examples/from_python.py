"""A rota without a workbook: five people, one week, earlies and lates."""

from datetime import date, time, timedelta

import rota
from rota.domain import Qualification
from rota.domain.cover import CoverLine, Days, expand, shifts_of

MONDAY = date(2026, 6, 1)
WEEK = [MONDAY + timedelta(days=step) for step in range(7)]
HOUR = 60  # lengths are whole minutes

types = [
    rota.ShiftType(code="E", start=time(7), end=time(15), break_minutes=30),
    rota.ShiftType(code="L", start=time(14), end=time(22), break_minutes=30),
]
lead = Qualification(skill="lead")
people = [
    rota.Worker(
        id=name,
        name=name,
        weekly_minutes=30 * HOUR,
        qualifications=(lead,) if name in ("Amara", "Bronwen") else (),
    )
    for name in ("Amara", "Bronwen", "Chidi", "Dilys", "Ewan")
]
cover = [
    CoverLine(code="E", minimum=1, days=Days(weekdays=(5, 6))),
    CoverLine(code="E", minimum=2),
    CoverLine(code="L", minimum=1, skills=(("lead", 1),)),
]
problem = rota.Problem(
    start=WEEK[0],
    end=WEEK[-1],
    shift_types=tuple(types),
    workers=tuple(people),
    shifts=shifts_of(types, WEEK),
    demands=expand(cover, types, WEEK),
    absences=(rota.Absence(worker_id="Dilys", first=WEEK[4], last=WEEK[6]),),
    requests=(rota.Request(worker_id="Ewan", date=WEEK[5]),),
    rules=rota.with_settings(
        rota.defaults("supported-living"), rest={"hours": 12}
    ),
)
result = rota.solve(problem, seconds=5, threads=1)
print(result)
print(result.roster)
for breach in result.report.not_met:
    print(breach.sentence)
