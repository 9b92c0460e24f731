"""Whom a client's plan rules out."""

from __future__ import annotations

from typing import Any

import pytest

from rota.domain import Strength, Support
from rota.rules.clients_choice import (
    NotWith,
    PersonalCare,
    PersonalCareWish,
)
from tests.given import CLOCK, LAST_DAY, LIMIT, SPRING, Case, given

BOTH = "Mon\nAna E\nBen E"
NINE = "09:00-10:00"
NIGHT = "23:00-03:00"
CARE: dict[type[PersonalCare], dict[str, Any]] = {
    PersonalCare: {"care_by": ("Ana",)},
    PersonalCareWish: {"care_by": ("Ana",), "care_is_must": False},
}


def test_whom_the_plan_excludes() -> None:
    case = given(BOTH).plan("Bob", NINE, excluded=("Ana",))
    case.gives("Ben", "Bob", NINE).keeps(NotWith)
    case.gives("Ana", "Bob", NINE).breaches(
        NotWith, "Ana does not support Bob", tags={LAST_DAY}
    )


def test_excluded_by_one_plan_is_not_by_another() -> None:
    case = given(BOTH).plan("Bob", NINE, excluded=("Ana",)).plan("Col", NINE)
    case.gives("Ana", "Col", NINE).keeps(NotWith)


def test_excluded_on_the_night_of_a_clock_change() -> None:
    case = given("Sat\nAna N", start=SPRING)
    case = case.plan("Bob", NIGHT, excluded=("Ana",))
    case.gives("Ana", "Bob", NIGHT).breaches(NotWith, 1, tags={CLOCK})


def test_as_a_must_the_pair_is_refused() -> None:
    case = given(BOTH).plan("Bob", NINE, excluded=("Ana",))
    problem = case.problem.replace(rules=(NotWith(),))
    session = problem.sessions[0].id
    assert not problem.allows_session("Ana", session)
    assert problem.allows_session("Ben", session)


@pytest.mark.parametrize("rule", CARE)
def test_the_shoulds_and_musts_of_care(rule: type[PersonalCare]) -> None:
    firm = rule is PersonalCare
    assert rule().strength is (Strength.MUST if firm else Strength.SHOULD)


def test_care_by_those_whom_the_plan_names() -> None:
    for rule, fields in CARE.items():
        case = given(BOTH).plan("Bob", NINE, **fields)
        case.gives("Ana", "Bob", NINE).keeps(rule)
        case.gives("Ben", "Bob", NINE).breaches(
            rule,
            "Bob on Mon 1 Jun 09:00-10:00 with Ben: nobody there gives this"
            " personal care",
            tags={LAST_DAY},
        )


def double(case: Case, when: str, **fields: Any) -> Case:
    return case.plan("Bob", when, kind=Support.TWO_TO_ONE, people=2, **fields)


def test_of_two_one_is_enough_and_none_is_not() -> None:
    for rule, fields in CARE.items():
        case = double(given(f"{BOTH}\nCat E"), NINE, **fields)
        case = case.gives("Ben", "Bob", NINE)
        case.gives("Ana", "Bob", NINE).keeps(rule, tags={LIMIT})
        case.gives("Cat", "Bob", NINE).breaches(rule, 1, tags={LIMIT})


def test_care_on_the_night_of_a_clock_change() -> None:
    for rule, fields in CARE.items():
        case = given("Sat\nAna .\nBen N", start=SPRING)
        case = case.plan("Bob", NIGHT, **fields)
        case.gives("Ben", "Bob", NIGHT).breaches(rule, 1, tags={CLOCK})


def test_a_wish_is_no_must_and_a_must_no_wish() -> None:
    for rule, other in (
        (PersonalCare, PersonalCareWish),
        (PersonalCareWish, PersonalCare),
    ):
        case = given(BOTH).plan("Bob", NINE, **CARE[rule])
        case.gives("Ben", "Bob", NINE).keeps(other)


def test_where_the_plan_names_nobody_anybody_may() -> None:
    case = given(BOTH).plan("Bob", NINE)
    case.gives("Ben", "Bob", NINE).keeps(PersonalCare)


def test_nobody_who_can_is_not_anybody() -> None:
    """A list that came to nobody is no list left blank."""
    case = given(BOTH).plan("Bob", NINE, care_by=())
    case.gives("Ben", "Bob", NINE).breaches(PersonalCare, 1)


def test_the_sentence_says_nothing_of_why() -> None:
    case = given(BOTH).plan("Bob", NINE, care_by=("Ana",))
    (found,) = case.gives("Ben", "Bob", NINE).found(PersonalCare)
    assert "Ana" not in found.sentence
