"""What is not known of the time before is said, and is no zero."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rota.domain import Carried, WeekTotal
from rota.unknown import unknown
from tests.given import MONDAY, given, need

WEEK = "Mon Tue Wed Thu Fri Sat Sun"
DEMANDS = (need(MONDAY, "N"), need(MONDAY + timedelta(days=5), "E"))


def said(**facts: Any) -> list[str]:
    fields = {"weekly_minutes": 2_400} | facts.pop("worker", {})
    case = given(
        f"{WEEK}\nAna {'. ' * 7}",
        workers={"Ana": fields},
        demands=DEMANDS,
        **facts,
    )
    return list(unknown(case.problem))


def totals(count: int) -> tuple[WeekTotal, ...]:
    return tuple(
        WeekTotal(
            worker_id="Ana",
            monday=MONDAY - timedelta(weeks=back + 1),
            minutes=2_400,
        )
        for back in range(count)
    )


def carried(*burdens: str) -> tuple[Carried, ...]:
    return tuple(
        Carried(worker_id="Ana", burden=burden, count=0) for burden in burdens
    )


def test_without_any_history_that_is_said_elsewhere() -> None:
    assert not said()


def test_a_week_that_is_missing() -> None:
    whole = said(week_totals=totals(16), ledger=carried("nights", "weekends"))
    assert not whole
    (note,) = said(
        week_totals=totals(15), ledger=carried("nights", "weekends")
    )
    assert note.startswith("The 48-hour average of 1 person is over the weeks")


def test_who_has_opted_out_needs_no_weeks() -> None:
    notes = said(
        worker={"opted_out": True}, ledger=carried("nights", "weekends")
    )
    assert not notes


def test_burdens_that_nobody_recorded() -> None:
    """Of those the cover asks for; a zero that is typed is known."""
    (note,) = said(week_totals=totals(16), ledger=carried("nights"))
    assert note == (
        "History does not say what people carried of weekends: fair shares"
        " count from this rota on."
    )
