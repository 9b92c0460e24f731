"""Pay drawn as a picture: a rota in, hours by class out."""

from __future__ import annotations

from datetime import date
from typing import Any

from rota.payroll import (
    HourClass,
    Pay,
    PayLine,
    Payroll,
    Tally,
    Worked,
    payroll,
)
from tests.given import given

H = 60


def paid(
    grid: str,
    *,
    terms: dict[str, Any] | None = None,
    lines: tuple[PayLine, ...] = (),
    worked: tuple[Worked, ...] = (),
    first: date | None = None,
    last: date | None = None,
    **facts: Any,
) -> Payroll:
    """Give the hours of a picture; `terms` are settings for everybody.

    Unless they say otherwise, hours over contract are paid.
    """
    facts.setdefault("shift_types", facts.get("types", ()))
    case = given(grid, **facts)
    said = tuple(
        PayLine(setting=name, value=value)
        for name, value in ({"over_contract": "paid"} | (terms or {})).items()
    )
    pay = Pay((*said, *lines), worked)
    return payroll(case.problem, case.roster, pay, first, last)


def tally(pay: Payroll, name: str = "Ana") -> Tally:
    """Give what somebody worked."""
    return next(p.worked for p in pay.people if p.worker.name == name)


def hours(pay: Payroll, name: str = "Ana") -> dict[str, float]:
    """Give the hours of each class that somebody worked, without zeros."""
    return in_hours(tally(pay, name))


def in_hours(counted: Tally) -> dict[str, float]:
    """Give the hours of each class, without zeros."""
    return {
        hour_class.value: minutes / H
        for hour_class, minutes in counted.classes.items()
        if minutes
    }


def contract(hours_a_week: float, **fields: Any) -> dict[str, Any]:
    """Give the fields of somebody with contracted hours."""
    return {"weekly_minutes": round(hours_a_week * H), **fields}


__all__ = ["H", "HourClass", "contract", "hours", "in_hours", "paid", "tally"]
