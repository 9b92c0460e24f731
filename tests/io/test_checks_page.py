"""What the Checks page lists, and what it leaves to other pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rota.checker import check
from rota.io.pages import checks
from rota.io.pages.facts import Facts
from rota.rules.fair_share import FairShares
from tests.given import MONDAY, given, need

PEOPLE = {name: {"weekly_minutes": 2_400} for name in ("Ana", "Ben")}


def lines(ana: str, ben: str) -> list[tuple[str, ...]]:
    """Give one night a day to two people, and list what Checks says."""
    count = len(ana.split())
    days = [MONDAY + timedelta(days=n) for n in range(count)]
    head = " ".join(f"{day:%a}" for day in days)
    facts: dict[str, Any] = {
        "demands": tuple(need(day, "N") for day in days),
        "rules": (FairShares(),),
    }
    case = given(f"{head}\nAna {ana}\nBen {ben}", workers=PEOPLE, **facts)
    return list(checks.rows(Facts(check(case.problem, case.roster))))


def test_a_share_within_one_shift_is_left_to_its_own_page() -> None:
    """Three nights of two people are one and a half each."""
    assert not lines("N N .", ". . N")


def test_a_share_that_is_further_away_is_listed() -> None:
    (ana, ben) = lines("N N N", ". . .")
    assert ana[4] == "Ana has 3 nights; the fair share is 1.5"
    assert ben[4] == "Ben has 0 nights; the fair share is 1.5"
