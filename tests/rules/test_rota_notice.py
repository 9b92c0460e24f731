"""How long before it begins a rota is known."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import Strength
from rota.rules.rota_notice import RotaNotice
from tests.given import LIMIT, MONDAY, Case, given

RULE = RotaNotice(strength=Strength.SHOULD)


def published(days: int) -> Case:
    day = MONDAY - timedelta(days=days)
    return given("Mon\nAna E", published_on=day)


def test_four_weeks_and_a_day_less() -> None:
    published(28).keeps(RULE, tags={LIMIT})
    published(27).breaches(
        RULE,
        "The rota is published 27 days before it begins; people should have"
        " 28 days' notice",
        tags={LIMIT},
    )


def test_a_week_at_the_least() -> None:
    published(6).breaches(
        RULE,
        "The rota is published 6 days before it begins; people should have"
        " 28 days' notice, and 7 at the least",
    )
    published(-1).breaches(RULE, "The rota is published 1 day after it...")


def test_nothing_is_said_where_nobody_says_when() -> None:
    given("Mon\nAna E").keeps(RULE)
    assert RotaNotice().strength is Strength.WATCH
