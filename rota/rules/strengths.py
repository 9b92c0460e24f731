"""What Must, High or Low make of a rule: its strength and its prices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from rota.domain import PriceTag, Rule, Strength

TIMES: Mapping[str, float] = {
    "Very high": 5,
    "High": 2,
    "Medium": 1,
    "Low": 0.5,
}
FIXED = {
    "Must": Strength.MUST,
    "Watch": Strength.WATCH,
    "Off": Strength.OFF,
}
STRENGTHS = ("Must", *TIMES, "Watch", "Off")


def is_price(info: FieldInfo) -> bool:
    """Tell a setting that is a price in pence, or several."""
    marks = [*info.metadata]
    for argument in get_args(info.annotation):
        marks += getattr(argument, "__metadata__", ())
    return any(isinstance(mark, PriceTag) for mark in marks)


def strengthened(rule: Rule, word: str) -> dict[str, Any]:
    """Give strength and prices for a word; real money is what it is."""
    if word in FIXED:
        return {"strength": FIXED[word]}
    found: dict[str, Any] = {"strength": Strength.SHOULD}
    if rule.is_money:
        return found
    for name, info in type(rule).model_fields.items():
        if is_price(info):
            found[name] = _scaled(getattr(rule, name), TIMES[word])
    return found


def _scaled(price: Any, times: float) -> Any:
    if isinstance(price, tuple):
        return tuple(round(one * times) for one in price)
    return round(price * times)
