"""What a rota leaves to the next one, without a workbook."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rota.checker import check
from rota.domain import (
    CHANGES,
    REFUSED,
    Assignment,
    Burden,
    Carried,
    Problem,
    Request,
    WeekTotal,
    Worker,
)
from rota.errors import OutputError
from rota.next_period import NextPeriod, roll
from rota.payroll import OverContract, Pay, PayLine, Worked, as_worked
from rota.roster import Roster
from rota.rules.christmas import ChristmasAgain
from rota.rules.contract_hours import credited_minutes
from rota.rules.days_in_a_row import DaysInARow
from rota.rules.fair_share import FairShares
from rota.rules.forward_rotation import ForwardRotation
from rota.rules.leave import Leave
from rota.rules.nights_in_a_row import ManyNightsInARow, NightsInARow
from rota.rules.quick_returns import QuickReturns
from rota.rules.recovery import RecoveryAfterNights
from rota.rules.requests import Requests
from rota.rules.rest import Rest
from rota.rules.very_long_weeks import VeryLongWeeks
from rota.rules.weekends import WeekendsInARow
from rota.rules.weekly_hours import FortyEightHours, WeeklyCaps
from tests.chance import TYPES, UNITS, Chance
from tests.given import MONDAY, away, given, need

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
JUDGED = (
    FortyEightHours(),
    WeeklyCaps(),
    Rest(),
    NightsInARow(),
    ManyNightsInARow(),
    DaysInARow(),
    QuickReturns(),
    ForwardRotation(),
    RecoveryAfterNights(),
    WeekendsInARow(),
    VeryLongWeeks(),
    FairShares(),
    ChristmasAgain(),
    Requests(),
)


def rolled(grid: str, **facts: object) -> NextPeriod:
    case = given(grid, **facts)  # type: ignore[arg-type]
    return roll(case.problem, case.roster)


def counts(after: NextPeriod) -> dict[str, int]:
    return {carried.burden: carried.count for carried in after.ledger}


def test_the_next_period_is_as_long_and_follows_on() -> None:
    after = rolled(f"{WEEK}\nAna E . . . . . N")
    assert (after.start, after.end) == (date(2026, 6, 8), date(2026, 6, 14))
    assert after.known_from == MONDAY
    assert [w.duty.code for w in after.worked] == ["E", "N"]


def test_an_empty_rota_is_not_taken_as_nobody_working() -> None:
    with pytest.raises(OutputError, match="No rota stands"):
        rolled(f"{WEEK}\nAna . . . . . . .")


def test_a_fortnight_of_duties_and_older_weeks_as_totals() -> None:
    days = f"{WEEK} {WEEK} {WEEK}"
    after = rolled(
        f"{days}\nAna N . . . . . N N . . . . . . . . . . . . E",
        absences=(away("Ana", MONDAY, MONDAY + timedelta(days=1)),),
    )
    assert after.known_from == date(2026, 6, 8)
    # the night from Sunday to Monday is in the week's total by its part
    assert [w.duty.date.day for w in after.worked] == [7, 8, 21]
    (total,) = after.totals
    assert total.monday == MONDAY
    assert total.minutes == (10 + 2) * 60
    assert total.excluded_days == 2


def test_older_totals_go_on_and_what_is_not_known_stays_so() -> None:
    older = WeekTotal(worker_id="Ana", monday=date(2026, 5, 18), minutes=2400)
    after = rolled(
        f"{WEEK} {WEEK} {WEEK}\nAna E {'. ' * 20}", week_totals=(older,)
    )
    weeks = [total.monday for total in after.totals]
    assert weeks == [date(2026, 5, 18), MONDAY]  # and not the 25th
    assert "48-hour average of 1 person" in after.notes[0]


def test_shifts_given_beyond_the_end_are_fixed() -> None:
    after = rolled(f"{WEEK}\nAna E . . . . . SI", later="Mon\nAna E")
    (fixed,) = after.fixed
    assert (fixed.duty.code, fixed.duty.date) == ("E", date(2026, 6, 8))


def test_the_ledger_adds_up() -> None:
    after = rolled(
        f"{WEEK}\nAna . . E . N SI .",
        ledger=(
            Carried(worker_id="Ana", burden="nights", count=3),
            Carried(worker_id="Ana", burden="christmas day 2025", count=1),
        ),
        requests=(Request(worker_id="Ana", date=date(2026, 6, 3)),),
    )
    assert counts(after) == {
        "nights": 4,
        "christmas day 2025": 1,
        "weekends": 1,
        "sleep-ins": 1,
        REFUSED: 1,
    }


def test_bank_holidays_are_named_with_their_year() -> None:
    after = rolled(
        "Thu Fri Sat Sun Mon\nAna N . . . E", start=date(2026, 12, 24)
    )
    # the night of the 24th ends on Christmas Day; the 28th stands in for
    # Boxing Day, a Saturday
    named = {n for n in counts(after) if n.endswith("2026")}
    assert named == {"christmas day 2026", "boxing day substitute 2026"}


def test_changes_at_short_notice_and_lates_are_in_the_ledger() -> None:
    after = rolled(
        f"{WEEK}\nAna L . E . L . .",
        changed=(("Ana", MONDAY), ("Ana", date(2026, 6, 3))),
    )
    assert counts(after) == {"lates": 2, CHANGES: 2}
    assert not any("short notice" in note for note in after.notes)
    plain = rolled(f"{WEEK}\nAna L . . . . . .")
    assert any("short notice" in note for note in plain.notes)


def test_hours_are_brought_forward_both_ways() -> None:
    after = rolled(
        f"{WEEK}\nAna E E E E E . .\nBen E . . . . . .",
        workers={
            "Ana": {"weekly_minutes": 30 * 60, "brought_forward": 60},
            "Ben": {"weekly_minutes": 16 * 60},
        },
    )
    assert after.brought_forward == {"Ana": -9 * 60, "Ben": 8 * 60}


@pytest.mark.parametrize("seed", range(15))
def test_hours_brought_forward_are_those_of_the_rota(seed: int) -> None:
    """Where hours over contract go into the hours bank, as they do unsaid."""
    chance = Chance(seed)
    problem = chance.problem()
    roster = chance.roster(problem, 0.5)
    if not roster.pairs:
        pytest.skip("an empty rota is not rolled")
    after = roll(problem, roster)
    expected = {
        worker.id: problem.due[worker.id]
        - credited_minutes(problem, roster, worker)
        for worker in problem.workers
        if worker.weekly_minutes
    }
    assert after.brought_forward == expected


def test_hours_that_are_paid_or_made_toil_are_not_carried_on() -> None:
    case = given(
        f"{WEEK}\nAna E E E E E . .",
        workers={"Ana": {"weekly_minutes": 30 * 60, "toil_left": 60}},
    )
    found = {}
    for becomes in OverContract:
        line = PayLine(setting="over_contract", value=becomes)
        after = roll(case.problem, case.roster, Pay((line,)))
        found[becomes] = after.brought_forward["Ana"], after.toil_left["Ana"]
    assert found == {
        OverContract.BANK: (-600, 60),
        OverContract.PAID: (0, 60),
        OverContract.TOIL: (0, 660),
    }


def test_leave_that_is_left_is_carried_on_where_it_is_known() -> None:
    leave = (away("Ana", MONDAY, MONDAY), away("Ben", MONDAY, MONDAY))
    after = rolled(
        f"{WEEK}\nAna . E . . . . .\nBen . E . . . . .",
        workers={
            "Ana": {"weekly_minutes": 30 * 60, "leave_left": 100 * 60},
            "Ben": {"weekly_minutes": 30 * 60},
        },
        absences=leave,
    )
    assert after.leave_left == {"Ana": 94 * 60}
    assert after.toil_left == {}


def test_history_is_what_was_worked() -> None:
    case = given(
        f"{WEEK}\nAna E . . . . . N", workers={"Ana": {"weekly_minutes": 600}}
    )
    early, night = case.roster.by_worker["Ana"]
    later = as_worked(early, early.begins, early.ends + 90)
    records = (
        Worked(worker_id="Ana", planned_id=early.id, duty=later),
        Worked(worker_id="Ana", planned_id=night.id),
    )
    after = roll(case.problem, case.roster, Pay((), records))
    (worked,) = after.worked
    assert worked.duty.times == "07:00-16:30"
    assert after.brought_forward == {"Ana": 30}
    assert "nights" not in counts(after)


def test_leave_before_the_seam_is_still_credited() -> None:
    """A week known by its duties counts its leave as a total would."""
    leave = away("Ana", MONDAY, MONDAY + timedelta(days=1))
    case = given(
        f"{WEEK}\nAna . . . . . . .",
        start=date(2026, 6, 8),
        history=f"{WEEK}\nAna . . E E E . .",
        absences=(leave,),
        workers={"Ana": {"weekly_minutes": 40 * 60, "starts_on": MONDAY}},
    )
    ana = case.problem.workers[0]
    weeks = case.problem.reference_weeks(ana, date(2026, 6, 8))
    assert weeks.fixed == 2 * 8 * 60


# -- fair shares so far ------------------------------------------------------

FULL = {"weekly_minutes": 37 * 60}


def fair_of(after: NextPeriod, burden: str) -> dict[str, float | None]:
    return {
        carried.worker_id: carried.fair and carried.fair / 100
        for carried in after.ledger
        if carried.burden == burden
    }


def nights(grid: str, **facts: object) -> NextPeriod:
    """Roll a week in which cover asks for a night a day."""
    return rolled(
        grid,
        demands=tuple(need(MONDAY + timedelta(days=n), "N") for n in range(7)),
        **facts,
    )


def test_the_fair_share_so_far_goes_on() -> None:
    """What was had, six nights, is shared; the newcomer begins with none."""
    after = nights(
        f"{WEEK}\nAna N N N . . . .\nBen . . . N N N .",
        workers={"Ana": FULL, "Ben": FULL},
        ledger=(Carried(worker_id="Ana", burden="nights", count=8, fair=700),),
    )
    assert fair_of(after, "nights") == {"Ana": 10.0, "Ben": 3.0}
    assert counts(after)["nights"] == 3  # Ben's, who comes after Ana


def test_leave_does_not_become_a_debt() -> None:
    """Ana is away for the week: nothing of it was hers to do."""
    people = {"Ana": FULL, "Ben": FULL}
    after = nights(
        f"{WEEK}\nAna . . . . . . .\nBen N N N N . . .",
        workers=people,
        rules=(Leave(),),
        absences=(away("Ana", MONDAY, MONDAY + timedelta(days=7)),),
        ledger=(Carried(worker_id="Ana", burden="nights", count=3, fair=300),),
    )
    assert fair_of(after, "nights") == {"Ana": 3.0, "Ben": 4.0}
    problem = given(
        f"{WEEK}\nAna . . . . . . .\nBen . . . . . . .",
        workers=people,
        ledger=after.ledger,
    ).problem
    shares = problem.fair_shares[Burden.NIGHTS]
    assert {n: f.carried - f.before for n, f in shares.items()} == {
        "Ana": 0,
        "Ben": 0,
    }


# -- duties or totals --------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_history_as_totals_gives_the_answers_of_history_as_duties(
    seed: int,
) -> None:
    chance = Chance(seed, days=28)
    old = chance.problem(rules=JUDGED).replace(
        pinned=(), kept=(), near=None, sessions=()
    )
    done = chance.legal(old, 0.05)
    if not done.pairs:
        pytest.skip("an empty rota is not rolled")
    after = roll(old, done)
    duties, totals = _as_duties(old, done, after), _as_totals(old, after)
    open_pairs = [
        (worker.id, duty.id)
        for worker in duties.workers
        for duty in duties.open_duties
    ]
    for number in (10, 40, 120):
        pairs = chance.rng.sample(open_pairs, number)
        answers = [
            {(b.rule.id, b.key): b.amount for b in found.breaches}
            for problem in (duties, totals)
            for found in [check(problem, Roster(problem, pairs))]
        ]
        assert answers[0] == answers[1]
    assert answers[0]  # of the fullest rota; else nothing was compared


def _moved(old: Problem, after: NextPeriod) -> Problem:
    days = [after.start + timedelta(days=n) for n in range(28)]
    fresh = [k.on(d, unit) for d in days for k in TYPES for unit in UNITS]
    known = {shift.id for shift in fresh}
    return old.replace(
        start=after.start,
        end=after.end,
        shifts=(*fresh, *(s for s in old.shifts if s.id not in known)),
        demands=(),
        requests=(),
        patterns=(),
        near=None,
        past=(),
        ledger=after.ledger,
    )


def _as_duties(old: Problem, done: Roster, after: NextPeriod) -> Problem:
    first = min(old.known_from or old.start, old.start)
    return _moved(old, after).replace(
        past=(*old.past, *(e for e in done if e.duty_id in old.duty)),
        known_from=first,
    )


def _as_totals(old: Problem, after: NextPeriod) -> Problem:
    return _moved(old, after).replace(
        past=tuple(
            Assignment(worker_id=worked.worker_id, duty_id=worked.duty.id)
            for worked in (*after.worked, *after.fixed)
        ),
        known_from=after.known_from,
        week_totals=after.totals,
    )


def test_weeks_before_the_employment_are_no_zeros() -> None:
    worker = Worker(id="Ana", name="Ana", starts_on=date(2026, 6, 8))
    case = given(f"{WEEK} {WEEK} {WEEK} {WEEK}\nAna {'. ' * 27} E")
    problem = case.problem.replace(workers=(worker,))
    after = roll(problem, Roster(problem, case.roster.pairs))
    assert [total.monday for total in after.totals] == [date(2026, 6, 8)]
