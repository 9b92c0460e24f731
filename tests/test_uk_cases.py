"""Forty ready cases of UK law and practice, by their numbers."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rota.calendar import (
    Attribution,
    Basis,
    Nation,
    bank_holidays,
    clock_fault,
    holiday_minutes,
    monday,
    span,
)
from rota.checker import check
from rota.domain import (
    Contract,
    Kind,
    Override,
    Qualification,
    Strength,
    Support,
    WeeklyCap,
    WeekTotal,
    Worker,
)
from rota.errors import WorkbookError
from rota.io.read import read
from rota.leave_year import LeaveYear
from rota.rules.breaks import Breaks
from rota.rules.clients_choice import PersonalCare
from rota.rules.cover import CoverMinimum, SkillCover
from rota.rules.employment import NoNights, RightToWork, Under18
from rota.rules.leave import NightBeforeLeave
from rota.rules.night_average import NightAverage
from rota.rules.nights_in_a_row import ManyNightsInARow, NightsInARow
from rota.rules.one_client import SessionOnce
from rota.rules.rest import Rest
from rota.rules.spell_length import SpellLength
from rota.rules.support_hours import EnoughPeople
from rota.rules.weekly_hours import (
    FortyEightHours,
    WeeklyCaps,
    working_minutes,
)
from rota.rules.weekly_rest import WeeklyRest, WeeklyRestMode
from tests.given import (
    AUTUMN,
    MONDAY,
    SPRING,
    Case,
    away,
    given,
    need,
    parts,
    shift_type,
)
from tests.io.workbooks import made, sheets

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
JUNE = date(2026, 6, 1)
EVERY_WEEK = WeeklyRest(mode=WeeklyRestMode.EVERY_WEEK)
TWICE = WeeklyRest(mode=WeeklyRestMode.TWICE_A_FORTNIGHT)
ONCE = WeeklyRest(mode=WeeklyRestMode.ONCE_A_FORTNIGHT)


def totals(*hours: float, excluded: int = 0) -> tuple[WeekTotal, ...]:
    """Make the totals of Ana's weeks before the start, the latest first.

    The first `excluded` of them are weeks of leave.
    """
    return tuple(
        WeekTotal(
            worker_id="Ana",
            monday=MONDAY - timedelta(days=7 * (back + 1)),
            minutes=round(60 * worked),
            excluded_days=7 * (back < excluded),
        )
        for back, worked in enumerate(hours)
    )


def week(cells: str, **facts: Any) -> Case:
    worker = facts.pop("worker", {})
    return given(f"{WEEK}\nAna {cells}", workers={"Ana": worker}, **facts)


# -- people supported ---------------------------------------------------------


def test_case_22_care_by_women_alone_while_two_men_are_on_shift() -> None:
    """It fails where care is asked for, from nine to ten, and only there."""
    case = given("Mon\nAna .\nBen L\nCem L")
    case = case.plan("Bea", "20:00-21:00")
    case = case.plan("Bea", "21:00-22:00", care_by=("Ana",))
    before = case.gives("Ben", "Bea", "20:00-21:00")
    before.keeps(PersonalCare)
    before.gives("Cem", "Bea", "21:00-22:00").breaches(
        PersonalCare,
        "Bea on Mon 1 Jun 21:00-22:00 with Cem: nobody there gives this"
        " personal care",
    )


def test_case_32_a_double_up_that_starts_twice() -> None:
    """At seven and at twenty past: neither of them can do it alone."""
    case = given("Mon\nAna E\nBen E")
    case = case.plan("Bob", "07:00-07:45", people=2, kind=Support.TWO_TO_ONE)
    (visit,) = case.problem.sessions
    late = tuple(moment + 20 for moment in visit.options[0])
    visit = visit.replace(options=(*visit.options, late))
    case = Case(case.problem.replace(sessions=(visit,)), case.roster)
    case = case.gives("Ana", "Bob", "07:00-07:45")
    apart = case.gives("Ben", "Bob", "07:20-08:05")
    apart.breaches(
        SessionOnce,
        "Bob's 2:1 on Mon 1 Jun is given at 07:00-07:45 and 07:20-08:05; it"
        " takes place once",
    )
    apart.breaches(EnoughPeople, 2 * 45)
    together = case.gives("Ben", "Bob", "07:00-07:45")
    together.keeps(SessionOnce)
    together.keeps(EnoughPeople)


# -- the clock ---------------------------------------------------------------


def test_case_01_a_night_in_march() -> None:
    night = shift_type("N", "22:00-08:00").on(SPRING)
    assert night.length == 9 * 60
    assert parts(night) == [2 * 60, 7 * 60]


def test_case_02_a_night_in_october() -> None:
    night = shift_type("N", "22:00-08:00").on(AUTUMN)
    assert night.length == 11 * 60
    assert parts(night) == [2 * 60, 9 * 60]


def test_case_03_twelve_hours_are_eleven_or_thirteen() -> None:
    night = shift_type("N", "20:00-08:00")
    assert night.on(SPRING).length == 11 * 60
    assert night.on(AUTUMN).length == 13 * 60


def test_case_04_a_rest_that_looks_legal_in_march() -> None:
    late = shift_type("L", "13:00-21:00")
    given("Sat Sun\nAna L LD", start=SPRING, types=(late,)).breaches(
        Rest, "Ana has 10 h off before Sun 29 Mar 08:00; needs 11 h"
    )


def test_case_05_a_rest_that_looks_illegal_in_october() -> None:
    given("Sat Sun\nAna L LD", start=AUTUMN).keeps(Rest)


def test_case_06_a_part_night_of_seven_hours_asks_for_a_break() -> None:
    made = (shift_type("X", "00:00-06:00"),)
    sunday = AUTUMN + timedelta(days=1)
    assert made[0].on(sunday).length == 7 * 60
    rule = Breaks(strength=Strength.SHOULD)
    case = given("Sun\nAna X", start=sunday, types=made, shift_types=made)
    case.breaches(rule, "X is over 6 h of work without a break of 20 min...")
    week_before = sunday - timedelta(days=7)
    given("Sun\nAna X", start=week_before, types=made, shift_types=made).keeps(
        rule
    )


def test_case_07_a_start_that_does_not_exist() -> None:
    assert clock_fault(date(2026, 3, 29), 90) is not None


# -- rest --------------------------------------------------------------------


def test_case_08_late_to_early() -> None:
    case = given("Mon Tue\nAna L E")
    case.breaches(Rest, 2 * 60)
    agreed = Override(
        strength=Strength.WATCH,
        worker_id="Ana",
        reason="two hours owed",
        approver="Registered manager",
    )
    rule = Rest(overrides=(agreed,))
    problem = case.problem.replace(rules=(rule,))
    report = check(problem, case.roster)
    assert not report.broken
    assert [breach.amount for breach in report.watched] == [2 * 60]


def test_case_09_late_sleep_in_early() -> None:
    case = given("Mon Tue\nAna L/SI E")
    done = case.roster.timeline("Ana")
    assert sum(duty.work for duty in done) == 25 * 60
    assert sum(duty.wage for duty in done) == 16 * 60
    case.keeps(SpellLength)
    case.keeps(Rest)
    for start, told in (("13:00", 0), ("12:59", 1)):
        wednesday = given(
            "Mon Tue Wed\nAna L/SI E X",
            types=(shift_type("X", f"{start}-20:00"),),
        )
        if told:
            wednesday.breaches(Rest, told)
        else:
            wednesday.keeps(Rest)


def test_case_39_a_sleep_in_and_off_until_the_next_early() -> None:
    """After 17 hours 15 are owed; there are 24."""
    given("Mon Tue Wed\nAna L/SI . E").keeps(Rest)
    given(
        "Mon Tue\nAna L/SI X", types=(shift_type("X", "21:59-23:00"),)
    ).breaches(Rest, 1)
    given(
        "Mon Tue\nAna L/SI X", types=(shift_type("X", "22:00-23:00"),)
    ).keeps(Rest)


def test_case_40_two_blocks_back_to_back() -> None:
    late = shift_type("L", "15:00-22:00")
    block = "Ana L/SI E/L/SI E"
    case = given(f"Mon Tue Wed\n{block}", types=(late,))
    worst = max(breach.amount for breach in case.found(SpellLength))
    assert worst == (48 - 26) * 60
    for start, told in (("00:00", 0), ("23:59", 1)):
        day = ". X" if start == "00:00" else "X ."
        after = given(
            f"Mon Tue Wed Thu Fri\n{block} {day}",
            types=(late, shift_type("X", f"{start}-06:00")),
        )
        if told:
            after.breaches(Rest, told)
        else:
            after.keeps(Rest)


def test_case_14_seven_nights_and_seven_off() -> None:
    cells = "N N N N N N N . . . . . . ."
    case = given(f"{WEEK} {WEEK}\nAna {cells}")
    case.breaches(EVERY_WEEK, 1)
    case.keeps(ONCE)
    case.breaches(ManyNightsInARow, 1, 1, 1, 1)
    case.breaches(NightsInARow, 1, 1, 1)


def test_case_38_a_permanent_night_worker() -> None:
    """Sunday 08:00 to Monday 22:00 are 38 hours: 16 there, 22 here."""
    cells = "N N N N N N . N N N N N N N"
    nights = {"permanent_nights": True}
    case = given(f"{WEEK} {WEEK}\nAna {cells}", workers={"Ana": nights})
    case.breaches(EVERY_WEEK, 1, 1)
    case.breaches(
        TWICE,
        "Ana has 1 of 2 weekly rests of 24 h in the 14 days from Mon 1 Jun",
    )


# -- the 48-hour average -----------------------------------------------------


SLEEPS_IN = "X X X X X/SI SI ."
CONTRACT = (shift_type("X", "09:00-16:30"),)


def test_case_10_sleep_ins_are_working_time() -> None:
    new = {"starts_on": MONDAY}
    case = week(SLEEPS_IN, worker=new, types=CONTRACT)
    assert working_minutes(case.roster, "Ana", MONDAY) == 55.5 * 60
    case.breaches(FortyEightHours, round(7.5 * 60))
    agreed = new | {"opted_out": True}
    week(SLEEPS_IN, worker=agreed, types=CONTRACT).keeps(FortyEightHours)


def test_case_11_leave_does_not_thin_the_average() -> None:
    """Two weeks of leave in 17, four twelves in the others: 48.0."""
    full = {"weekly_minutes": 48 * 60}
    before = totals(0, 0, *[48] * 14, excluded=2)
    week("LD LD LD LD . . .", worker=full, week_totals=before).keeps(
        FortyEightHours
    )
    more = shift_type("X", "08:00-20:01")
    week(
        "LD LD LD X . . .", worker=full, week_totals=before, types=(more,)
    ).breaches(FortyEightHours, 1)


def test_case_11_for_somebody_without_contracted_hours() -> None:
    """The weeks that were worked say what a day of leave is worth."""
    bank = {"contract": Contract.BANK}
    before = totals(0, 0, *[48] * 14, excluded=2)
    week("LD LD LD LD . . .", worker=bank, week_totals=before).keeps(
        FortyEightHours
    )
    more = shift_type("X", "08:00-20:01")
    week(
        "LD LD LD X . . .", worker=bank, week_totals=before, types=(more,)
    ).breaches(FortyEightHours, 1)


def test_case_12_a_new_starter_is_averaged_from_the_first_week() -> None:
    new = {"starts_on": MONDAY - timedelta(days=35)}
    ten = (shift_type("X", "08:00-18:00"),)
    case = week(
        "X X X X X . .", worker=new, types=ten, week_totals=totals(*[50] * 5)
    )
    case.breaches(
        FortyEightHours,
        "Ana averages 50 h a week over 6 weeks to Sun 7 Jun; at most 48 h",
    )


def test_case_33_an_opt_out_that_was_withdrawn() -> None:
    """Notice on 1 June: the limit holds from the 8th, for what is then."""
    notice = {"opted_out": True, "opted_out_until": date(2026, 6, 7)}
    before = totals(*[60] * 16)
    hard = "LD LD LD LD LD . ."
    case = given(
        f"{WEEK} {WEEK}\nAna {hard} {hard}",
        workers={"Ana": notice},
        week_totals=before,
    )
    (breach,) = case.found(FortyEightHours)
    assert breach.key.date == date(2026, 6, 8)
    assert breach.amount == (60 - 48) * 60
    assert breach.strength is Strength.MUST
    easy = "LD LD LD LD . . ."
    given(
        f"{WEEK} {WEEK}\nAna {hard} {easy}",
        workers={"Ana": notice},
        week_totals=before,
    ).keeps(FortyEightHours)


def test_case_13_a_night_worker_on_five_tens() -> None:
    """8.33 hours in 24 are too many, 8.00 are not, opt-out or not."""
    nights = {"permanent_nights": True, "starts_on": MONDAY}
    for opted_out in (None, True):
        worker = nights | {"opted_out": opted_out}
        week("N N N N N . .", worker=worker).breaches(
            NightAverage, "Ana works nights and averages 8.33 h in 24..."
        )
    twelve = (shift_type("X", "20:00-08:00"),)
    week("X X X X . . .", worker=nights, types=twelve).keeps(NightAverage)


# -- young workers, visas, dates ---------------------------------------------


def test_case_15_seventeen_until_the_tenth() -> None:
    born = {"born_on": date(2008, 6, 10)}
    given(
        "Tue Wed\nAna LD LD", start=date(2026, 6, 9), workers={"Ana": born}
    ).breaches(Under18, "Ana is under 18: 8 h at most")
    assert not Worker(id="a", name="A", **born).is_under_18(date(2026, 6, 10))


def test_case_16_seventeen_until_eleven_at_night() -> None:
    young = {"born_on": date(2009, 1, 1)}
    evening = (shift_type("X", "15:00-23:00"),)
    given("Mon\nAna X", types=evening, workers={"Ana": young}).breaches(
        Under18, "Ana is under 18: no nights"
    )


STUDENT = (shift_type("X", "09:00-15:00"),)  # 18 hours in three days


def test_case_17_a_student_and_a_sunday_night() -> None:
    cap = {"caps": (WeeklyCap(minutes=20 * 60),)}
    case = given(
        f"{WEEK} Mon\nAna X . X . X . N .",
        types=STUDENT,
        workers={"Ana": cap},
    )
    case.keeps(WeeklyCaps)
    next_week = MONDAY + timedelta(days=7)
    assert working_minutes(case.roster, "Ana", MONDAY) == 20 * 60
    assert working_minutes(case.roster, "Ana", next_week) == 8 * 60


def test_case_17_the_sunday_on_which_the_clocks_go_back() -> None:
    """Ten hours and a Saturday night of eleven are 21."""
    cap = {"caps": (WeeklyCap(minutes=20 * 60),)}
    ten = (shift_type("X", "08:00-18:00"),)
    given(
        f"{WEEK}\nAna X . . . . N .",
        start=monday(AUTUMN),
        types=ten,
        workers={"Ana": cap},
    ).breaches(WeeklyCaps, 60)


def test_case_18_the_vacation_lifts_the_cap_and_not_the_48_hours() -> None:
    term = WeeklyCap(minutes=20 * 60, last=date(2026, 5, 31))
    student = {"caps": (term,), "starts_on": MONDAY}
    case = week("LD LD LD LD LD . .", worker=student)
    case.keeps(WeeklyCaps)
    case.breaches(FortyEightHours, 12 * 60)


def test_case_19_a_night_out_of_the_right_to_work() -> None:
    until = {"right_to_work_until": date(2026, 6, 15)}
    given(
        "Mon\nAna N", start=date(2026, 6, 15), workers={"Ana": until}
    ).breaches(RightToWork, "Ana may not work after Mon 15 Jun")


def test_case_20_first_aid_that_expires() -> None:
    fourteenth = date(2026, 6, 14)
    held = (Qualification(skill="first aid", expires=fourteenth),)
    given(
        "Sun Mon\nAna E E",
        start=fourteenth,
        workers={"Ana": {"qualifications": held}},
        demands=tuple(
            need(day, "E", skill="first aid")
            for day in (fourteenth, fourteenth + timedelta(days=1))
        ),
    ).breaches(SkillCover, "Mon 15 Jun E 07:00-15:00: 0 of 1 with first aid")


def test_case_34_no_nights_from_the_third() -> None:
    barred = {"no_nights_from": date(2026, 6, 3)}
    given(
        "Tue Wed Thu Fri\nAna N N SI E",
        start=date(2026, 6, 2),
        workers={"Ana": barred},
    ).breaches(
        NoNights,
        "Ana does no nights on Wed 3 Jun",
        "Ana does no nights on Thu 4 Jun",
    )


@pytest.mark.parametrize("strength", [Strength.MUST, Strength.SHOULD])
def test_case_37_a_night_into_leave(strength: Strength) -> None:
    monday_on = (away("Ana", MONDAY, MONDAY + timedelta(days=4)),)
    case = given(
        f"Sun {WEEK}\nAna N {'. ' * 7}",
        start=MONDAY - timedelta(days=1),
        absences=monday_on,
    )
    (breach,) = case.found(NightBeforeLeave(strength=strength))
    assert breach.strength is strength


# -- cover -------------------------------------------------------------------


def test_case_21_a_shadow_is_not_cover() -> None:
    shadow = shift_type("SH", "07:00-15:00", Kind.SHADOW)
    given(
        "Mon\nAna SH",
        types=(shadow,),
        demands=(need(JUNE, "E"),),
    ).breaches(CoverMinimum, "Mon 1 Jun E 07:00-15:00: 0 of 1 person")
    new = {"counts_from": JUNE + timedelta(days=1)}
    given(
        "Mon\nAna E", workers={"Ana": new}, demands=(need(JUNE, "E"),)
    ).breaches(CoverMinimum, 8 * 60)


def test_case_30_an_early_and_a_late_with_an_overlap() -> None:
    types = (shift_type("E", "08:00-14:00"), shift_type("L", "13:30-20:00"))
    grid = """  Mon
            Ana   E
            Ben   L"""
    demands = (need(JUNE, "08:00-20:00"),)
    given(grid, types=types, demands=demands).keeps(CoverMinimum)
    later = (types[0], shift_type("L", "14:01-20:00"))
    given(grid, types=later, demands=demands).breaches(CoverMinimum, 1)


def test_case_31_a_sleep_in_is_not_waking_cover() -> None:
    demand = need(JUNE, "22:00-07:00")
    case = given("Mon\nAna SI", demands=(demand,))
    found = case.found(CoverMinimum)
    assert sum(breach.amount for breach in found) == 9 * 60


# -- bank holidays -----------------------------------------------------------


def holidays(
    nation: Nation,
    first: date,
    last: date,
    basis: Basis = Basis.SUBSTITUTE,
) -> list[date]:
    return list(bank_holidays(nation, first, last, basis))


@pytest.mark.parametrize("nation", [Nation.ENGLAND, Nation.WALES])
@pytest.mark.parametrize(
    ("basis", "days"),
    [
        (Basis.SUBSTITUTE, [28]),
        (Basis.ACTUAL, [26]),
        (Basis.BOTH, [26, 28]),
        (Basis.CHRISTMAS, [26]),
    ],
)
def test_case_23_boxing_day_2026(
    nation: Nation, basis: Basis, days: list[int]
) -> None:
    found = holidays(nation, date(2026, 12, 26), date(2026, 12, 31), basis)
    assert found == [date(2026, 12, day) for day in days]


def test_case_24_christmas_2027() -> None:
    found = holidays(Nation.WALES, date(2027, 12, 20), date(2027, 12, 31))
    assert found == [date(2027, 12, 27), date(2027, 12, 28)]


def test_case_25_new_year_2028_in_scotland() -> None:
    found = holidays(Nation.SCOTLAND, date(2028, 1, 1), date(2028, 1, 31))
    assert found == [date(2028, 1, 3), date(2028, 1, 4)]


def test_case_26_the_fifteenth_of_june_2026() -> None:
    day = date(2026, 6, 15)
    with_it = [nation for nation in Nation if holidays(nation, day, day)]
    assert with_it == [Nation.SCOTLAND]


def test_case_27_twenty_days_and_the_bank_holidays() -> None:
    """Easter falls outside the leave year twice: 26 days, and 28 are due."""
    for nation in (Nation.ENGLAND, Nation.WALES):
        year = LeaveYear(date(2027, 4, 1), 20, True, nation)
        assert year.last == date(2028, 3, 31)
        assert (year.holidays, year.total) == (6, 26)
        assert year.warning() == (
            "In the leave year from Thu 1 Apr 2027 to Fri 31 Mar 2028 20 days"
            " and 6 bank holidays are 26 days of leave; the law asks for 28,"
            " for five days a week."
        )
    before = LeaveYear(date(2026, 4, 1), 20, True, Nation.ENGLAND)
    assert before.total == 20 + 10
    assert before.warning() is None
    assert LeaveYear(before.first, 28, False, before.nation).warning() is None


@pytest.mark.parametrize(
    ("how", "hours"),
    [
        (Attribution.SPLIT, 8),
        (Attribution.START, 0),
        (Attribution.MAJORITY, 10),
        (Attribution.WINDOW, 0),  # 08:00 to 08:00
    ],
)
def test_case_28_the_night_into_christmas_day(
    how: Attribution, hours: int
) -> None:
    day = date(2026, 12, 24)
    days = bank_holidays(Nation.ENGLAND, day, date(2026, 12, 31))
    held = holiday_minutes(*span(day, 1320, 480), days, how, 8 * 60)
    assert held == 60 * hours


def test_case_29_a_night_on_the_last_day_of_january() -> None:
    """It is January's, two hours and eight, and holds up the next rota."""
    last = date(2027, 1, 31)
    january = given("Sun\nAna N", start=last)
    (night,) = january.roster.by_worker["Ana"]
    assert night.date == last
    assert parts(night) == [2 * 60, 8 * 60]
    given("Mon\nAna L", start=date(2027, 2, 1), history="Sun\nAna N").breaches(
        Rest, "Ana has 6 h off before Mon 1 Feb 14:00; needs 11 h"
    )


def test_case_35_the_library_is_never_asked_without_a_nation() -> None:
    """Held over the whole source in test_calendar.py; here by its result."""
    easter_monday, august = date(2026, 4, 6), date(2026, 8, 31)
    for day in (easter_monday, august):
        assert holidays(Nation.ENGLAND, day, day) == [day]


# -- the workbook ------------------------------------------------------------


def test_case_36_a_shift_that_excel_took_for_a_date(tmp_path: Path) -> None:
    """`7-3` became the seventh of March: it is refused, with what to type."""
    head, cell = ["Name", date(2026, 12, 7)], date(2026, 3, 7)
    book = made(tmp_path, sheets(Rota=[head, ["Ana Silva", cell]]))
    with pytest.raises(WorkbookError) as refused:
        read(book)
    (fault,) = refused.value.faults
    assert (fault.sheet, fault.cell) == ("Rota", "B2")
    assert fault.nearest == "07:00-15:00"
