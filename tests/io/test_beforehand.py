"""What is told of support plans before anything is solved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from click.testing import CliRunner

from rota.checker import check
from rota.cli import main
from rota.io.pages import sections
from rota.io.pages.facts import Facts
from rota.io.read import read
from rota.not_given import hours_not_given
from tests.io.plan_books import (
    DIARY_HEAD,
    PLAN_SERVICE,
    PLAN_WORKERS,
    WEDNESDAY,
    plan,
    plan_sheets,
)
from tests.io.workbooks import SHIFT_TYPES, Rows, dates, made

ROUNDS: Rows = [*SHIFT_TYPES, ["RD", "Round", "07:00", "22:00", "round"]]


def told(folder: Path, *rows: list[Any], **changes: Any) -> tuple[str, ...]:
    return read(made(folder, plan_sheets(*rows, **changes))).beforehand


def test_a_plan_that_can_be_met_is_passed_over(tmp_path: Path) -> None:
    assert told(tmp_path, plan("Alma R", "2:1", Hours_a_day=2)) == ()


def test_two_people_wanted_and_nobody_eligible(tmp_path: Path) -> None:
    row = plan(
        "Alma R",
        "2:1",
        Hours_a_day=2,
        Skills="Hoist",
        Excluded="Ben Okoro, Cara Jones",
    )
    assert told(tmp_path, row) == (
        "Alma R, 2:1: needs 2, nobody is eligible.",
    )


def test_leave_leaves_too_few_on_some_days(tmp_path: Path) -> None:
    row = plan("Alma R", "2:1", Hours_a_day=2, Skills="Hoist")
    leave = [["Name", "First", "Last"], ["Ben Okoro", WEDNESDAY, dates()[4]]]
    assert told(tmp_path, row, Leave=leave) == (
        "Alma R, 2:1 on Wed 9 Dec and 2 further days: needs 2, 1 is eligible:"
        " Cara Jones.",
    )


def test_nobody_who_drives_or_gives_the_care_asked_for(
    tmp_path: Path,
) -> None:
    said = told(
        tmp_path,
        plan("Alma R", Hours_a_day=1, Driver="Service vehicle",
             Excluded="Ben Okoro"),
        plan("Bob T", Hours_a_day=1, Personal_care_by="men",
             Excluded="Ben Okoro"),
    )  # fmt: skip
    assert said == (
        "Alma R, 1:1: needs a driver of the service's vehicle, none of the 3"
        " eligible can drive it.",
        "Bob T, 1:1: none of the 3 eligible gives the personal care it asks"
        " for.",
    )


def test_more_trips_at_once_than_drivers_and_vehicles(
    tmp_path: Path,
) -> None:
    clients = [["Name"], ["Alma R"], ["Bob T"], ["Cy D"]]
    trips = [
        plan(name, "community access", From="10:00", To="12:00", Days="Wed",
             Driver=driver)
        for name, driver in (
            ("Alma R", "Yes"), ("Bob T", "Minibus"), ("Cy D", "Minibus"))
    ]  # fmt: skip
    said = told(
        tmp_path,
        *trips,
        Clients=clients,
        Vehicles=[["Vehicle", "Off from"], ["Bus", None], ["Car", WEDNESDAY]],
    )
    assert said == (
        "Wed 9 Dec 10:00: 3 trips at once (Alma R, Bob T and Cy D), and only"
        " 2 (Ana Silva and Ben Okoro) can drive.",
        "Wed 9 Dec 10:00: 3 trips at once (Alma R, Bob T and Cy D) need 2"
        " vehicles of the service, and 1 is there.",
    )


def test_somebody_is_planned_for_two_things_at_once(tmp_path: Path) -> None:
    said = told(
        tmp_path,
        plan("Alma R", From="10:00", To="12:00"),
        Client_diary=[
            DIARY_HEAD,
            ["Alma R", "appointment", WEDNESDAY, "11:00", None, "11:30"],
        ],
    )
    assert said == (
        "Alma R is planned for two things at once on Wed 9 Dec: 1:1"
        " 10:00-12:00 and appointment 11:00-11:30; only one of them can be"
        " given.",
    )


def test_those_who_go_together_need_one_vehicle(tmp_path: Path) -> None:
    clients = [["Name"], ["Alma R"], ["Bob T"], ["Cy D"]]
    trips = [
        plan(name, "community access", From="10:00", To="12:00", Days="Wed",
             Driver="Minibus", Trip=trip)
        for name, trip in (
            ("Alma R", "Swimming"), ("Bob T", "swimming"), ("Cy D", None))
    ]  # fmt: skip
    bus: Rows = [["Vehicle"], ["Bus"]]
    said = told(tmp_path, *trips[:2], Clients=clients, Vehicles=bus)
    assert said == ()
    said = told(tmp_path, *trips, Clients=clients, Vehicles=bus)
    assert said == (
        "Wed 9 Dec 10:00: 2 trips at once (Alma R with Bob T and Cy D), and"
        " only 1 (Ben Okoro) can drive.",
        "Wed 9 Dec 10:00: 2 trips at once (Alma R with Bob T and Cy D) need 2"
        " vehicles of the service, and 1 is there.",
    )


def test_hours_that_move_into_too_few_days(tmp_path: Path) -> None:
    said = told(
        tmp_path,
        plan("Alma R", Hours_a_week=20, Days="Mon-Fri", Earliest="09:00",
             Latest="13:00"),
        Client_diary=[
            DIARY_HEAD,
            ["Alma R", "home", dates()[1], None, dates()[4], None, "move"],
        ],
    )  # fmt: skip
    assert said == (
        "Alma R, 1:1 in the week of Mon 7 Dec: 20 h asked for, and 4 h can be"
        " given in the times that are left.",
    )


def test_a_week_away_whose_hours_move_has_no_day_for_them(
    tmp_path: Path,
) -> None:
    """Said before, and after: the gap has the same reason."""
    content = plan_sheets(
        plan("Alma R", Hours_a_week=6),
        Client_diary=[
            DIARY_HEAD,
            ["Alma R", "home", dates()[0], None, dates()[6], None, "move"],
        ],
    )
    loaded = read(made(tmp_path, content))
    why = "Alma R is away on every day on which it may fall"
    assert loaded.beforehand == (
        "Alma R, 1:1 in the week of Mon 7 Dec: 6 h asked for, and none of it"
        f" can be given. {why}.",
    )
    problem = loaded.problem
    assert not problem.sessions
    [gap] = hours_not_given(problem, loaded.roster)
    assert gap.sentence == "Alma R, week of Mon 7 Dec: 6 h 1:1 not given"
    assert gap.supply == why
    facts = Facts(check(problem, loaded.roster))
    assert "6 h of support not given" in sections.verdict(facts)


def test_short_visits_are_lawful_in_wales_under_conditions_only(
    tmp_path: Path,
) -> None:
    row = plan("Alma R", "visit", Hours_a_day=0.25)
    (england,) = told(tmp_path, row, Shift_types=ROUNDS)
    assert "Alma R (15 min)" in england
    assert "NICE" in england
    service = [*PLAN_SERVICE, ["Nation", "Wales"]]
    (wales,) = told(tmp_path, row, Shift_types=ROUNDS, Service=service)
    assert "regulation 41" in wales
    half = plan("Alma R", "visit", Hours_a_day=0.5)
    assert told(tmp_path, half, Shift_types=ROUNDS) == ()


def test_visits_want_rounds_and_ways_between_places(tmp_path: Path) -> None:
    rows = [plan(n, "visit", Hours_a_day=1) for n in ("Alma R", "Bob T")]
    clients = [["Name", "Place"], ["Alma R", "Ely"], ["Bob T", "Roath"]]
    rounds, ways = told(tmp_path, *rows, Clients=clients)
    assert "no shift type is of kind round" in rounds
    assert ways.startswith("Travel says nothing of the way from Ely to Roath")


def test_the_command_says_so_before_it_solves(tmp_path: Path) -> None:
    row = plan("Alma R", "2:1", Hours_a_day=2, Skills="Hoist",
               Excluded="Ben Okoro")  # fmt: skip
    file = made(tmp_path, plan_sheets(row, Workers=PLAN_WORKERS))
    out = tmp_path / "out.xlsx"
    asked = ["solve", str(file), "-o", str(out), "--seconds", "1"]
    found = CliRunner().invoke(main, asked)
    assert "Alma R, 2:1: needs 2, 1 is eligible: Cara" in found.stderr
