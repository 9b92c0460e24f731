"""How many people each stretch of time has, and how many it needs."""

from __future__ import annotations

from datetime import date, timedelta

from rota.domain import Kind, Qualification
from rota.rules.base import Rule
from rota.rules.cover import (
    CoverIdeal,
    CoverMaximum,
    CoverMinimum,
    NobodyThere,
    SkillCover,
)
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    START,
    given,
    need,
    shift_type,
)

TUESDAY = MONDAY + timedelta(days=1)
ONE = """  Mon Tue
       Ana   .   E
       Ben   .   ."""
TWO = """  Mon Tue
       Ana   .   E
       Ben   .   E"""
LEAD = {"Ana": {"qualifications": (Qualification(skill="lead"),)}}


# -- minimum -----------------------------------------------------------------


def test_one_person_of_two() -> None:
    demand = need(TUESDAY, "E", minimum=2)
    given(TWO, demands=(demand,)).keeps(CoverMinimum, tags={LIMIT})
    given(ONE, demands=(demand,)).breaches(
        CoverMinimum,
        "Tue 2 Jun E 07:00-15:00: 1 of 2 people",
        tags={LIMIT, LAST_DAY},
    )


def test_a_band_is_short_minute_by_minute() -> None:
    demand = need(MONDAY, "07:00-22:00")
    case = given(
        """  Mon
         Ana   E
         Ben   .""",
        demands=(demand,),
    )
    found = case.found(CoverMinimum)
    assert sum(b.amount for b in found) == 7 * 60
    assert found[0].sentence == "Mon 1 Jun 15:00-20:00: 0 of 1 person"


def test_the_last_night_counts_into_the_morning_after() -> None:
    demand = need(TUESDAY, "22:00-07:00")
    case = given(
        """     Mon Tue
                     Ana   .   N""",
        demands=(demand,),
    )
    case.keeps(CoverMinimum)
    given(
        """     Mon Tue
             Ana   N   .""",
        demands=(demand,),
    ).breaches(CoverMinimum, 9 * 60, tags={LAST_DAY})


def test_the_price_of_a_piece() -> None:
    """Pounds an hour by day and by night; a sleep-in by the night."""

    def cost(*demands: str) -> list[int]:
        case = given(
            """  Mon
             Ana   .""",
            demands=tuple(need(MONDAY, said) for said in demands),
        )
        found = case.found(CoverMinimum)
        return [sum(b.cost for b in found) // 6_000]

    assert cost("E") == [8 * 150]
    assert cost("SI") == [2_000 - 1]  # whole pence an hour lose a few


def test_a_night_of_history_covers_the_first_morning() -> None:
    demands = (need(MONDAY, "06:00-08:00"),)
    case = given("Mon\nAna .", history="Sun\nAna N", demands=demands)
    for rule in (CoverMinimum, NobodyThere):
        case.keeps(rule, tags={START})
    ideal = (need(MONDAY, "06:00-08:00", minimum=0, ideal=1),)
    case = given("Mon\nAna .", history="Sun\nAna N", demands=ideal)
    case.keeps(CoverIdeal, tags={START})
    most = (need(MONDAY, "06:00-08:00", minimum=0, maximum=0),)
    case = given("Mon\nAna .", history="Sun\nAna N", demands=most)
    case.breaches(CoverMaximum, 60, 60, tags={START})


def test_the_night_of_march_is_short_of_nine_hours() -> None:
    given(
        """  Sat
         Ana   .""",
        start=SPRING,
        demands=(need(SPRING, "N"),),
    ).breaches(CoverMinimum, 9 * 60, tags={CLOCK})


def test_the_night_of_october_is_short_of_eleven_hours() -> None:
    given(
        """  Sat
         Ana   .""",
        start=AUTUMN,
        demands=(need(AUTUMN, "N"),),
    ).breaches(CoverMinimum, 11 * 60, tags={CLOCK})


def test_people_in_induction_do_not_count() -> None:
    new = {"Ana": {"counts_from": TUESDAY}}
    demands = (need(MONDAY, "E"), need(TUESDAY, "E"))
    given(
        """  Mon Tue
         Ana   E   E""",
        workers=new,
        demands=demands,
    ).breaches(CoverMinimum, "Mon 1 Jun E 07:00-15:00: 0 of 1 person")


def test_the_other_unit_does_not_count() -> None:
    given(
        """   Mon
         Ana  E@Birch""",
        units=("Ash", "Birch"),
        demands=(need(MONDAY, "E", unit_id="Ash"),),
    ).breaches(CoverMinimum, "Ash, Mon 1 Jun E 07:00-15:00: 0 of 1 person")


# -- nobody there ------------------------------------------------------------


def test_one_is_enough_to_be_there() -> None:
    demand = need(TUESDAY, "E", minimum=3)
    given(ONE, demands=(demand,)).keeps(NobodyThere, tags={LIMIT})
    given(ONE.replace("E", "."), demands=(demand,)).breaches(
        NobodyThere,
        "Tue 2 Jun E 07:00-15:00: nobody there",
        tags={LIMIT, LAST_DAY},
    )


def test_an_empty_night_as_the_clocks_change() -> None:
    given(
        """  Sat
         Ana   .""",
        start=AUTUMN,
        demands=(need(AUTUMN, "N"),),
    ).breaches(NobodyThere, 11 * 60, tags={CLOCK})


def test_where_nobody_sleeps_in_somebody_may_be_awake() -> None:
    given("Mon\nAna .", demands=(need(MONDAY, "SI"),)).keeps(NobodyThere)


# -- ideal and maximum -------------------------------------------------------


def test_two_would_be_ideal() -> None:
    demand = need(TUESDAY, "E", minimum=1, ideal=2)
    given(TWO, demands=(demand,)).keeps(CoverIdeal, tags={LIMIT})
    given(ONE, demands=(demand,)).breaches(
        CoverIdeal,
        "Tue 2 Jun E 07:00-15:00: 1 person; 2 would be ideal",
        tags={LIMIT, LAST_DAY},
    )


def test_one_at_most() -> None:
    demand = need(TUESDAY, "E", minimum=0, maximum=1)
    given(ONE, demands=(demand,)).keeps(CoverMaximum, tags={LIMIT})
    given(TWO, demands=(demand,)).breaches(
        CoverMaximum,
        "Tue 2 Jun E 07:00-15:00: 2 people; 1 at most",
        tags={LIMIT, LAST_DAY},
    )


def test_ideal_and_maximum_as_the_clocks_change() -> None:
    def night(rule: type[Rule], cell: str, **limits: int) -> None:
        given(
            f"Sat\nAna {cell}\nBen .",
            start=SPRING,
            demands=(need(SPRING, "N", minimum=0, **limits),),
        ).breaches(rule, 9 * 60, tags={CLOCK})

    night(CoverIdeal, "N", ideal=2)
    night(CoverMaximum, "N", maximum=0)


# -- skills ------------------------------------------------------------------


def test_somebody_who_leads() -> None:
    demand = need(TUESDAY, "E", skill="lead")
    given(TWO, demands=(demand,), workers=LEAD).keeps(SkillCover, tags={LIMIT})
    given(TWO, demands=(demand,)).breaches(
        SkillCover,
        "Tue 2 Jun E 07:00-15:00: 0 of 1 with lead",
        tags={LIMIT, LAST_DAY},
    )


def test_a_skill_counts_on_the_day_it_expires_and_not_after() -> None:
    held = (Qualification(skill="lead", expires=MONDAY),)
    demands = tuple(need(day, "E", skill="lead") for day in (MONDAY, TUESDAY))
    given(
        """  Mon Tue
         Ana   E   E""",
        demands=demands,
        workers={"Ana": {"qualifications": held}},
    ).breaches(SkillCover, "Tue 2 Jun E 07:00-15:00: 0 of 1 with lead")


def test_a_lead_of_the_night_before_the_start() -> None:
    given(
        "Mon\nAna .",
        history="Sun\nAna N",
        workers=LEAD,
        demands=(need(MONDAY, "06:00-08:00", skill="lead"),),
    ).keeps(SkillCover, tags={START})


def test_a_lead_all_through_the_night_of_the_clock_change() -> None:
    given(
        """  Sat
         Ana   N
         Ben   .""",
        start=SPRING,
        workers=LEAD,
        demands=(need(SPRING, "20:00-08:00", skill="lead"),),
    ).breaches(SkillCover, 1, tags={CLOCK})


def test_a_medication_round_costs_once() -> None:
    round_ = need(MONDAY, "14:00-14:30", skill="medication", occasion=True)
    (breach,) = given("Mon\nAna E", demands=(round_,)).found(SkillCover)
    assert breach.cost == 300 * 6_000


def test_training_and_shadowing_give_no_cover() -> None:
    for kind in (Kind.TRAINING, Kind.SHADOW, Kind.ON_CALL):
        odd = shift_type("X", "07:00-15:00", kind)
        given(
            "Mon\nAna X", types=(odd,), demands=(need(MONDAY, "07:00-15:00"),)
        ).breaches(CoverMinimum, *_pieces_of_the_day())


def _pieces_of_the_day() -> list[int]:
    """07:00-15:00, cut where LD begins and L begins."""
    return [60, 360, 60]


def test_a_bank_holiday_is_a_day_like_any_other_for_cover() -> None:
    day = date(2026, 12, 25)
    given("Fri\nAna E", start=day, demands=(need(day, "E"),)).keeps(
        CoverMinimum
    )
