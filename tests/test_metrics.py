"""The numbers that are no rules, against sums done by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rota.checker import check
from rota.domain import Absence, Assignment, Burden, Contract
from rota.io.pages.fair_share import said_of
from rota.metrics import Metrics, WorkerShare
from rota.roster import Roster
from tests import plans
from tests.house import START, greedy, house


def metrics_of(pairs: list[tuple[str, str]], days: int = 7) -> Metrics:
    problem = house(days=days)
    roster = Roster(problem, pairs)
    return Metrics(problem, roster, check(problem, roster))


def test_hours_of_one_person() -> None:
    metrics = metrics_of(
        [
            ("Ana Silva", f"{START}:E:Rowan"),
            ("Ana Silva", f"{START + timedelta(days=2)}:L:Rowan"),
            ("Ana Silva", f"{START + timedelta(days=3)}:SI:Rowan"),
        ]
    )
    ana = next(one for one in metrics.hours if one.name == "Ana Silva")
    assert ana.contracted == 37.5 * 60
    assert ana.rostered == 16 * 60  # a sleep-in counts nothing
    assert ana.difference == (16 - 37.5) * 60
    assert ana.carried_on == (37.5 - 16) * 60
    assert ana.duties == 3
    assert ana.weekends == 0


def test_what_was_brought_forward_is_due() -> None:
    ben = next(one for one in metrics_of([]).hours if one.name == "Ben Okoro")
    assert ben.brought_forward == 120
    assert ben.due == 30 * 60 + 120
    assert ben.carried_on == ben.due


def test_leave_is_credited() -> None:
    problem = house(days=7).replace(
        absences=(
            Absence(
                worker_id="Ana Silva",
                first=START,
                last=START + timedelta(days=1),
            ),
        )
    )
    roster = Roster(problem, ())
    metrics = Metrics(problem, roster, check(problem, roster))
    ana = next(one for one in metrics.hours if one.name == "Ana Silva")
    assert ana.credited == 2 * 37.5 * 60 / 5
    assert ana.rostered == 0


def test_bank_staff_carry_nothing_on() -> None:
    metrics = metrics_of([("Vic Stone", f"{START}:E:Rowan")])
    vic = next(one for one in metrics.hours if one.name == "Vic Stone")
    assert vic.rostered == 480
    assert vic.carried_on == 0


def test_hours_needed_are_the_cover_in_paid_hours() -> None:
    # a day: two units x (2 E + 2 L of 8 h, 1 N of 10 h)
    assert metrics_of([]).service.needed == 7 * 2 * (4 * 8 + 10) * 60
    assert metrics_of([]).service.sleep_ins_needed == 14


def test_agency_hours_and_share() -> None:
    metrics = metrics_of(
        [
            ("Ana Silva", f"{START}:E:Rowan"),
            ("Yusuf Khan", f"{START}:E:Ash"),
        ]
    )
    assert metrics.problem.worker["Yusuf Khan"].contract is Contract.AGENCY
    assert metrics.service.agency == 480
    assert metrics.service.agency_share == pytest.approx(0.5)


def test_real_money_is_apart_from_priorities() -> None:
    metrics = metrics_of([("Yusuf Khan", f"{START}:E:Ash")])
    assert metrics.money == {"extra pay": 8 * 28.0}


def test_a_fair_share_is_owed_until_it_is_carried() -> None:
    nothing = metrics_of([])
    night = metrics_of([("Pat Kelly", f"{START}:N:Rowan")])

    def owed(metrics: Metrics) -> float:
        return next(
            share.owed
            for share in metrics.shares
            if share.name == "Pat Kelly"
            and share.burden == Burden.NIGHTS.value
        )

    assert owed(night) == pytest.approx(owed(nothing) - 1)


def test_shares_owed_add_up_to_what_is_left() -> None:
    problem = house(days=7)
    roster = greedy(problem)
    metrics = Metrics(problem, roster, check(problem, roster))
    nights = [s for s in metrics.shares if s.burden == "nights"]
    total = sum(share.fair for share in nights)
    carried = sum(share.carried for share in nights)
    asked = 7 * 2 * 7 / 7  # a night from 21:30 holds all of 23:00-06:00
    assert total == pytest.approx(carried + asked)


def test_people_and_holders_of_each_demand() -> None:
    metrics = metrics_of(
        [
            ("Ana Silva", f"{START}:E:Rowan"),
            ("Tess Wood", f"{START}:L:Rowan"),
        ]
    )
    early = next(
        p for p in metrics.people if p.demand.id == f"cover:{START}:E:Rowan"
    )
    assert (early.there, early.short) == (1, 1)
    leads = next(
        h
        for h in metrics.holders
        if h.demand.id == f"cover:{START}:E:Rowan:lead"
    )
    assert (leads.names, leads.short) == (("Ana Silva",), 0)
    meds = next(
        h
        for h in metrics.holders
        if h.demand.id == f"cover:{START}:L:Rowan:medication"
    )
    assert (meds.names, meds.short) == ((), 1)


def test_requests_met_and_not() -> None:
    day = START + timedelta(days=5)
    metrics = metrics_of([("Hal Evans", f"{day}:E:Ash")], days=21)
    assert metrics.requests == (2, 2)
    assert metrics_of([], days=21).requests == (1, 2)


def test_typed_cells_are_counted_once() -> None:
    problem = house(days=7)
    metrics = Metrics(
        problem, Roster.pins(problem), check(problem, Roster.pins(problem))
    )
    assert metrics.kept == 2
    more = Assignment(worker_id="Dev Patel", duty_id=f"{START}:L:Rowan")
    problem = problem.replace(pinned=(*problem.pinned, more))
    roster = Roster.pins(problem)
    assert Metrics(problem, roster, check(problem, roster)).kept == 3


def test_tables_have_a_row_for_everybody() -> None:
    metrics = metrics_of([("Ana Silva", f"{START}:E:Rowan")])
    hours = metrics.to_frame().set_index("name")
    assert hours.loc["Ana Silva", "rostered"] == 8
    assert len(hours) == 24
    shares = metrics.shares_to_frame()
    assert set(shares["burden"]) <= {burden.value for burden in Burden}


def test_one_sentence_says_how_somebody_stands() -> None:
    def line(burden: str, had: int, fair: float) -> WorkerShare:
        return WorkerShare("ana", "Ana", burden, 0, had, fair)

    assert said_of([line("nights", 3, 3.9), line("weekends", 2, 1.1)]) == (
        "Ana is within one shift of the fair share of everything."
    )
    assert said_of([line("nights", 1, 3.4), line("weekends", 4, 3.0)]) == (
        "Ana is owed 2 nights and is 1 weekend ahead."
    )
    assert said_of([line("sleep-ins", 0, 1.0), line("lates", 0, 2.6)]) == (
        "Ana is owed 1 sleep-in and 3 lates."
    )


def test_visits_count_to_the_hours_needed_and_rostered() -> None:
    problem = plans.visits()
    roster = plans.given(problem)
    service = Metrics(problem, roster, check(problem, roster)).service
    times = [t for s in problem.sessions for t in roster.times_of(s.id)]
    assert service.rostered == sum(time.length + 10 for time in times) > 0
    assert service.needed == sum(time.length for time in times)
