"""Shifts to fill: merged as one would advertise them, with who is nearest."""

from __future__ import annotations

from datetime import date, time, timedelta

from rota.calendar import HOUR, instant
from rota.checker import check
from rota.domain import (
    Absence,
    Demand,
    Driving,
    Problem,
    Qualification,
    Shift,
    ShiftType,
    Worker,
)
from rota.explain import ShiftToFill, shifts_to_fill
from rota.nearest import DEEP, MANY, SHALLOW, Search
from rota.roster import Roster
from rota.rules import defaults

DAY = date(2027, 1, 4)
TYPES = {
    "E": ShiftType(code="E", start=time(7), end=time(15)),
    "L": ShiftType(code="L", start=time(14), end=time(22)),
    "S": ShiftType(code="S", start=time(9), end=time(13)),
}


def worker(name: str, *skills: str, **more: object) -> Worker:
    held = tuple(Qualification(skill=skill) for skill in skills)
    fields: dict[str, object] = {
        "id": name,
        "name": name,
        "weekly_minutes": 30 * HOUR,
        "qualifications": held,
    }
    return Worker.model_validate(fields | more)


def shift(code: str, days: int = 0) -> Shift:
    return TYPES[code].on(DAY + timedelta(days=days))


def demand(
    code: str, minimum: int = 1, skill: str = "", days: int = 0
) -> Demand:
    one = shift(code, days)
    return Demand(
        id=f"{code}{skill}{days}",
        date=one.date,
        begins=one.begins,
        ends=one.ends,
        codes=(code,),
        skill=skill,
        minimum=minimum,
    )


def band(start: int, end: int, minimum: int) -> Demand:
    return Demand(
        id="band",
        date=DAY,
        begins=instant(DAY, start * HOUR),
        ends=instant(DAY, end * HOUR),
        minimum=minimum,
    )


def problem(
    workers: list[Worker], demands: list[Demand], **more: object
) -> Problem:
    return Problem.model_validate(
        {
            "start": DAY,
            "end": DAY + timedelta(days=6),
            "workers": tuple(workers),
            "shifts": tuple(
                shift(code, n) for n in range(7) for code in TYPES
            ),
            "demands": tuple(demands),
            "rules": defaults(),
        }
        | more
    )


def found(
    question: Problem, pairs: list[tuple[Worker, Shift]] | None = None
) -> list[ShiftToFill]:
    roster = Roster(question, [(w.id, s.id) for w, s in pairs or []])
    report = check(question, roster)
    return list(shifts_to_fill(question, roster, report))


def test_pieces_of_a_band_that_touch_are_one_shift() -> None:
    ana = worker("Ana")
    [only] = found(problem([ana], [band(7, 22, 1)]))
    assert only.times == "07:00-22:00"
    assert only.people == 1
    assert only.minutes == 15 * HOUR


def test_two_levels_of_shortage_are_two_shifts() -> None:
    ana, ben = worker("Ana"), worker("Ben")
    question = problem([ana, ben], [band(7, 15, 2)])
    shifts = found(question, [(ana, shift("S"))])
    told = {(one.times, one.people) for one in shifts}
    assert told == {
        ("07:00-15:00", 1),
        ("07:00-09:00", 1),
        ("13:00-15:00", 1),
    }
    report_minutes = check(
        question, Roster(question, [("Ana", shift("S").id)])
    ).minutes_to_fill
    assert sum(one.minutes for one in shifts) == report_minutes


def test_nothing_short_is_nothing_to_fill() -> None:
    ana = worker("Ana")
    assert not found(problem([ana], [demand("E")]), [(ana, shift("E"))])


def test_a_skill_is_asked_of_whoever_comes() -> None:
    ana = worker("Ana")
    question = problem([ana], [demand("E", 1), demand("E", 1, "medication")])
    [only] = found(question)
    assert only.skills == ("medication",)
    assert not only.swap


def test_a_skill_alone_is_a_swap() -> None:
    ana, ben = worker("Ana"), worker("Ben", "medication", "lead")
    question = problem(
        [ana, ben],
        [demand("E"), demand("E", 1, "medication"), demand("E", 1, "lead")],
    )
    [only] = found(question, [(ana, shift("E"))])
    assert only.swap
    assert only.minutes == 0
    assert only.skills == ("medication", "lead")
    assert "nobody on it with medication and lead" in only.sentence


def test_a_driver_is_asked_for() -> None:
    ana = worker("Ana", driving=Driving(may_drive_service_vehicle=True))
    question = problem([ana], [demand("E"), demand("E", 1, "driver")])
    [only] = found(question)
    assert only.needs_driver


def test_rest_in_the_way_is_said_in_hours() -> None:
    ana = worker("Ana")
    question = problem([ana], [demand("L"), demand("E", days=1)])
    [only] = found(question, [(ana, shift("L"))])
    assert only.nearest is not None
    assert only.nearest.sentence == (
        "Ana - has 9 h off before Tue 5 Jan 07:00; needs 11 h"
    )


def test_somebody_free_goes_before_somebody_refused() -> None:
    away, free = worker("Ann"), worker("Zed")
    question = problem(
        [away, free],
        [demand("E")],
        absences=(Absence(worker_id="Ann", first=DAY, last=DAY),),
    )
    [only] = found(question)
    assert only.nearest is not None
    assert (only.nearest.name, only.nearest.in_the_way) == ("Zed", 0)


def test_a_should_that_made_it_not_worthwhile_is_said() -> None:
    ana = worker("Ana", weekly_minutes=8 * HOUR)
    question = problem([ana], [demand("E", days=n) for n in range(3)])
    given = [(ana, shift("E", n)) for n in range(2)]
    [only] = found(question, given)
    assert only.nearest is not None
    assert only.nearest.in_the_way == 0
    assert "over contracted hours" in only.nearest.reason


def test_what_is_private_is_not_said() -> None:
    ana = worker("Ana", right_to_work_until=DAY - timedelta(days=1))
    [only] = found(problem([ana], [demand("E")]))
    assert only.nearest is not None
    assert only.nearest.reason == "cannot be given E on Mon 4 Jan"


def test_supply_is_diagnosed() -> None:
    people = [worker("Ana", "medication"), worker("Ben"), worker("Cath")]
    question = problem(people, [demand("E", 2, "medication")])
    [only] = found(question)
    assert only.supply == "Mon 4 Jan E needs 2 with medication; 1 is eligible"


def test_a_skill_nobody_has_is_the_rule_in_the_way() -> None:
    ana = worker("Ana")
    question = problem([ana], [demand("E"), demand("E", 1, "lead")])
    [only] = found(question)
    assert only.nearest is not None
    assert only.nearest.reason == "has no lead in date that day"


def test_nobody_to_ask_is_no_fault() -> None:
    [only] = found(problem([], [demand("E", 2)]))
    assert only.nearest is None
    assert only.people == 2
    assert only.supply == "Mon 4 Jan E needs 2; 0 are eligible"


def test_very_many_shifts_are_looked_at_less_closely() -> None:
    people = [worker(f"W{n}") for n in range(30)]
    away = tuple(
        Absence(worker_id=one.id, first=DAY, last=DAY) for one in people
    )
    question = problem(people, [demand("E")], absences=away)

    def looks(before: int) -> int:
        search = Search(question, Roster(question, ()), before)
        search.nearest((shift("E").id,), *ends_of(shift("E")), ())
        return search.looks - before

    assert looks(0) == DEEP
    assert looks(MANY) == SHALLOW


def ends_of(one: Shift) -> tuple[int, int]:
    return one.begins, one.ends
