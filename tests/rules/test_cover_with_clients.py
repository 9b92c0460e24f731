"""Who is with one client is not with all the others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rota.domain import Qualification, Support
from rota.rules.cover import (
    CoverIdeal,
    CoverMaximum,
    CoverMinimum,
    NobodyThere,
    SkillCover,
)
from tests.given import MONDAY, Case, given, need

TUESDAY = MONDAY + timedelta(days=1)
LEAD = {"Ana": {"qualifications": (Qualification(skill="lead"),)}}
NINE = "09:00-10:00"
OUT: dict[str, Any] = {"is_out": True, "kind": Support.COMMUNITY}
ONE_OF_TWO = "Mon 1 Jun 09:00-10:00: 1 of 2 people"


def house(minimum: int = 2, **fields: Any) -> Case:
    """Draw Ana and Ben on an early, and a need for the morning."""
    demand = need(MONDAY, "08:00-12:00", minimum=minimum, **fields)
    return given("Mon\nAna E\nBen E", demands=(demand,), workers=LEAD)


def busy(case: Case, **fields: Any) -> Case:
    """Let Ana be with Bob from nine to ten."""
    return case.plan("Bob", NINE, **fields).gives("Ana", "Bob", NINE)


def test_with_one_client_counts_for_no_number() -> None:
    busy(house()).breaches(CoverMinimum, ONE_OF_TWO)
    busy(house(), **OUT).breaches(CoverMinimum, ONE_OF_TWO)
    ideal = house(minimum=0, ideal=2)
    busy(ideal).breaches(CoverIdeal, 60)
    busy(house(minimum=0, maximum=1)).breaches(CoverMaximum, 60, 120)


def test_unless_the_plan_counts_them_in() -> None:
    busy(house(), in_numbers=True).keeps(CoverMinimum)


def test_counted_in_they_are_not_while_they_are_out() -> None:
    busy(house(), in_numbers=True, **OUT).breaches(CoverMinimum, ONE_OF_TWO)


def test_two_at_once_are_two_too_few() -> None:
    case = house().plan("Bob", NINE, people=2, kind=Support.TWO_TO_ONE)
    case = case.gives("Ana", "Bob", NINE).gives("Ben", "Bob", NINE)
    case.breaches(CoverMinimum, "Mon 1 Jun 09:00-10:00: 0 of 2 people")


def test_indoors_they_count_for_skills_and_out_they_do_not() -> None:
    case = house(minimum=1, skill="lead")
    busy(case).keeps(SkillCover)
    busy(case, in_numbers=True).keeps(SkillCover)
    busy(case, **OUT).breaches(
        SkillCover, "Mon 1 Jun 08:00-12:00: 0 of 1 with lead"
    )


def test_whoever_is_out_without_the_skill_is_not_missed() -> None:
    case = house(minimum=1, skill="lead").plan("Bob", NINE, **OUT)
    case.gives("Ben", "Bob", NINE).keeps(SkillCover)


def test_indoors_somebody_is_there_and_out_nobody() -> None:
    demand = need(MONDAY, "08:00-12:00")
    alone = given("Mon\nAna E", demands=(demand,))
    busy(alone).keeps(NobodyThere)
    busy(alone).breaches(CoverMinimum, 60)
    busy(alone, **OUT).breaches(
        NobodyThere, "Mon 1 Jun 09:00-10:00: nobody there"
    )


def test_cover_by_shift_code_counts_everybody_on_it() -> None:
    demand = need(MONDAY, "E", minimum=2)
    case = given("Mon\nAna E\nBen E", demands=(demand,))
    busy(case).keeps(CoverMinimum)
    busy(case, **OUT).keeps(CoverMinimum)


def test_with_somebody_of_another_unit_takes_nobody_from_this() -> None:
    grid = "Mon\nAna E@Ash\nBen E@Birch"
    demand = need(MONDAY, "08:00-12:00", unit_id="Birch")
    case = given(grid, demands=(demand,))
    busy(case).keeps(CoverMinimum)
    there = case.client("Bob", unit_id="Birch").plan("Bob", NINE)
    there.gives("Ben", "Bob", NINE).breaches(CoverMinimum, 60)


def test_a_visit_takes_nobody_from_the_house() -> None:
    """Whoever gives it is on a round, and was never counted here."""
    busy(house(), kind=Support.VISIT).keeps(CoverMinimum)
    busy(house(), kind=Support.VISIT, is_out=True).keeps(CoverMinimum)
    lead = house(minimum=1, skill="lead")
    busy(lead, kind=Support.VISIT, is_out=True).keeps(SkillCover)


def test_a_sleep_in_does_not_mind_who_is_with_whom() -> None:
    demand = need(MONDAY, "SI")
    case = given("Mon\nAna N\nBen SI", demands=(demand,))
    case = case.plan("Bob", "23:00-01:00")
    case.gives("Ana", "Bob", "23:00-01:00").keeps(CoverMinimum)


def test_past_midnight_the_session_of_yesterday_is_missed() -> None:
    demand = need(TUESDAY, "00:00-06:00")
    case = given("Mon Tue\nAna N .", demands=(demand,))
    case = case.plan("Bob", "23:00-02:00", weekdays=(0,))
    case.gives("Ana", "Bob", "23:00-02:00").breaches(
        CoverMinimum, "Tue 2 Jun 00:00-02:00: 0 of 1 person"
    )


def test_somebody_in_induction_is_neither_counted_nor_missed() -> None:
    demand = need(MONDAY, "08:00-12:00", minimum=1)
    case = given(
        "Mon\nAna E\nBen E",
        demands=(demand,),
        workers={"Ana": {"counts_from": TUESDAY}},
    )
    busy(case).keeps(CoverMinimum)
