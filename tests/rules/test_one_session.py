"""One person supported at a time, and time to get to the next."""

from __future__ import annotations

from datetime import date

import pytest

from rota.domain import Driving, Travel
from rota.rules.one_session import OneSession, SessionTravel
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, Case, given

ONE = "Mon\nAna E"
SUNDAY = date(2026, 3, 29)
FAR = {
    "Bob": {"unit_id": "", "place": "Mill Lane"},
    "Col": {"unit_id": "", "place": "High Street"},
}


def two(bob: str, col: str, case: Case) -> Case:
    """Let Ana support Bob and Col."""
    planned = case.plan("Bob", bob).plan("Col", col)
    return planned.gives("Ana", "Bob", bob).gives("Ana", "Col", col)


# -- one at a time -----------------------------------------------------------


def test_one_after_the_other() -> None:
    two("09:00-10:00", "10:00-11:00", given(ONE)).keeps(
        OneSession, tags={LIMIT}
    )


def test_two_at_once() -> None:
    two("09:00-10:00", "09:45-11:00", given(ONE)).breaches(
        OneSession,
        "Ana is with Bob and Col at once on Mon 1 Jun 09:45-10:00",
        tags={LIMIT, LAST_DAY},
    )


def test_one_within_the_other() -> None:
    two("09:00-12:00", "10:00-11:00", given(ONE)).breaches(OneSession, 60)


def test_three_at_once_are_two_too_many() -> None:
    case = two("09:00-10:00", "09:00-10:00", given(ONE))
    case = case.plan("Dee", "09:00-10:00").gives("Ana", "Dee", "09:00-10:00")
    case.breaches(OneSession, 120)


def test_two_workers_may() -> None:
    case = given("Mon\nAna E\nBen E").plan("Bob", "09:00-10:00")
    case = case.plan("Col", "09:00-10:00")
    case = case.gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ben", "Col", "09:00-10:00").keeps(OneSession)


def test_at_once_while_the_clocks_go_forward() -> None:
    """From midnight to three by the clock are two hours."""
    night = given("Sat\nAna N", start=SPRING)
    two("23:00-03:00", "23:00-03:00", night).breaches(
        OneSession, 3 * 60, tags={CLOCK}
    )


# -- the way -----------------------------------------------------------------


def way(
    minutes: int,
    on_foot: int | None = None,
    driving: Driving | None = None,
    **facts: object,
) -> Case:
    """Draw Ana, and a way from Bob to Col."""
    travel = Travel(
        unit_id="Mill Lane",
        other_id="High Street",
        minutes=minutes,
        on_foot=on_foot,
    )
    case = given(
        **({"grid": ONE} | facts),  # type: ignore[arg-type]
        travel=(travel,),
        workers={"Ana": {"driving": driving}},
    )
    for name, fields in FAR.items():
        case = case.client(name, **fields)
    return case


def test_time_enough_to_the_minute() -> None:
    two("09:00-10:00", "10:15-11:00", way(15)).keeps(
        SessionTravel, tags={LIMIT}
    )
    two("09:00-10:00", "10:15-11:00", way(16)).breaches(
        SessionTravel,
        "Ana has 15 min to get from Bob to Col on Mon 1 Jun; it takes 16 min",
        tags={LIMIT, LAST_DAY},
    )


@pytest.mark.parametrize(
    ("driving", "needed"),
    [
        (None, 40),
        (Driving(), 40),
        (Driving(own_car=True), 40),
        (Driving(own_car=True, business_insured_until=date(2026, 5, 31)), 40),
        (Driving(own_car=True, business_insured_until=date(2026, 6, 1)), 10),
        (Driving(may_drive_service_vehicle=True), 40),
    ],
)
def test_on_foot_but_for_an_own_car_that_is_insured(
    driving: Driving | None, needed: int
) -> None:
    case = two("09:00-10:00", "10:00-11:00", way(10, 40, driving))
    case.breaches(SessionTravel, needed)


def test_to_the_same_person_there_is_no_way() -> None:
    case = way(30).plan("Bob", "09:00-10:00").plan("Bob", "10:00-11:00")
    case = case.gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ana", "Bob", "10:00-11:00").keeps(SessionTravel)


def test_the_night_of_march_is_short_of_an_hour() -> None:
    """From 00:30 to 02:15 by the clock are 45 minutes."""
    for minutes in (45, 46):
        case = way(minutes, grid="Sat Sun\nAna N .", start=SPRING)
        case = case.plan("Bob", "23:30-00:30").plan("Col", "02:15-03:00")
        case = case.gives("Ana", "Bob", "23:30-00:30")
        case = case.gives("Ana", "Col", "02:15-03:00", SUNDAY)
        if minutes == 45:
            case.keeps(SessionTravel, tags={CLOCK})
        else:
            case.breaches(SessionTravel, 1, tags={CLOCK})
