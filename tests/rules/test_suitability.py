"""Who may be given which duty."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import Qualification as Held
from rota.rules.suitability import (
    Invited,
    Qualification,
    ShiftAllowed,
    Typed,
    UnitAllowed,
)
from tests.given import (
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    SPRING,
    given,
    meeting,
    shift_type,
)

TUESDAY = MONDAY + timedelta(days=1)
HOIST = shift_type("H", "07:00-15:00", skills=("hoist",))


def test_training_that_expires() -> None:
    def until(day: object) -> dict[str, dict[str, object]]:
        held = (Held.model_validate({"skill": "hoist", "expires": day}),)
        return {"Ana": {"qualifications": held}}

    grid = """  Mon Tue
            Ana   .   H"""
    given(grid, types=(HOIST,), workers=until(TUESDAY)).keeps(
        Qualification, tags={LIMIT}
    )
    given(grid, types=(HOIST,), workers=until(MONDAY)).breaches(
        Qualification,
        "Ana has no hoist in date on Tue 2 Jun",
        tags={LIMIT, LAST_DAY},
    )


def test_training_counts_on_the_day_a_night_starts() -> None:
    """The night of the clock change ends after the certificate."""
    night = shift_type("H", "22:00-08:00", skills=("hoist",))
    held = (Held(skill="hoist", expires=SPRING),)
    given(
        """  Sat Sun
         Ana   H   H""",
        start=SPRING,
        types=(night,),
        workers={"Ana": {"qualifications": held}},
    ).breaches(
        Qualification, "Ana has no hoist in date on Sun 29 Mar", tags={CLOCK}
    )


def test_a_unit_that_is_not_theirs() -> None:
    ash = {"Ana": {"units": ("Ash",)}}
    given("Mon Tue\nAna E@Ash E@Birch", workers=ash).breaches(
        UnitAllowed, "Ana does not work in Birch", tags={LAST_DAY}
    )
    given("Mon Tue\nAna E@Ash E@Birch").keeps(UnitAllowed)


def test_a_shift_type_that_is_not_theirs() -> None:
    days = {"Ana": {"shift_codes": ("E", "L")}}
    given("Mon Tue\nAna E N", workers=days).breaches(
        ShiftAllowed, "Ana does not work N", tags={LAST_DAY}
    )
    training = meeting("TR", MONDAY, "09:00-12:00", ("Ana",))
    given("Mon\nAna TR", workers=days, diary=(training,)).keeps(ShiftAllowed)


def test_a_meeting_for_others() -> None:
    entry = meeting("TM", TUESDAY, "13:00-14:00", ("Ben",), name="Handover")
    given(
        """  Mon Tue
         Ana   .  TM
         Ben   .  TM""",
        diary=(entry,),
    ).breaches(Invited, "Ana is not named for Handover", tags={LAST_DAY})


def test_a_day_that_is_kept_holds_its_pin_and_nothing_else() -> None:
    given(
        """  Mon  Tue
         Ana   .  E/SI""",
        pins="""  Mon Tue
              Ana   .   E""",
        kept=(("Ana", TUESDAY),),
    ).breaches(Typed, "Ana's Tue 2 Jun is kept as typed", tags={LAST_DAY})


def test_a_day_kept_off() -> None:
    given("Mon\nAna .", kept=(("Ana", MONDAY),)).keeps(Typed)
    given("Mon\nAna E", kept=(("Ana", MONDAY),)).breaches(Typed, 1)
