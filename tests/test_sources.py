"""Where rules come from, and how working time is judged."""

from __future__ import annotations

import pytest

from rota.calendar import Nation
from rota.domain import Profile, Strength
from rota.rules import RULES, defaults
from rota.rules.night_average import NightAverage
from rota.rules.rest import Rest
from rota.rules.sources import IN_IRELAND, REGULATIONS, profile, source
from rota.rules.weekends import WeekendsInARow
from rota.rules.weekly_rest import WeeklyRest
from tests.given import given


def test_northern_ireland_numbers_its_regulations_otherwise() -> None:
    assert source(Rest) == f"{REGULATIONS}, regs 10 and 24 (WTR-DR, WTR-YWDR)"
    assert source(Rest, Nation.NORTHERN_IRELAND) == (
        f"{IN_IRELAND}, regs 12 and 28 (WTR-DR, WTR-YWDR)"
    )
    assert source(Rest, Nation.SCOTLAND) == source(Rest)


def test_other_sources_are_the_same_everywhere() -> None:
    said = "HSE good practice, regular free weekends (FAT-WE)"
    assert source(WeekendsInARow, Nation.NORTHERN_IRELAND) == said


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id_of_class())
def test_no_british_regulation_is_cited_in_northern_ireland(
    rule: type,
) -> None:
    assert REGULATIONS not in source(rule, Nation.NORTHERN_IRELAND)


def test_continuity_of_care_disapplies_the_night_average_only() -> None:
    standard = {r.id: r.strength for r in defaults()}
    care = {r.id: r.strength for r in defaults("", Profile.CONTINUITY)}
    changed = {name for name in care if care[name] is not standard[name]}
    assert changed == {NightAverage.id_of_class()}
    assert care[NightAverage.id_of_class()] is Strength.WATCH
    for kept in (Rest, WeeklyRest):
        assert care[kept.id_of_class()] is Strength.MUST


def test_the_profile_is_said_with_its_regulations() -> None:
    problem = given("Mon\nAna E").problem
    assert profile(problem) == (
        f"Standard: averages over 17 weeks ({REGULATIONS}, reg 4)"
    )
    care = problem.replace(
        profile=Profile.CONTINUITY, nation=Nation.NORTHERN_IRELAND
    )
    assert profile(care).endswith(f"({IN_IRELAND}, regs 4, 25 and 28)")
