"""Fair shares of what is hard to work."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from rota.domain import (
    Absence,
    Burden,
    Carried,
    FairShare,
    PatternDay,
    Qualification,
)
from rota.domain.fair_shares import fair_after
from rota.rules.fair_share import FairShares
from rota.rules.leave import Leave
from rota.rules.suitability import ShiftAllowed
from tests.given import (
    AUTUMN,
    CLOCK,
    LAST_DAY,
    LIMIT,
    MONDAY,
    START,
    Case,
    given,
    need,
)

FULL = {"weekly_minutes": 37 * 60}
HALF = {"weekly_minutes": 37 * 30}
BOTH = {"Ana": FULL, "Ben": FULL}


def nights(ana: str, ben: str, **facts: Any) -> Case:
    """Give one night a day, from Monday, shared by two."""
    count = len(ana.split())
    days = [MONDAY + timedelta(days=n) for n in range(count)]
    head = " ".join(f"{day:%a}" for day in days)
    known: dict[str, Any] = {"workers": BOTH}
    return given(
        f"{head}\nAna {ana}\nBen {ben}",
        demands=tuple(need(day, "N") for day in days),
        **(known | facts),
    )


def test_a_night_each_is_fair() -> None:
    nights("N .", ". N").keeps(FairShares, tags={LIMIT})


def test_one_over_and_one_under() -> None:
    nights("N N", ". .").breaches(
        FairShares,
        "Ana has 2 nights; the fair share is 1.0",
        "Ben has 0 nights; the fair share is 1.0",
        tags={LIMIT, LAST_DAY},
    )


def test_shares_follow_contracted_hours() -> None:
    workers = {"Ana": FULL, "Ben": HALF}
    nights("N N .", ". . N", workers=workers).keeps(FairShares)


def test_who_carried_more_before_is_owed() -> None:
    ledger = (Carried(worker_id="Ana", burden="nights", count=2),)
    nights(". .", "N N", ledger=ledger).keeps(FairShares, tags={START})


def test_the_second_one_over_costs_more() -> None:
    def cost(ana: str, ben: str) -> int:
        return sum(b.cost for b in nights(ana, ben).found(FairShares)) // 6_000

    fair, one, two = (
        cost("N N . .", ". . N N"),
        cost("N N N .", ". . . N"),
        cost("N N N N", ". . . ."),
    )
    assert (fair, one, two) == (0, 10 + 5, 10 + 115 + 5 + 115)


def test_part_of_a_share_costs_its_part() -> None:
    half = FairShare(0, Fraction(3, 2))
    assert half.over_prices((1_000, 3_000))[0] == 500
    assert half.under_prices((1_000, 3_000))[0] == 500


def test_a_night_of_october_is_more_than_one_night_of_cover() -> None:
    """Cover asks for eight hours between 23:00 and 06:00 of it."""
    case = given(
        """  Sat
         Ana   N
         Ben   .""",
        start=AUTUMN,
        workers=BOTH,
        demands=(need(AUTUMN, "N"),),
    )
    shares = case.problem.fair_shares[Burden.NIGHTS]
    assert shares["Ana"].share == Fraction(8, 7) / 2
    found = [b for b in case.found(FairShares) if "nights" in b.key.what]
    assert [b.sentence for b in found] == [
        "Ana has 1 night; the fair share is 0.6",
        "Ben has 0 nights; the fair share is 0.6",
    ]
    every = case.found(FairShares)
    case.breaches(FairShares, *[b.amount for b in every], tags={CLOCK})


def test_weekends_are_counted_once_however_much_is_worked() -> None:
    saturday = date(2026, 6, 6)
    sunday = saturday + timedelta(days=1)
    case = given(
        """  Sat Sun
         Ana   E   E
         Ben   .   .""",
        start=saturday,
        workers=BOTH,
        demands=(need(saturday, "E"), need(sunday, "E")),
    )
    share = case.problem.fair_shares[Burden.WEEKENDS]["Ana"]
    assert share.share == Fraction(1, 2)
    assert {b.key.worker_id: b.amount for b in case.found(FairShares)} == {
        "Ana": 1,
        "Ben": 1,
    }


def test_who_can_never_have_a_burden_has_no_share_of_it() -> None:
    workers = {"Ana": FULL | {"shift_codes": ("E",)}, "Ben": FULL}
    nights(". .", "N N", workers=workers, beside=(ShiftAllowed(),)).keeps(
        FairShares
    )


def test_bank_staff_take_no_share() -> None:
    nights("N .", ". N", workers={"Ana": FULL}).breaches(FairShares, 1)


def test_a_newcomer_owes_nothing_for_what_was_before() -> None:
    workers = {"Ana": FULL, "Ben": FULL | {"starts_on": MONDAY}}
    ledger = (Carried(worker_id="Ana", burden="nights", count=9),)
    case = nights(". N", "N .", workers=workers, ledger=ledger)
    shares = case.problem.fair_shares[Burden.NIGHTS]
    assert [shares[name].share for name in ("Ana", "Ben")] == [10, 1]
    case.keeps(FairShares)


def test_leave_now_makes_no_debt_of_what_was_before() -> None:
    ledger = tuple(
        Carried(worker_id=name, burden="nights", count=4)
        for name in ("Ana", "Ben")
    )
    away = Absence(worker_id="Ana", first=MONDAY, last=MONDAY)
    case = nights(". .", "N N", ledger=ledger, absences=(away,))
    problem = case.problem.replace(rules=(Leave(),))
    shares = problem.fair_shares[Burden.NIGHTS]
    assert shares["Ana"].share == 4 + Fraction(2, 3)


@pytest.mark.parametrize(
    ("hours", "able"), [((None, None), 1), ((12 * 60, 13 * 60), 4)]
)
def test_the_night_before_days_away_is_nobodys_to_be_given(
    hours: tuple[int | None, int | None], able: int
) -> None:
    """Of four nights; an hour away by day is no such day."""
    starts, ends = hours
    days = [MONDAY + timedelta(days=n) for n in (2, 3)]
    away = tuple(
        Absence(worker_id="Ben", first=day, last=day, starts=starts, ends=ends)
        for day in days
    )
    case = nights("N N N N", ". . . .", absences=away)
    ruled = case.problem.replace(rules=(Leave(),))
    ben = ruled.fair_shares[Burden.NIGHTS]["Ben"]
    assert ben.share == Fraction(4 * able, 4 + able)


def test_night_staff_take_the_nights_of_their_contract_first() -> None:
    """Two nights of ten hours; Ana's contract is good for one of them."""
    one_night = {"weekly_minutes": 7 * 600 // 2, "permanent_nights": True}
    case = nights("N .", ". N", workers={"Ana": one_night, "Ben": FULL})
    shares = case.problem.fair_shares[Burden.NIGHTS]
    assert [shares[name].share for name in ("Ana", "Ben")] == [1, 1]
    case.keeps(FairShares)


@pytest.mark.parametrize("owed", [-600, 0, 600])
def test_hours_to_make_up_are_not_nights_owed_as_well(owed: int) -> None:
    """A night missed is in the ledger; its hours would owe it again."""
    ana = {
        "weekly_minutes": 7 * 600 // 2,
        "permanent_nights": True,
        "brought_forward": owed,
    }
    case = nights("N .", ". N", workers={"Ana": ana, "Ben": FULL})
    assert case.problem.fair_shares[Burden.NIGHTS]["Ana"].share == 1


def test_the_nights_that_night_staff_had_before_are_fair() -> None:
    """Nobody makes up in nights what they work in hours."""
    ana = {"weekly_minutes": 7 * 600 // 2, "permanent_nights": True}
    ledger = (
        Carried(worker_id="Ana", burden="nights", count=9),
        Carried(worker_id="Ben", burden="nights", count=2),
    )
    workers = {"Ana": ana, "Ben": FULL}
    case = nights("N .", ". N", workers=workers, ledger=ledger)
    shares = case.problem.fair_shares[Burden.NIGHTS]
    assert [shares[name].before for name in ("Ana", "Ben")] == [9, 2]
    case.keeps(FairShares)


def by_pattern(*codes: str) -> Case:
    """Two nights, and what Ana's rolling pattern has on each of the days."""
    patterns = tuple(
        PatternDay(
            worker_id="Ana",
            date=MONDAY + timedelta(days=n),
            codes=(code,) if code else (),
        )
        for n, code in enumerate(codes)
    )
    return nights(". .", "N N", patterns=patterns)


def test_whose_pattern_has_no_nights_has_no_share_of_them() -> None:
    case = by_pattern("E", "")
    assert set(case.problem.fair_shares[Burden.NIGHTS]) == {"Ben"}
    case.keeps(FairShares)


@pytest.mark.parametrize(
    ("codes", "nights"),
    [((), 1), (("E", "N"), 1), (("E",), Fraction(2, 3))],
)
def test_a_pattern_without_nights_leaves_the_days_that_are_free(
    codes: tuple[str, ...], nights: Fraction
) -> None:
    """Ben could have one on both days, Ana on one, by the same contract."""
    assert share(by_pattern(*codes), Burden.NIGHTS, "Ana") == nights


# -- agreements --------------------------------------------------------------


def share(case: Case, burden: Burden, name: str) -> Fraction:
    return case.problem.fair_shares[burden][name].share


def test_by_agreement_somebody_has_a_part_and_others_the_rest() -> None:
    agreed = {"Ana": {**FULL, "night_share": 50}, "Ben": FULL}
    case = nights("N . .", ". N N", workers=agreed)
    assert share(case, Burden.NIGHTS, "Ana") == 1
    assert share(case, Burden.NIGHTS, "Ben") == 2
    case.keeps(FairShares)


def test_a_share_of_nothing_is_still_a_share() -> None:
    """Somebody who may be given nights, and is to have none, has a price."""
    none = {"Ana": {**FULL, "night_share": 0}, "Ben": FULL}
    nights(". .", "N N", workers=none).keeps(FairShares)
    nights("N .", ". N", workers=none).breaches(
        FairShares,
        "Ana has 1 night; the fair share is 0.0",
        "Ben has 1 night; the fair share is 2.0",
    )


def test_where_everybody_is_to_have_none_nobody_is_owed() -> None:
    none = {name: {**FULL, "night_share": 0} for name in ("Ana", "Ben")}
    case = nights(". .", ". .", workers=none)
    assert share(case, Burden.NIGHTS, "Ana") == 0


def test_what_was_carried_before_follows_the_agreement_too() -> None:
    agreed = {"Ana": {**FULL, "night_share": 50}, "Ben": FULL}
    ledger = tuple(
        Carried(worker_id=name, burden="nights", count=count)
        for name, count in (("Ana", 2), ("Ben", 4))
    )
    nights("N . .", ". N N", workers=agreed, ledger=ledger).keeps(FairShares)


def led(**facts: Any) -> Case:
    """Two nights, on each of which somebody must lead; three people."""
    days = (MONDAY, MONDAY + timedelta(days=1))
    lead = (Qualification(skill="lead"),)
    return given(
        "Mon Tue\nAna N N\nBen N .\nCat . N",
        workers={
            "Ana": {**FULL, "qualifications": lead},
            "Ben": FULL,
            "Cat": FULL,
        },
        demands=(
            *(need(day, "N", minimum=2) for day in days),
            *(need(day, "N", skill="lead") for day in days),
        ),
        **facts,
    )


def test_what_only_people_with_a_skill_can_do_is_theirs() -> None:
    """Four nights of three people are 4/3 each, but Ana alone may lead."""
    case = led()
    assert share(case, Burden.NIGHTS, "Ana") == 2
    assert share(case, Burden.NIGHTS, "Ben") == 1
    case.keeps(FairShares)


def test_what_was_carried_before_was_led_too() -> None:
    """Eight nights: twice as many as now, four of them led."""
    ledger = tuple(
        Carried(worker_id=name, burden="nights", count=count)
        for name, count in (("Ana", 4), ("Ben", 2), ("Cat", 2))
    )
    case = led(ledger=ledger)
    shares = case.problem.fair_shares[Burden.NIGHTS]
    assert [shares[name].before for name in ("Ana", "Ben", "Cat")] == [4, 2, 2]
    case.keeps(FairShares)


def test_a_skill_that_runs_out_makes_nobody_do_more() -> None:
    ended = (Qualification(skill="lead", expires=MONDAY - timedelta(days=1)),)
    case = led(rules=())
    ana = case.problem.worker["Ana"].replace(qualifications=ended)
    others = [w for w in case.problem.workers if w.id != "Ana"]
    problem = case.problem.replace(workers=(ana, *others))
    assert problem.fair_shares[Burden.NIGHTS]["Ana"].share == Fraction(4, 3)


def seven_led_nights() -> Case:
    """Seven nights to lead; Ana works nights alone, and hers are two."""
    lead = (Qualification(skill="lead"),)
    two = {"weekly_minutes": 2 * 600, "permanent_nights": True}
    days = [MONDAY + timedelta(days=n) for n in range(7)]
    return given(
        "Mon Tue Wed Thu Fri Sat Sun\n"
        "Ana N N . . . . .\nBen . . N N N N N\nCat . . . . . . .",
        workers={
            "Ana": {**two, "qualifications": lead},
            "Ben": {"weekly_minutes": 5 * 600, "qualifications": lead},
            "Cat": two,
        },
        demands=(
            *(need(day, "N") for day in days),
            *(need(day, "N", skill="lead") for day in days),
        ),
    )


def test_a_skill_asks_nobody_for_more_than_the_contract() -> None:
    case = seven_led_nights()
    found = [
        share(case, Burden.NIGHTS, name) for name in ("Ana", "Ben", "Cat")
    ]
    assert found == [2, 5, 0]


def test_nights_beyond_what_was_asked_are_theirs_who_had_hours_left() -> None:
    problem = seven_led_nights().problem
    had = {"Ana": 2, "Ben": 5, "Cat": 2}
    assert fair_after(problem, Burden.NIGHTS, had) == had


def test_where_contracts_do_not_hold_what_is_led_it_is_divided() -> None:
    """Ana alone may lead, on two nights; her contract is one of them."""
    case = led(rules=())
    one = {"weekly_minutes": 7 * 600 // 2, "permanent_nights": True}
    ana = case.problem.worker["Ana"].replace(**one)
    others = [w for w in case.problem.workers if w.id != "Ana"]
    problem = case.problem.replace(workers=(ana, *others))
    assert problem.fair_shares[Burden.NIGHTS]["Ana"].share == 2


def test_a_first_year_is_neither_owed_nor_ahead_of_what_was_before() -> None:
    ledger = tuple(
        Carried(worker_id=name, burden="nights", count=count)
        for name, count in (("Ana", 8), ("Ben", 1))
    )
    new = {**FULL, "starts_on": MONDAY - timedelta(days=364)}
    case = nights("N .", ". N", workers=BOTH | {"Ben": new}, ledger=ledger)
    case.keeps(FairShares)
    old = {**FULL, "starts_on": MONDAY - timedelta(days=365)}
    case = nights("N .", ". N", workers=BOTH | {"Ben": old}, ledger=ledger)
    assert share(case, Burden.NIGHTS, "Ben") == Fraction(9, 2) + 1


# -- lates -------------------------------------------------------------------


def lates(ana: str, ben: str) -> Case:
    days = [MONDAY, MONDAY + timedelta(days=1)]
    return given(
        f"Mon Tue\nAna {ana}\nBen {ben}",
        workers=BOTH,
        demands=tuple(need(day, "L") for day in days),
    )


def test_lates_are_shared_at_a_price_of_their_own() -> None:
    lates("L .", ". L").keeps(FairShares)
    case = lates("L L", ". .")
    case.breaches(
        FairShares,
        "Ana has 2 lates; the fair share is 1.0",
        "Ben has 0 lates; the fair share is 1.0",
    )
    assert [b.cost // 6_000 for b in case.found(FairShares)] == [3, 1]


def test_a_late_is_still_there_at_eight_in_the_evening() -> None:
    """A long day to 20:00 is none, nor is a night."""
    case = lates("L .", ". L")
    late = {d.code for d in case.problem.duties if _is_late(case, d.id)}
    assert late == {"L"}


def _is_late(case: Case, duty_id: str) -> bool:
    return case.problem.burdens_of[duty_id][Burden.LATES]
