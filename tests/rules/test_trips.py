"""Drivers and vehicles for support that goes somewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

from rota.domain import Driver, Driving, Qualification, Support, Vehicle
from rota.rules.trips import TripDriver, Vehicles
from tests.given import CLOCK, LAST_DAY, LIMIT, MONDAY, SPRING, Case, given

NINE, TEN = "09:00-10:00", "10:00-11:00"
NIGHT = "23:00-03:00"
BUS = Vehicle(id="bus", name="Bus")
THEIRS = Driving(may_drive_service_vehicle=True)
OWN = Driving(own_car=True, business_insured_until=date(2026, 12, 31))


def house(*driving: Driving | None, grid: str = "Mon", **facts: Any) -> Case:
    """Draw people who are on an early, or a night, and may drive so."""
    names = ("Ana", "Ben", "Cat")[: len(driving)]
    code = "N" if grid == "Sat" else "E"
    return given(
        "\n".join([grid, *(f"{name} {code}" for name in names)]),
        workers={
            n: {"driving": d} for n, d in zip(names, driving, strict=True)
        },
        **facts,
    )


def trip(
    case: Case, name: str, when: str, driver: Driver = Driver.ANY, to: str = ""
) -> Case:
    return case.plan(
        name,
        when,
        driver=driver,
        kind=Support.COMMUNITY,
        is_out=True,
        trip=to,
    )


# -- drivers -----------------------------------------------------------------


def test_somebody_who_drives() -> None:
    case = trip(house(OWN, Driving()), "Bob", NINE)
    case.gives("Ana", "Bob", NINE).keeps(TripDriver)
    case.gives("Ben", "Bob", NINE).breaches(
        TripDriver,
        "Bob on Mon 1 Jun 09:00-10:00 with Ben: nobody there can drive",
        tags={LAST_DAY},
    )


def test_of_two_one_is_enough() -> None:
    case = house(OWN, Driving(), Driving()).plan(
        "Bob", NINE, driver=Driver.ANY, people=2, kind=Support.TWO_TO_ONE
    )
    case = case.gives("Ben", "Bob", NINE)
    case.gives("Ana", "Bob", NINE).keeps(TripDriver, tags={LIMIT})
    case.gives("Cat", "Bob", NINE).breaches(TripDriver, 1, tags={LIMIT})


def test_each_fact_is_checked_on_the_date() -> None:
    before = date(2026, 5, 31)
    for driving, driver, drives in (
        (THEIRS, Driver.ANY, True),
        (THEIRS, Driver.SERVICE_VEHICLE, True),
        (OWN, Driver.ANY, True),
        (OWN, Driver.SERVICE_VEHICLE, False),
        (OWN.replace(business_insured_until=MONDAY), Driver.ANY, True),
        (OWN.replace(business_insured_until=before), Driver.ANY, False),
        (OWN.replace(licence_until=MONDAY), Driver.ANY, True),
        (OWN.replace(licence_until=before), Driver.ANY, False),
        (THEIRS.replace(licence_until=before), Driver.ANY, False),
        (Driving(own_car=True), Driver.ANY, False),
    ):
        case = trip(house(driving), "Bob", NINE, driver)
        done = case.gives("Ana", "Bob", NINE)
        if drives:
            done.keeps(TripDriver)
        else:
            done.breaches(TripDriver, 1)


def test_where_nothing_is_known_the_skill_decides() -> None:
    skill = Qualification(skill="driver", expires=MONDAY)
    case = given("Mon\nAna E", workers={"Ana": {"qualifications": (skill,)}})
    trip(case, "Bob", NINE).gives("Ana", "Bob", NINE).keeps(TripDriver)


def test_no_driver_on_the_night_of_a_clock_change() -> None:
    case = trip(house(Driving(), grid="Sat", start=SPRING), "Bob", NIGHT)
    case.gives("Ana", "Bob", NIGHT).breaches(TripDriver, 1, tags={CLOCK})


# -- vehicles ----------------------------------------------------------------


def two_trips(case: Case, bob: str, col: str) -> Case:
    case = trip(trip(case, "Bob", bob), "Col", col)
    return case.gives("Ana", "Bob", bob).gives("Ben", "Col", col)


def test_one_vehicle_for_one_trip_after_another() -> None:
    case = house(THEIRS, THEIRS, vehicles=(BUS,))
    two_trips(case, NINE, TEN).keeps(Vehicles, tags={LIMIT})
    two_trips(case, NINE, "09:45-11:00").breaches(
        Vehicles,
        "Mon 1 Jun 09:45-10:00: 2 vehicles needed for Bob and Col; 1 there",
        tags={LIMIT, LAST_DAY},
    )


def test_an_own_car_takes_none() -> None:
    case = house(THEIRS, OWN, vehicles=(BUS,))
    two_trips(case, NINE, NINE).keeps(Vehicles)


def test_an_own_car_takes_one_where_the_services_is_asked_for() -> None:
    both = OWN.replace(may_drive_service_vehicle=True)
    case = house(both, both, vehicles=(BUS,))
    for name, worker in (("Bob", "Ana"), ("Col", "Ben")):
        case = trip(case, name, NINE, Driver.SERVICE_VEHICLE)
        case = case.gives(worker, name, NINE)
    case.breaches(Vehicles, 60)


def test_a_vehicle_that_is_off_that_day() -> None:
    case = house(THEIRS, vehicles=(BUS.replace(off=(MONDAY,)),))
    case = trip(case, "Bob", NINE).gives("Ana", "Bob", NINE)
    case.breaches(
        Vehicles, "Mon 1 Jun 09:00-10:00: 1 vehicle needed for Bob; 0 there"
    )


def test_without_a_list_of_vehicles_they_are_not_counted() -> None:
    two_trips(house(THEIRS, THEIRS), NINE, NINE).keeps(Vehicles)


def test_a_trip_without_a_driver_takes_none() -> None:
    """It lacks a driver, and is told of as that."""
    case = house(Driving(), THEIRS, vehicles=(BUS,))
    two_trips(case, NINE, NINE).keeps(Vehicles)


def test_two_trips_while_the_clocks_go_forward() -> None:
    case = house(THEIRS, THEIRS, grid="Sat", start=SPRING, vehicles=(BUS,))
    two_trips(case, NIGHT, NIGHT).breaches(Vehicles, 180, tags={CLOCK})


# -- those who go together ---------------------------------------------------


def both(case: Case, bob: str, col: str, swim: str = "swim") -> Case:
    """Let Ana go with Bob and Ben with Col, on one trip if at one time."""
    case = trip(trip(case, "Bob", bob, to="swim"), "Col", col, to=swim)
    return case.gives("Ana", "Bob", bob).gives("Ben", "Col", col)


def test_those_on_one_trip_share_a_vehicle() -> None:
    case = house(THEIRS, THEIRS, vehicles=(BUS,))
    both(case, NINE, NINE).keeps(Vehicles, tags={LIMIT})
    both(case, NINE, NINE, "park").breaches(
        Vehicles,
        "Mon 1 Jun 09:00-10:00: 2 vehicles needed for Bob and Col; 1 there",
        tags={LIMIT},
    )


def test_at_other_times_they_do_not_go_together() -> None:
    case = house(THEIRS, THEIRS, vehicles=(BUS,))
    both(case, NINE, "09:45-10:45").breaches(Vehicles, 15)


def test_a_third_on_a_trip_of_its_own_takes_another() -> None:
    case = house(THEIRS, THEIRS, THEIRS, vehicles=(BUS,))
    case = trip(both(case, NINE, NINE), "Dee", NINE).gives("Cat", "Dee", NINE)
    case.breaches(
        Vehicles,
        "Mon 1 Jun 09:00-10:00: 2 vehicles needed for Bob with Col and Dee;"
        " 1 there",
    )


def test_the_car_of_one_of_them_is_enough() -> None:
    case = house(THEIRS, OWN, vehicles=(BUS.replace(off=(MONDAY,)),))
    both(case, NINE, NINE).keeps(Vehicles)


def test_one_driver_drives_all_on_a_trip() -> None:
    case = house(THEIRS, Driving())
    both(case, NINE, NINE).keeps(TripDriver, tags={LIMIT})
    both(case, NINE, NINE, "park").breaches(
        TripDriver,
        "Col on Mon 1 Jun 09:00-10:00 with Ben: nobody there can drive",
    )
    both(house(Driving(), Driving()), NINE, NINE).breaches(
        TripDriver,
        "Bob on Mon 1 Jun 09:00-10:00 with Ana and Ben: nobody...",
        "Col on Mon 1 Jun 09:00-10:00 with Ana and Ben: nobody...",
    )


def test_a_session_of_two_people_takes_one_vehicle() -> None:
    case = house(THEIRS, THEIRS, vehicles=(BUS,)).plan(
        "Bob", NINE, driver=Driver.ANY, people=2, kind=Support.COMMUNITY
    )
    case = case.gives("Ana", "Bob", NINE).gives("Ben", "Bob", NINE)
    case.keeps(Vehicles, tags={LIMIT})
