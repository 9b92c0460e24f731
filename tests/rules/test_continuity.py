"""The same few faces, and never only strangers."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import Support
from rota.rules.continuity import Faces, NotOnlyStrangers, PreferredPeople
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    START,
    given,
)

NINE, TEN = "09:00-10:00", "10:00-11:00"
NIGHT = "23:00-03:00"
BOTH = "Mon\nAna E\nBen E"
TUESDAY = MONDAY + timedelta(days=1)


# -- faces -------------------------------------------------------------------


def test_as_many_faces_as_the_plan_allows() -> None:
    case = given("Mon Tue\nAna E E\nBen E E").client("Bob", faces=1)
    case = case.plan("Bob", NINE).gives("Ana", "Bob", NINE)
    case.gives("Ana", "Bob", NINE, TUESDAY).keeps(Faces, tags={LIMIT})
    case.gives("Ben", "Bob", NINE, TUESDAY).breaches(
        Faces,
        "Bob sees 2 different people from Mon 1 Jun on; at most 1",
        tags={LIMIT, LAST_DAY},
    )


def test_faces_are_counted_over_all_plans_of_a_person() -> None:
    case = given(BOTH).client("Bob", faces=1)
    case = case.plan("Bob", NINE).plan("Bob", TEN)
    case.gives("Ana", "Bob", NINE).gives("Ana", "Bob", TEN).keeps(Faces)
    case.gives("Ana", "Bob", NINE).gives("Ben", "Bob", TEN).breaches(Faces, 1)


def test_four_weeks_later_the_count_begins_again() -> None:
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] * 4
    for more, keeps in ((["Mon"], True), ([], False)):
        head = " ".join([*days, *more])
        free = ". " * (len(days) + len(more) - 2)
        grid = f"{head}\nAna E {free} .\nBen . {free} E"
        last = MONDAY + timedelta(days=len(days) + len(more) - 1)
        case = given(grid).client("Bob", faces=1).plan("Bob", NINE)
        case = case.gives("Ana", "Bob", NINE)
        case = case.gives("Ben", "Bob", NINE, last)
        if keeps:
            case.keeps(Faces)
        else:
            case.breaches(Faces, 1)


def test_without_a_limit_there_is_none() -> None:
    case = given(BOTH).plan("Bob", NINE).plan("Bob", TEN)
    case.gives("Ana", "Bob", NINE).gives("Ben", "Bob", TEN).keeps(Faces)


def test_two_faces_on_the_night_of_a_clock_change() -> None:
    case = given("Sat\nAna N\nBen N", start=SPRING).client("Bob", faces=1)
    case = case.plan("Bob", NIGHT, people=2, kind=Support.TWO_TO_ONE).gives(
        "Ana", "Bob", NIGHT
    )
    case.gives("Ben", "Bob", NIGHT).breaches(Faces, 1, tags={CLOCK})


# -- strangers ---------------------------------------------------------------


def test_somebody_who_knows_them() -> None:
    case = given(BOTH).client("Bob", known_by=("Ana",)).plan("Bob", NINE)
    case.gives("Ana", "Bob", NINE).keeps(NotOnlyStrangers)
    case.gives("Ben", "Bob", NINE).breaches(
        NotOnlyStrangers,
        "Bob on Mon 1 Jun 09:00-10:00 with Ben: nobody there has supported"
        " them before",
        tags={LAST_DAY, START},
    )


def test_a_key_worker_is_no_stranger() -> None:
    case = given(BOTH).client("Bob", key_workers=("Ana",)).plan("Bob", NINE)
    case.gives("Ana", "Bob", NINE).keeps(NotOnlyStrangers)
    case.gives("Ben", "Bob", NINE).breaches(NotOnlyStrangers, 1)


def test_of_two_one_who_knows_them_is_enough() -> None:
    case = given(f"{BOTH}\nCat E").client("Bob", known_by=("Ana",))
    case = case.plan("Bob", NINE, people=2, kind=Support.TWO_TO_ONE)
    case = case.gives("Ben", "Bob", NINE)
    case.gives("Ana", "Bob", NINE).keeps(NotOnlyStrangers, tags={LIMIT})
    case.gives("Cat", "Bob", NINE).breaches(NotOnlyStrangers, 1, tags={LIMIT})


def test_where_nothing_is_known_nobody_is_a_stranger() -> None:
    case = given(BOTH).plan("Bob", NINE)
    case.gives("Ben", "Bob", NINE).keeps(NotOnlyStrangers)


def test_a_stranger_on_the_night_of_a_clock_change() -> None:
    case = given("Sat\nAna .\nBen N", start=SPRING)
    case = case.client("Bob", known_by=("Ana",)).plan("Bob", NIGHT)
    case.gives("Ben", "Bob", NIGHT).breaches(NotOnlyStrangers, 1, tags={CLOCK})


# -- preferred ---------------------------------------------------------------


def test_whom_the_plan_prefers_and_key_workers() -> None:
    case = given(f"{BOTH}\nCat E").client("Bob", key_workers=("Cat",))
    case = case.plan("Bob", NINE, preferred=("Ana",))
    case.gives("Ana", "Bob", NINE).keeps(PreferredPeople)
    case.gives("Cat", "Bob", NINE).keeps(PreferredPeople)
    case.gives("Ben", "Bob", NINE).breaches(
        PreferredPeople,
        "Ben is with Bob on Mon 1 Jun; others are preferred",
        tags={LAST_DAY},
    )


def test_where_nobody_is_preferred_anybody_is() -> None:
    case = given(BOTH).plan("Bob", NINE)
    case.gives("Ben", "Bob", NINE).keeps(PreferredPeople)


def test_others_preferred_on_the_night_of_a_clock_change() -> None:
    case = given("Sat\nAna .\nBen N", start=SPRING)
    case = case.plan("Bob", NIGHT, preferred=("Ana",))
    case.gives("Ben", "Bob", NIGHT).breaches(PreferredPeople, 1, tags={CLOCK})
