"""Every rule has been seen to fail, and to hold, where it is hardest."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from rota.rules import RULES
from rota.rules.base import Gate, Rule
from tests import given

ASKED = (
    given.BROKEN,
    given.LAST_DAY,
    given.START,
    given.CLOCK,
    given.KEPT_AT_LIMIT,
    given.OVER_LIMIT,
)
LIMITS = {given.KEPT_AT_LIMIT, given.OVER_LIMIT}
LISTS = ("typed", "firm pattern", "unit allowed", "shift allowed", "invited")
EACH_DUTY = ("agency last", "extra pay")
ONE_DAY = ("attendance", "agency share", "pattern kept", "requests")

OF_A_TYPE = ("breaks", "long shifts")
OF_A_PLAN = (
    "one session",
    "session travel",
    "session people",
    "session once",
    "client one place",
    "personal care",
    "personal care wish",
    "support hours",
    "enough people",
    "trip driver",
    "vehicles",
    "faces",
)
HOURS_OF_PERIOD = ("most hours", "fewest hours")
OF_PERIOD = ("most shifts", "fewest shifts", "most of a shift")

# What a rule need not show, and why. Gates need not show a start: they are
# asked of duties that can still be given, so that history is never judged.
EXEMPT: dict[str, set[str]] = {
    # a list or a typed cell is looked up by date: no time, nothing to exceed
    **{rule: LIMITS | {given.CLOCK} for rule in LISTS},
    # every minute has its price, by itself: nothing to exceed, no history
    **{rule: LIMITS | {given.START} for rule in EACH_DUTY},
    # a status is looked up: nothing to exceed
    "dbs check": set(LIMITS),
    # one day of the rota, or one duty of it, is looked at by itself
    **{rule: {given.START} for rule in ONE_DAY},
    # shift types are looked at as such, whatever was worked before
    **{rule: {given.START} for rule in OF_A_TYPE},
    # who supported whom before the start is not known, but for who is known
    **{rule: {given.START} for rule in OF_A_PLAN},
    # the plan's list of people is looked up: nothing to exceed
    "not with": set(LIMITS),
    "preferred people": set(LIMITS),
    # the period begins with the rota
    **{rule: {given.START} for rule in (*HOURS_OF_PERIOD, *OF_PERIOD)},
    # only days of the rota can change
    "stability": {given.START},
    # one day, or the hours of the rota, by themselves
    "young day": {given.START},
    "sponsored hours": {given.START},
    # two dates are compared; no duty, no hour, no history changes them
    "rota notice": {given.LAST_DAY, given.START, given.CLOCK},
    # the clocks never change at Christmas
    "christmas again": {given.CLOCK},
    "christmas or new year": {given.CLOCK},
}


@pytest.fixture(scope="module")
def seen() -> dict[str, set[str]]:
    """Run every case of this folder anew, and give what they show.

    It does not matter which tests ran before, or in which process.
    """
    given.SEEN.clear()
    for module in _modules():
        for name, test in inspect.getmembers(module, inspect.isfunction):
            plain = not inspect.signature(test).parameters
            if name.startswith("test_") and plain:
                test()
    return dict(given.SEEN)


def _modules() -> Iterator[ModuleType]:
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        if path != Path(__file__):
            yield import_module(f"tests.rules.{path.stem}")


def _asked(rule: type[Rule]) -> set[str]:
    exempt = EXEMPT.get(rule.id_of_class(), set())
    gate = {given.START} if issubclass(rule, Gate) else set()
    return set(ASKED) - exempt - gate


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id_of_class())
def test_it_breaks_and_holds_where_it_is_hardest(
    rule: type[Rule], seen: dict[str, set[str]]
) -> None:
    shown = seen.get(rule.id_of_class(), set())
    assert not _asked(rule) - shown


@pytest.mark.parametrize("rule", sorted(EXEMPT))
def test_no_rule_is_exempt_from_what_it_shows(
    rule: str, seen: dict[str, set[str]]
) -> None:
    assert rule in {known.id_of_class() for known in RULES}
    assert not EXEMPT[rule] & seen.get(rule, set())


def test_every_rule_file_has_its_test_file() -> None:
    rules = {Path(inspect.getfile(rule)).stem for rule in RULES}
    here = {path.stem for path in Path(__file__).parent.glob("test_*.py")}
    assert {f"test_{name}" for name in rules} <= here
