"""What every rule is made of."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rota.checker import check
from rota.domain import Override, Strength
from rota.rules import RULES
from rota.rules.base import cost_of
from rota.rules.days_in_a_row import DaysInARow
from rota.rules.rest import Rest
from rota.rules.suitability import ShiftAllowed
from tests.given import MONDAY, given

TUESDAY = MONDAY + timedelta(days=1)
QUICK = """  Mon Tue
         Ana   L   E
         Ben   L   E"""


def test_a_gate_never_judges_history() -> None:
    days = {"Ana": {"shift_codes": ("E",)}}
    given("Mon\nAna E", history="Sun\nAna L", workers=days).keeps(ShiftAllowed)


def test_a_gate_as_a_should_costs_by_the_pair() -> None:
    days = {"Ana": {"shift_codes": ("E",)}}
    rule = ShiftAllowed(strength=Strength.SHOULD, price=700)
    found = given("Mon Tue\nAna L L", workers=days).found(rule)
    assert [breach.cost for breach in found] == [700 * 60] * 2


def test_an_override_is_for_one_person_on_its_dates() -> None:
    override = Override(
        strength=Strength.WATCH,
        worker_id="Ana",
        first=TUESDAY,
        last=TUESDAY,
        reason="owed on Wednesday",
    )
    case = given(QUICK)
    problem = case.problem.replace(rules=(Rest(overrides=(override,)),))
    report = check(problem, case.roster)
    assert [b.key.worker_id for b in report.broken] == ["Ben"]
    assert [b.key.worker_id for b in report.watched] == ["Ana"]
    earlier = override.replace(first=MONDAY, last=MONDAY)
    problem = case.problem.replace(rules=(Rest(overrides=(earlier,)),))
    assert len(check(problem, case.roster).broken) == 2


def test_a_rule_that_is_off_says_nothing_except_where_overridden() -> None:
    case = given(QUICK)
    off = Rest(strength=Strength.OFF)
    problem = case.problem.replace(rules=(off,))
    assert not check(problem, case.roster).breaches
    on = Override(strength=Strength.MUST, worker_id="Ben")
    problem = case.problem.replace(rules=(off.replace(overrides=(on,)),))
    (breach,) = check(problem, case.roster).breaches
    assert breach.key.worker_id == "Ben"


@pytest.mark.parametrize(
    ("amount", "price", "by_hour", "sixtieths"),
    [
        (30, 15_000, True, 30 * 15_000),
        (2, 6_000, False, 2 * 6_000 * 60),
        (3, (1_000, 3_000), False, (1_000 + 3_000 + 3_000) * 60),
        (0, (1_000,), False, 0),
    ],
)
def test_the_cost_of_an_amount(
    amount: int, price: int | tuple[int, ...], by_hour: bool, sixtieths: int
) -> None:
    assert cost_of(amount, price, by_hour) == sixtieths


def test_a_must_has_no_price() -> None:
    (breach,) = given("Mon Tue\nAna E E").found(DaysInARow(most=1))
    assert breach.strength is Strength.MUST
    assert breach.cost == 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id_of_class())
def test_a_rule_says_in_a_sentence_what_it_asks(rule: type[Rest]) -> None:
    assert rule.title().endswith(".")
    assert rule.title()[0].isupper()
