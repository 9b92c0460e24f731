"""Overtime, balances, pay periods, and what was really worked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rota.calendar import ONE_DAY, Attribution
from rota.domain import AbsenceKind, Duty, Kind, Shift, Travel
from rota.domain.support import SessionTime
from rota.errors import OutputError
from rota.payroll import (
    ClockChange,
    Edge,
    HourClass,
    OverContract,
    OvertimeAfter,
    Pay,
    PayLine,
    Worked,
    as_worked,
    payroll,
)
from rota.payroll.away import credit_by_day
from rota.roster import Roster
from tests.chance import Chance
from tests.given import AUTUMN, MONDAY, away, given, shift_type
from tests.payroll.paying import H, contract, hours, in_hours, paid, tally

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
FIVE = f"{WEEK}\nAna E E E E E . ."
PLAIN = {"premiums": (HourClass.OVERTIME,)}


# -- overtime -----------------------------------------------------------------


def test_the_last_hours_over_contract_are_overtime() -> None:
    pay = paid(FIVE, workers={"Ana": contract(37.5)})
    assert hours(pay) == {"plain": 37.5, "overtime": 2.5}
    assert tally(pay).over == 150


def test_hours_owed_from_before_are_made_up_first() -> None:
    pay = paid(FIVE, workers={"Ana": contract(37.5, brought_forward=60)})
    assert hours(pay)["overtime"] == 1.5
    (ana,) = pay.people
    assert ana.bank.left == 0


def test_leave_counts_towards_the_contract() -> None:
    leave = (away("Ana", date(2026, 6, 6), date(2026, 6, 6)),)
    pay = paid(FIVE, workers={"Ana": contract(37.5)}, absences=leave)
    assert hours(pay)["overtime"] == 2.5 + 7.5
    (ana,) = pay.people
    assert ana.credited == {AbsenceKind.LEAVE: 450}
    assert ana.days_away == {AbsenceKind.LEAVE: 1}


def test_a_bank_holiday_goes_before_overtime_or_after_it() -> None:
    grid = "Mon Tue Wed Thu Fri Sat Sun\nAna . E E E E . ."
    facts: dict[str, Any] = {
        "start": date(2026, 12, 21),
        "workers": {"Ana": contract(24)},
    }
    pay = paid(grid, **facts)  # the fourth early is on Christmas Day
    assert hours(pay) == {"plain": 24, "bank holiday": 8}
    assert tally(pay).over == 8 * H
    order = (HourClass.OVERTIME, HourClass.HOLIDAY)
    pay = paid(grid, terms={"premiums": order}, **facts)
    assert hours(pay) == {"plain": 24, "overtime": 8}


def test_without_contracted_hours_nothing_is_over() -> None:
    pay = paid(FIVE, workers={"Ana": {"contract": "bank"}})
    assert hours(pay) == {"plain": 40}
    (ana,) = pay.people
    assert (ana.worked.over, ana.bank.left) == (0, None)


TWO_WEEKS = f"{WEEK} {WEEK}\nAna E E E E E . . E E E . . . ."


def test_overtime_by_the_week_is_not_lost_in_a_short_week() -> None:
    workers = {"Ana": contract(32)}
    by_period = paid(TWO_WEEKS, workers=workers)
    assert hours(by_period) == {"plain": 64}
    terms = {"overtime_after": "contract in the week"}
    by_week = paid(TWO_WEEKS, workers=workers, terms=terms)
    assert hours(by_week) == {"plain": 56, "overtime": 8}
    (ana,) = by_week.people
    assert ana.bank.left == 8 * H  # the second week is short, and owed


def test_a_week_that_began_before_the_pay_period() -> None:
    terms = {"overtime_after": "contract in the week"}
    pay = paid(
        TWO_WEEKS,
        workers={"Ana": contract(32)},
        terms=terms,
        first=date(2026, 6, 4),  # the Thursday
    )
    # Monday to Thursday are the contract, though only Thursday is paid here
    assert hours(pay) == {"plain": 8 + 24, "overtime": 8}


def test_overtime_after_full_time_only() -> None:
    terms = {"overtime_after": "full time in the week"}
    pay = paid(FIVE, workers={"Ana": contract(20)}, terms=terms)
    assert hours(pay) == {"plain": 37.5, "overtime": 2.5}
    assert tally(pay).over == 20 * H
    (ana,) = pay.people
    assert ana.bank.left == 0  # paid, plain or as overtime
    bank = paid(FIVE, workers={"Ana": {"contract": "bank"}}, terms=terms)
    assert hours(bank)["overtime"] == 2.5


# -- balances -----------------------------------------------------------------


def test_unsaid_hours_over_contract_go_into_the_bank_and_that_is_said() -> (
    None
):
    case = given(FIVE, workers={"Ana": contract(36)})
    pay = payroll(case.problem, case.roster)
    assert hours(pay) == {"plain": 40}
    (note,) = [n for n in pay.notes if "hours bank" in n]
    assert note.startswith("4 h over contract, of 1 person, are put in")


def test_hours_over_contract_go_to_the_bank_or_to_toil() -> None:
    workers = {"Ana": contract(36, toil_left=2 * H, leave_left=50 * H)}
    bank = paid(FIVE, workers=workers, terms={"over_contract": "hours bank"})
    (ana,) = bank.people
    assert hours(bank) == {"plain": 40}
    assert (ana.bank.left, ana.toil.left) == (-4 * H, 2 * H)
    toil = paid(FIVE, workers=workers, terms={"over_contract": "TOIL"})
    (ana,) = toil.people
    assert hours(toil) == {"plain": 40}
    assert (ana.bank.left, ana.toil.left) == (0, 6 * H)


def test_leave_and_toil_are_taken_from_what_is_left() -> None:
    absences = (
        away("Ana", MONDAY, MONDAY),
        away("Ana", date(2026, 6, 2), date(2026, 6, 2), kind="toil"),
        away("Ana", date(2026, 6, 3), date(2026, 6, 3), kind="sick"),
        away("Ana", date(2026, 6, 4), date(2026, 6, 4), kind="unpaid"),
    )
    workers = {"Ana": contract(35, leave_left=100 * H, toil_left=5 * H)}
    pay = paid(
        f"{WEEK}\nAna . . . . E . .", workers=workers, absences=absences
    )
    (ana,) = pay.people
    assert ana.leave.left == 93 * H
    assert ana.toil.left == -2 * H  # more than there was: shown, not hidden
    assert ana.credited[AbsenceKind.SICK] == 7 * H
    assert ana.days_away[AbsenceKind.UNPAID] == 1
    assert ana.bank.left == (35 - 21 - 8) * H


def test_what_is_not_recorded_is_not_zero() -> None:
    pay = paid(FIVE, workers={"Ana": contract(40)})
    (ana,) = pay.people
    assert (ana.leave.left, ana.toil.left) == (None, None)
    assert any(
        "leave brought forward are not recorded" in n for n in pay.notes
    )


def test_hours_brought_forward_belong_to_the_start_of_the_rota() -> None:
    pay = paid(
        TWO_WEEKS,
        workers={"Ana": contract(32, brought_forward=8 * H)},
        first=date(2026, 6, 8),
    )
    (ana,) = pay.people
    assert ana.bank.brought is None
    assert ana.bank.left is None
    assert any("left out" in note for note in pay.notes)


@pytest.mark.parametrize("seed", range(30))
def test_absence_adds_up_to_what_the_rota_credits(seed: int) -> None:
    problem = Chance(seed, days=18).problem()
    for worker in problem.workers:
        found = credit_by_day(problem, worker)
        inside = sum(m for (d, _), m in found.items() if d in problem.date_set)
        assert inside == problem.absence_credit[worker.id]


# -- pay periods --------------------------------------------------------------


@pytest.mark.parametrize(
    ("edge", "january", "february"), [("start", 10, 0), ("split", 2, 8)]
)
def test_case_29_a_night_on_the_last_day_of_january(
    edge: str, january: float, february: float
) -> None:
    last = date(2027, 1, 31)
    found = []
    for first, until in ((last, last), (last + timedelta(days=1), None)):
        pay = paid(
            "Sun Mon\nAna N .",
            start=last,
            terms={"over_midnight": edge},
            first=first,
            last=until,
        )
        found.append(sum(hours(pay).values()))
        assert tally(pay).minimum_wage == found[-1] * 60
    assert found == [january, february]


def test_a_split_night_counts_once_and_its_hours_twice_over() -> None:
    """Two periods hold every minute between them, awake ones too."""
    duty = given("Sun Mon\nAna SI .", start=AUTUMN + timedelta(days=1))
    (entry,) = duty.roster
    awake = (
        Worked(
            worker_id="Ana",
            planned_id=entry.duty_id,
            duty=duty.problem.duty[entry.duty_id],
            awake=180,
        ),
    )
    halves = [
        tally(
            paid(
                "Sun Mon\nAna SI .",
                start=AUTUMN + timedelta(days=1),
                terms={"over_midnight": "split"},
                worked=awake,
                first=day,
                last=day,
            )
        )
        for day in (date(2026, 10, 25), date(2026, 10, 26))
    ]
    assert sum(t.sleep_ins for t in halves) == 1
    assert in_hours(halves[0]) == {"sleep-in": 2}
    assert in_hours(halves[1]) == {"sleep-in": 4, "awake": 3}


def test_a_period_that_is_none_is_refused() -> None:
    with pytest.raises(OutputError, match="before it begins"):
        paid(FIVE, first=date(2026, 6, 5), last=date(2026, 6, 1))
    with pytest.raises(OutputError, match="a year at most"):
        paid(FIVE, first=date(2025, 5, 1))


def test_what_is_before_what_is_known_is_said() -> None:
    pay = paid(FIVE, first=date(2026, 5, 25))
    assert any("are not zero" in note for note in pay.notes)
    known = paid(
        FIVE,
        history=f"{WEEK}\nAna E . . . . . .",
        first=date(2026, 5, 25),
    )
    assert not any("are not zero" in note for note in known.notes)
    assert sum(hours(known).values()) == 48
    after = paid(FIVE, last=date(2026, 6, 30))
    assert any("only those fixed already" in note for note in after.notes)


# -- what was worked ----------------------------------------------------------


def one_early() -> tuple[str, Shift]:
    case = given("Mon\nAna E")
    (entry,) = case.roster
    duty = case.problem.duty[entry.duty_id]
    assert isinstance(duty, Shift)
    return entry.duty_id, duty


def test_what_was_worked_stands_beside_what_was_planned() -> None:
    duty_id, early = one_early()
    longer = as_worked(early, early.begins, early.ends + 45)
    record = Worked(
        worker_id="Ana", planned_id=duty_id, duty=longer, miles=12.4
    )
    pay = paid("Mon\nAna E", worked=(record,))
    (ana,) = pay.people
    assert in_hours(ana.planned) == {"plain": 8}
    assert in_hours(ana.worked) == {"plain": 8.75}
    assert ana.worked.miles == 12.4
    assert ana.not_recorded == 0
    assert not any("as planned" in note for note in pay.notes)


def test_a_shift_that_was_not_worked_is_not_paid() -> None:
    duty_id, _ = one_early()
    record = Worked(worker_id="Ana", planned_id=duty_id)
    pay = paid("Mon\nAna E", worked=(record,))
    (ana,) = pay.people
    assert (ana.planned.duties, ana.worked.duties) == (1, 0)
    assert not ana.worked.classes


def test_an_extra_shift_is_worked_and_not_planned() -> None:
    _, early = one_early()
    extra = early.replace(id="extra")
    record = Worked(worker_id="Ana", duty=extra)
    pay = paid("Mon Tue\nAna . .", worked=(record,))
    (ana,) = pay.people
    assert (ana.planned.duties, ana.worked.duties) == (0, 1)
    assert in_hours(ana.worked) == {"plain": 8}


def test_where_nothing_is_written_down_it_counts_as_planned() -> None:
    pay = paid("Mon\nAna E")
    assert tally(pay).duties == 1
    assert any("counts as worked as planned" in n for n in pay.notes)


def test_an_unpaid_break_stays_when_the_times_change() -> None:
    types = (shift_type("E", "07:00-15:00", break_minutes=30),)
    case = given("Mon\nAna E", types=types)
    (entry,) = case.roster
    early = case.problem.duty[entry.duty_id]
    short = as_worked(early, early.begins + 120, early.ends)
    record = Worked(worker_id="Ana", planned_id=entry.duty_id, duty=short)
    pay = paid("Mon\nAna E", types=types, worked=(record,))
    assert hours(pay) == {"plain": 5.5, "unpaid": 0.5}
    assert tally(pay).minimum_wage == 330


@pytest.mark.parametrize(("in_fee", "paid_awake"), [(0, 0.75), (30, 0.25)])
def test_case_9_and_section_4_awake_on_a_sleep_in(
    in_fee: int, paid_awake: float
) -> None:
    """22:00-07:00 with 45 minutes awake: 0.75 h of minimum wage."""
    case = given("Mon\nAna SI")
    (entry,) = case.roster
    duty = case.problem.duty[entry.duty_id]
    record = Worked(
        worker_id="Ana", planned_id=entry.duty_id, duty=duty, awake=45
    )
    pay = paid("Mon\nAna SI", worked=(record,), terms={"awake_in_fee": in_fee})
    assert hours(pay) == {"awake": paid_awake, "sleep-in": 9 - paid_awake}
    assert tally(pay).minimum_wage == 45
    assert tally(pay).hourly == paid_awake * 60


def test_case_09_late_sleep_in_and_early_are_sixteen_hours_of_wage() -> None:
    pay = paid("Mon Tue\nAna L/SI E")
    counted = tally(pay)
    assert sum(counted.classes.values()) == 25 * H
    assert counted.minimum_wage == counted.hourly == 16 * H
    assert counted.sleep_ins == 1


def test_a_sleep_in_that_counts_to_the_contract() -> None:
    types = (
        shift_type("SI", "22:00-07:00", kind=Kind.SLEEP_IN, contract=4 * H),
    )
    pay = paid(
        f"{WEEK}\nAna SI SI E E . . .",
        types=types,
        workers={"Ana": contract(20)},
    )
    assert hours(pay) == {"sleep-in": 18, "plain": 12, "overtime": 4}
    assert tally(pay).counted == 24 * H


def test_a_shift_may_count_more_to_the_contract_than_it_is_long() -> None:
    types = (shift_type("E", "07:00-15:00", contract=9 * H),)
    pay = paid("Mon\nAna E", types=types, workers={"Ana": contract(63)})
    assert hours(pay) == {"plain": 8}
    assert tally(pay).counted == 9 * H


# -- travel -------------------------------------------------------------------


def test_travel_between_units_is_paid_and_not_the_way_home() -> None:
    types = (
        shift_type("E", "07:00-11:00"),
        shift_type("L", "11:30-15:00"),
    )
    way = (Travel(unit_id="Ash", other_id="Rowan", minutes=20),)
    pay = paid("Mon Tue\nAna E@Ash/L@Rowan E@Ash", types=types, travel=way)
    counted = tally(pay)
    assert counted.travel == 20
    assert counted.minimum_wage == counted.hourly + 20
    short = paid(
        "Mon\nAna E@Ash/L@Rowan",
        types=types,
        travel=(way[0].replace(minutes=45),),
    )
    assert tally(short).travel == 30  # no longer than there was time


# -- terms by contract, person and date ---------------------------------------


def test_a_month_on_two_contracts() -> None:
    """New terms from the 15th: night from 20:00, and no Saturday premium."""
    days = [date(2026, 6, 1) + timedelta(days=n) for n in range(30)]
    heads = " ".join(f"{day:%a}" for day in days)
    cells = " ".join("N" if d.weekday() in (2, 5) else "." for d in days)
    new = date(2026, 6, 15)
    lines = (
        PayLine(setting="night_from", value=20 * H, first=new),
        PayLine(
            setting="premiums",
            value=(HourClass.SUNDAY, HourClass.NIGHT, HourClass.EVENING),
            first=new,
        ),
    )
    pay = paid(f"{heads}\nAna {cells}", lines=lines)
    # Wednesdays 3, 10 | 17, 24; Saturdays 6, 13 | 20, 27
    assert hours(pay) == {
        "evening": 2 * 1,
        "night": 2 * 7 + 2 * 8 + 2 * 2,
        "plain": 2 * 2 + 2 * 2,
        "Saturday": 2 * 2,
        "Sunday": 4 * 8,
    }


def test_two_payroll_numbers_are_two_contracts() -> None:
    grid = f"{WEEK}\nAna L . . . . . .\nAna-bank . L . . . . ."
    workers = {
        "Ana": {"name": "Ana Silva", "payroll": "101"},
        "Ana-bank": {"name": "Ana Silva", "payroll": "907"},
    }
    line = PayLine(
        setting="premiums", value=(), worker_ids=("Ana-bank",), rank=3
    )
    pay = paid(grid, workers=workers, lines=(line,))
    by_number = {p.worker.payroll: in_hours(p.worked) for p in pay.people}
    assert by_number == {
        "101": {"plain": 6, "evening": 2},
        "907": {"plain": 8},
    }


def test_the_more_particular_line_goes_first() -> None:
    lines = (
        PayLine(
            setting="evening_from", value=18 * H, worker_ids=("Ana",), rank=3
        ),
        PayLine(setting="evening_from", value=21 * H),
    )
    pay = paid("Mon\nAna L\nBen L", lines=lines)
    assert hours(pay)["evening"] == 4
    assert hours(pay, "Ben")["evening"] == 1


def test_people_who_are_not_employed_in_the_period_are_not_listed() -> None:
    workers = {"Ben": {"ends_on": date(2026, 5, 31)}}
    pay = paid("Mon\nAna E\nBen .", workers=workers)
    assert [p.worker.name for p in pay.people] == ["Ana"]


# -- all classes add up -------------------------------------------------------


def any_terms(chance: Chance) -> tuple[PayLine, ...]:
    """Give settings by chance, for everybody and for one, with dates."""
    rng = chance.rng
    premiums = [
        HourClass.HOLIDAY,
        HourClass.OVERTIME,
        HourClass.SUNDAY,
        HourClass.SATURDAY,
        HourClass.NIGHT,
        HourClass.EVENING,
    ]
    order = tuple(rng.sample(premiums, rng.randint(0, 6)))
    said = {
        "premiums": order,
        "evening_from": rng.randrange(0, 24 * H, 15),
        "night_from": rng.randrange(0, 24 * H, 15),
        "night_to": rng.randrange(0, 24 * H, 15),
        "whole_nights": chance.maybe(),
        "clock_change": rng.choice(list(ClockChange)),
        "over_contract": rng.choice(list(OverContract)),
        "overtime_after": rng.choice(list(OvertimeAfter)),
    }
    return tuple(
        PayLine(
            setting=setting,
            value=value,
            first=chance.day() if chance.maybe(0.2) else None,
        )
        for setting, value in said.items()
    )


def paid_of(roster: Roster, worker_id: str) -> list[Duty | SessionTime]:
    """Give what is paid here: duties, and visits instead of rounds."""
    visits = [t for t in roster.sessions_of(worker_id) if t.contract]
    here = [
        duty
        for duty in roster.timeline(worker_id)
        if not duty.elsewhere and duty.kind is not Kind.ROUND
    ]
    return [*here, *visits]


@pytest.mark.parametrize("seed", range(60))
def test_the_classes_of_any_rota_add_up_to_the_minutes_of_its_duties(
    seed: int,
) -> None:
    chance = Chance(seed)
    problem = chance.problem().replace(
        holiday_attribution=chance.rng.choice(list(Attribution))
    )
    roster = chance.roster(problem, 0.3)
    pay = payroll(problem, roster, Pay(any_terms(chance)))
    for person in pay.people:
        duties = [
            duty
            for duty in paid_of(roster, person.worker.id)
            if duty.date in problem.date_set
        ]
        counted = person.worked
        passed = counted.classes.total() + counted.clock_change
        assert counted.duties == len(duties)
        assert passed == sum(duty.length for duty in duties)
        by_duty = [sum(one.classes.values()) for one in counted.paid]
        assert sum(by_duty) == counted.classes.total()
    worked = any(person.worked.classes for person in pay.people)
    assert worked or not roster.pairs


@pytest.mark.parametrize("seed", range(40))
def test_two_pay_periods_hold_every_minute_between_them(seed: int) -> None:
    chance = Chance(seed)
    problem = chance.problem().replace(past=(), known_from=None)
    roster = chance.roster(problem, 0.3)
    split = PayLine(
        setting="over_midnight", value=chance.rng.choice(list(Edge))
    )
    change = PayLine(
        setting="clock_change", value=chance.rng.choice(list(ClockChange))
    )
    pay = Pay((split, change))
    middle = chance.day(after=-1)
    halves = [
        payroll(problem, roster, pay, problem.start, middle),
        # the last night ends a day later
        payroll(problem, roster, pay, middle + ONE_DAY, problem.end + ONE_DAY),
    ]
    for worker in problem.workers:
        passed = sum(
            person.worked.classes.total() + person.worked.clock_change
            for half in halves
            for person in half.people
            if person.worker.id == worker.id
        )
        every = paid_of(roster, worker.id)
        assert passed == sum(duty.length for duty in every)
