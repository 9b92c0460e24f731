"""Clients, support plans and what hangs on them, read as managers type."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from rota.domain import (
    Driver,
    Kind,
    PlanLine,
    Problem,
    Support,
    Whereabouts,
)
from rota.io.read import Loaded, read
from tests.io.plan_books import (
    CLIENTS,
    DIARY_HEAD,
    PLAN_SERVICE,
    PLAN_WORKERS,
    WEDNESDAY,
    plan,
    plan_sheets,
)
from tests.io.workbooks import COVER, SHIFT_TYPES, START, Rows, dates, made


def loaded(folder: Path, *rows: list[Any], **changes: Any) -> Loaded:
    return read(made(folder, plan_sheets(*rows, **changes)))


def problem(folder: Path, *rows: list[Any], **changes: Any) -> Problem:
    return loaded(folder, *rows, **changes).problem


def line(folder: Path, *row: Any, **cells: Any) -> PlanLine:
    return problem(folder, plan(*row, **cells)).plan_lines[0]


# -- clients ----------------------------------------------------------------


def test_a_client_has_key_workers_and_a_limit_of_faces(
    tmp_path: Path,
) -> None:
    alma, bob = problem(tmp_path, plan("Alma R", Hours_a_week=6)).clients
    assert alma.key_workers == ("Ana Silva",)
    assert alma.known_by == ("Ben Okoro",)
    assert alma.faces == 4
    assert (bob.key_workers, bob.faces) == ((), None)


def test_a_name_with_its_surname_first_is_one_name(tmp_path: Path) -> None:
    rows: Rows = [
        ["Name", "Key workers"],
        ["Alma R", "Silva, Ana, Ben Okoro; Jones, Cara"],
    ]
    found = problem(tmp_path, plan("Alma R", Hours_a_week=6), Clients=rows)
    assert found.clients[0].key_workers == (
        "Ana Silva",
        "Ben Okoro",
        "Cara Jones",
    )


def test_whoever_has_left_may_still_stand_under_known_by(
    tmp_path: Path,
) -> None:
    rows: Rows = [["Name", "Known by"], ["Alma R", "Zoe Hill, Ben Okoro"]]
    found = loaded(tmp_path, plan("Alma R", Hours_a_week=6), Clients=rows)
    assert found.problem.clients[0].known_by == ("Ben Okoro",)
    assert any("Zoe Hill not in the Workers" in note for note in found.notes)


def test_two_of_one_name_are_told_apart_by_number(tmp_path: Path) -> None:
    rows: Rows = [["Name", "Number"], ["Alma R", 1], ["Alma R", 2]]
    found = problem(tmp_path, plan("2", Hours_a_week=6), Clients=rows)
    assert [client.id for client in found.clients] == ["1", "2"]
    assert found.plan_lines[0].client_id == "2"


def test_a_service_without_plans_is_as_before(tmp_path: Path) -> None:
    content = plan_sheets(Clients=None, Support_plans=None)
    found = read(made(tmp_path, content))
    assert found.problem.sessions == ()
    assert not any("Clients" in note for note in found.notes)


# -- support plans ----------------------------------------------------------


def test_hours_a_week(tmp_path: Path) -> None:
    found = line(tmp_path, "Alma R", Hours_a_week=14, Earliest="09:00")
    assert found.week_minutes == 14 * 60
    assert (found.earliest, found.latest) == (540, 1320)
    assert (found.shortest, found.longest) == (60, 240)


def test_hours_a_day_on_some_days(tmp_path: Path) -> None:
    found = line(
        tmp_path, "Alma R", "2:1", Hours_a_day=1.5, Days="Mon, Wed-Thu"
    )
    assert found.day_minutes == 90
    assert found.people == 2
    assert found.weekdays == (0, 2, 3)


def test_a_fixed_time_over_midnight(tmp_path: Path) -> None:
    found = line(tmp_path, "Alma R", From="22:00", To="01:00")
    assert (found.starts, found.ends) == (1320, 60)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (time(2, 1), Support.TWO_TO_ONE),  # what Excel makes of 2:1
        (61 / 1440, Support.ONE_TO_ONE),  # the same, with its format lost
        ("2 to 1", Support.TWO_TO_ONE),
        ("core", Support.SHARED),
        ("Community", Support.COMMUNITY),
    ],
)
def test_kinds_of_support_as_people_type_them(
    tmp_path: Path, typed: object, meant: Support
) -> None:
    assert line(tmp_path, "Alma R", typed, Hours_a_day=1).kind is meant


def test_a_line_for_bank_holidays_falls_on_them_alone(tmp_path: Path) -> None:
    service = [*PLAN_SERVICE[:2], ["Starts", date(2026, 12, 21)]]
    found = problem(
        tmp_path,
        plan("Alma R", Hours_a_day=2, Days="bank holiday"),
        Service=service,
    )
    days = {session.date for session in found.sessions}
    assert date(2026, 12, 25) in days
    assert days <= set(found.holidays)


def test_without_a_bank_holiday_such_a_line_falls_on_no_day(
    tmp_path: Path,
) -> None:
    found = problem(
        tmp_path, plan("Alma R", Hours_a_day=2, Days="bank holiday")
    )
    assert found.sessions == ()


@pytest.mark.parametrize(
    ("typed", "share"),
    [("80 %", 80), (0.8, 80), ("7 h", 50), ("3:30", 25), (None, 100)],
)
def test_essential_hours_as_a_share_or_as_hours(
    tmp_path: Path, typed: object, share: int
) -> None:
    found = line(tmp_path, "Alma R", Hours_a_week=14, Essential=typed)
    assert found.essential == share


def test_personal_care_by_a_group_or_by_names(tmp_path: Path) -> None:
    rows = (
        plan("Alma R", Hours_a_week=6, Personal_care_by="Women"),
        plan("Bob T", Hours_a_week=6, Personal_care_by="men, Dev Patel"),
        plan("Bob T", "2:1", Hours_a_week=6),
    )
    found = problem(tmp_path, *rows).plan_lines
    assert found[0].care_by == ("Ana Silva", "Cara Jones")
    assert found[1].care_by == ("Ben Okoro", "Dev Patel")
    assert found[2].care_by is None
    assert found[0].care_is_must


def test_skills_driver_and_people_by_name(tmp_path: Path) -> None:
    found = line(
        tmp_path,
        "Alma R",
        "community access",
        Hours_a_week=6,
        Skills="hoist",
        Driver="minibus",
        Preferred="Ana Silva",
        Excluded="Dev Patel",
    )
    assert found.skills == ("hoist",)
    assert found.driver is Driver.SERVICE_VEHICLE
    assert found.preferred == ("Ana Silva",)
    assert found.excluded == ("Dev Patel",)
    assert found.is_out


def test_lines_that_follow_each_other_taper(tmp_path: Path) -> None:
    found = problem(
        tmp_path,
        plan("Alma R", Hours_a_day=2, To_date=dates()[2]),
        plan("Alma R", Hours_a_day=1, From_date=dates()[3]),
    )
    minutes = {
        day: asked
        for line in found.plan_lines
        for day, asked in found.commissioned[line.id].items()
    }
    assert [minutes[day] for day in found.dates] == [120] * 3 + [60] * 4


def test_ids_outlive_rows_of_others_being_moved(tmp_path: Path) -> None:
    alma = plan("Alma R", Hours_a_week=6)
    bob = plan("Bob T", Hours_a_week=6)
    one = problem(tmp_path, alma, bob)
    other = problem(tmp_path, bob, alma)
    assert one.plan_line.keys() == other.plan_line.keys()
    assert one.session.keys() == other.session.keys()


# -- what cover gives -------------------------------------------------------


def test_nights_of_plans_become_cover_once_for_a_house(
    tmp_path: Path,
) -> None:
    found = problem(
        tmp_path,
        plan("Alma R", "sleep-in"),
        plan("Bob T", "sleep-in", From="22:00", To="07:00"),
    )
    nights = [d for d in found.demands if d.kind is Kind.SLEEP_IN]
    assert [night.date for night in nights] == list(found.dates)
    assert {night.minimum for night in nights} == {1}
    assert found.sessions == ()


def test_cover_that_is_typed_goes_before_plans(tmp_path: Path) -> None:
    typed = [*COVER, ["SI", None, 2, None, None]]
    found = problem(tmp_path, plan("Alma R", "sleep-in"), Cover=typed)
    nights = [d for d in found.demands if d.kind is Kind.SLEEP_IN]
    assert {night.minimum for night in nights} == {2}


def test_nobody_sleeps_in_while_everybody_is_away(tmp_path: Path) -> None:
    away = [["Alma R", "holiday", dates()[1], None, dates()[2]]]
    found = problem(
        tmp_path,
        plan("Alma R", "sleep-in"),
        Client_diary=[DIARY_HEAD, *away],
    )
    nights = {d.date for d in found.demands if d.kind is Kind.SLEEP_IN}
    assert nights == set(found.dates) - {dates()[1], dates()[2]}


def test_a_community_team_needs_no_cover_sheet(tmp_path: Path) -> None:
    types = [*SHIFT_TYPES, ["RD", "Round", "08:00", "16:00", "round"]]
    found = problem(
        tmp_path,
        plan("Alma R", "visit", Hours_a_day=1, Earliest="08:00"),
        Cover=None,
        Shift_types=types,
        Service=[*PLAN_SERVICE, ["Minutes credited for travel", 10]],
    )
    assert found.demands == ()
    assert found.visit_travel == 10
    assert Kind.ROUND in {shift.kind for shift in found.shifts}


def test_cover_follows_how_many_are_at_home(tmp_path: Path) -> None:
    cover: Rows = [
        ["Shift", "Days", "Minimum", "At home"],
        ["E", None, 1, None],
        ["E", None, 3, "2+"],
        ["L", "weekday", 2, None],
        ["L", None, 1, "0 to 1"],
    ]
    away = [["Bob T", "home", dates()[1], "10:00", dates()[3], "16:00"]]
    found = problem(tmp_path, Cover=cover, Client_diary=[DIARY_HEAD, *away])
    needs = {d.id: d.minimum for d in found.demands}
    early = [needs[f"cover:{day.isoformat()}:E:"] for day in found.dates]
    assert early == [3, 3, 1, 3, 3, 3, 3]
    assert needs[f"cover:{dates()[1].isoformat()}:L:"] == 2
    assert needs[f"cover:{dates()[2].isoformat()}:L:"] == 1


def test_clients_without_a_unit_are_at_home_in_none(tmp_path: Path) -> None:
    units = [*PLAN_SERVICE, ["Units", "Rowan, Birch"]]
    cover = [["Unit", "Shift", "Minimum", "At home"], ["Rowan", "E", 1, "1+"]]
    found = loaded(tmp_path, Cover=cover, Service=units)
    assert found.problem.demands == ()
    assert any("says no unit of 2 people" in note for note in found.notes)


# -- the client diary -------------------------------------------------------


def test_hours_stop_move_or_go_on_while_somebody_is_away(
    tmp_path: Path,
) -> None:
    rows = [
        ["Alma R", "home", START, None, dates()[1], None, None],
        ["Bob T", "holiday", START, "12:00", None, "18:00", "move"],
        ["Bob T", "away", dates()[3], None, None, None, "go on there"],
    ]
    found = problem(
        tmp_path,
        plan("Alma R", Hours_a_day=2),
        Client_diary=[DIARY_HEAD, *rows],
    )
    first, second, third = found.client_away
    assert first.ends - first.begins == 2 * 1440
    assert second.ends - second.begins == 6 * 60
    assert [first.hours, second.hours, third.hours] == [
        Whereabouts.STOPS,
        Whereabouts.MOVES,
        Whereabouts.GOES_ON,
    ]
    assert {s.date for s in found.sessions} == set(found.dates[2:])


def test_an_appointment_is_a_session_of_its_own(tmp_path: Path) -> None:
    row = ["Alma R", "appointment", WEDNESDAY, "10:00", None, "11:30", None,
           2, "Yes", "Medication"]  # fmt: skip
    found = problem(tmp_path, Client_diary=[DIARY_HEAD, row])
    (session,) = found.sessions
    appointment = found.plan_line[session.line_id]
    assert appointment.kind is Support.APPOINTMENT
    assert (session.date, session.people) == (WEDNESDAY, 2)
    assert appointment.driver is Driver.ANY
    assert appointment.skills == ("medication",)
    assert session.is_out


# -- vehicles and travel ----------------------------------------------------


def test_a_vehicle_is_off_the_road_more_than_once(tmp_path: Path) -> None:
    rows: Rows = [
        ["Vehicle", "Off from", "Off to"],
        ["Minibus", START, dates()[1]],
        ["minibus", dates()[4], None],
        ["Car", None, None],
    ]
    bus, car = problem(tmp_path, Vehicles=rows).vehicles
    assert bus.off == (START, dates()[1], dates()[4])
    assert car.off == ()


def test_travel_between_places_by_car_and_on_foot(tmp_path: Path) -> None:
    clients: Rows = [["Name", "Place"], ["Alma R", "Ely"], ["Bob T", "Roath"]]
    rows: Rows = [
        ["From", "To", "Minutes by car", "Minutes on foot"],
        ["roath", "Ely", 15, 45],
        ["Ely", "Ely", 5, None],
        ["Ely", "Timbuktu", 5, None],
    ]
    found = loaded(
        tmp_path,
        plan("Alma R", Hours_a_day=1),
        Clients=clients,
        Travel=rows,
    )
    first, second = found.problem.travel
    assert (first.unit_id, first.other_id) == ("Roath", "Ely")
    assert (first.minutes, first.on_foot) == (15, 45)
    assert (second.unit_id, second.other_id) == ("Ely", "Ely")
    assert any("Timbuktu is no unit" in note for note in found.notes)


def test_care_groups_stay_on_the_workers_sheet(tmp_path: Path) -> None:
    workers = [list(row) for row in PLAN_WORKERS]
    workers[1][7] = "Sigma"
    found = loaded(
        tmp_path,
        plan("Alma R", Hours_a_week=6, Personal_care_by="sigma"),
        Workers=workers,
        Clients=CLIENTS,
    )
    assert found.problem.plan_lines[0].care_by == ("Ana Silva",)
    assert "sigma" not in repr(found).casefold()
