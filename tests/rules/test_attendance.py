"""Meetings and training: enough of those invited are there."""

from __future__ import annotations

from datetime import timedelta

from rota.rules.attendance import Attendance
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    given,
    meeting,
)

TUESDAY = MONDAY + timedelta(days=1)
ALL = ("Ana", "Ben", "Cat")


def test_half_of_three_are_two() -> None:
    half = meeting("TM", TUESDAY, "13:00-14:00", ALL, share=50)
    given(
        """  Mon Tue
         Ana   .  TM
         Ben   .  TM
         Cat   .   .""",
        diary=(half,),
    ).keeps(Attendance, tags={LIMIT})
    given(
        """  Mon Tue
         Ana   .  TM
         Ben   .   .
         Cat   .   .""",
        diary=(half,),
    ).breaches(
        Attendance,
        "TM on Tue 2 Jun: 1 of 2 can come",
        tags={LIMIT, LAST_DAY},
    )


def test_everybody_unless_told_otherwise() -> None:
    training = meeting("TR", MONDAY, "09:00-16:00", ALL, name="Fire training")
    given(
        """  Mon
         Ana  TR
         Ben   E
         Cat   .""",
        diary=(training,),
    ).breaches(Attendance, "Fire training on Mon 1 Jun: 1 of 3 can come")


def test_a_meeting_the_morning_after_the_clocks_change() -> None:
    sunday = AUTUMN + timedelta(days=1)
    given(
        """  Sat Sun
         Ana   N  TM
         Ben   .   .""",
        start=AUTUMN,
        diary=(meeting("TM", sunday, "13:00-14:00", ("Ana", "Ben")),),
    ).breaches(Attendance, 1, tags={CLOCK, LAST_DAY})
