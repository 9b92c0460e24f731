"""The Rules sheet: how strong each rule is, its settings, exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from rota.calendar import HOUR
from rota.domain import Override, Rule, Strength, within
from rota.io.cells import (
    YES,
    CellError,
    as_number,
    as_prices,
    fold,
    heading,
    is_blank,
    nearest,
)
from rota.io.reading.who import People
from rota.io.table import Row, Table
from rota.rules.strengths import FIXED, is_price, strengthened

_OWN = ("strength", "price", "overrides", "own", "agreed", "not_for")
_NUMBERS = ("most", "least")  # what one person may have a number of


_COUNT = int | None  # a number that is none until it is given


@dataclass(slots=True)
class _Changes:
    """What the sheet changes of one rule."""

    settings: dict[str, Any] = field(default_factory=dict)
    own: list[tuple[str, int]] = field(default_factory=list)
    overrides: list[Override] = field(default_factory=list)
    row: Row | None = None


def read_rules(
    table: Table, rules: Iterable[Rule], people: People, start: date
) -> tuple[Rule, ...]:
    """Give the rules with what the sheet changes.

    A setting with dates holds for rotas that start within them, so that one
    sheet can hold what was and what will be.
    """
    known = {heading(rule.id): rule for rule in rules}
    changes: dict[str, _Changes] = {name: _Changes() for name in known}
    for row in table.rows:
        name = heading(row["Rule"])
        if name in known:
            if _is_dated_setting(row, known[name]) and not within(
                start, row["From"], row["To"]
            ):
                continue
            _take(row, known[name], changes[name], people)
        else:
            near = nearest(row["Rule"], [rule.id for rule in known.values()])
            row.fault("Rule", "there is no rule of this name.", near)
    return tuple(_changed(rule, changes[name]) for name, rule in known.items())


def _take(row: Row, rule: Rule, changes: _Changes, people: People) -> None:
    """Take one row: an exception, or a change of the rule itself."""
    changes.row = row
    columns = ("Worker", "From", "To")
    some = any(not is_blank(row.raw.get(name)) for name in columns)
    if some and not _is_dated_setting(row, rule):
        changes.overrides += _override(row, people)
        return
    if _is_of_one(row, rule):
        changes.own += _own_number(row, rule, people)
        return
    if row["Strength"] is not None:
        changes.settings |= strengthened(rule, row["Strength"])
    if row["Price £"] is not None:
        changes.settings["price"] = row["Price £"]
    if row["Setting"] is not None:
        changes.settings |= _setting(row, rule)
    elif not is_blank(row.raw.get("Value")):
        row.fault("Setting", "the value of which setting?")


def _is_of_one(row: Row, rule: Rule) -> bool:
    """Tell a number that one person has agreed for themselves."""
    return (
        not is_blank(row.raw.get("Worker"))
        and "own" in type(rule).model_fields
        and heading(row["Setting"] or "") in _NUMBERS
    )


def _own_number(row: Row, rule: Rule, people: People) -> list[tuple[str, int]]:
    """Give a person's own number; of hours it is kept in minutes."""
    for column in ("Strength", "Price £"):
        if row[column] is not None:
            row.fault(column, "leave it empty: it is for everybody.")
    worker_id = row.look_up("Worker", people.find)
    numbers = list(_setting(row, rule).values())
    if worker_id is None or not numbers:
        return []
    return [(worker_id, numbers[0] * (HOUR if rule.unit == "hour" else 1))]


def _is_dated_setting(row: Row, rule: Rule) -> bool:
    """Tell a setting; it may have dates, and is mostly for everybody."""
    if is_blank(row.raw.get("Setting")) and is_blank(row.raw.get("Value")):
        return False
    if not is_blank(row.raw.get("Worker")) and not _is_of_one(row, rule):
        row.fault("Worker", "a setting is for everybody, not for one person.")
    return True


def _override(row: Row, people: People) -> list[Override]:
    worker_id = row.look_up("Worker", people.find)
    first, last = row["From"], row["To"]
    if first and last and last < first:
        row.fault("To", "it ends before it begins.")
    if row["Strength"] is None:
        row.fault("Strength", "how strong is the rule in this exception?")
        return []
    return [
        Override(
            strength=FIXED.get(row["Strength"], Strength.SHOULD),
            worker_id=worker_id or "",
            first=first,
            last=last,
            reason=row["Reason"] or "",
            approver=row["Approver"] or "",
        )
    ]


def _setting(row: Row, rule: Rule) -> dict[str, Any]:
    """Give one setting as a field of the rule."""
    fields = {
        heading(name): name
        for name in type(rule).model_fields
        if name not in _OWN
    }
    name = fields.get(heading(row["Setting"]))
    if name is None:
        every = ", ".join(words_of(one) for one in fields.values())
        row.fault(
            "Setting",
            f"{rule.id} has {'the settings ' + every if every else 'none'}.",
            nearest(row["Setting"], map(words_of, fields.values())),
        )
        return {}
    value = row.raw.get("Value")
    if is_blank(value):
        row.fault("Value", "the setting needs a value.")
        return {}
    try:
        typed = _typed(value, type(rule).model_fields[name])
    except CellError as error:
        row.fault("Value", error.expected)
        return {}
    return _tried(row, rule, name, typed)


def words_of(name: str) -> str:
    """Give the name of a setting as the sheet has it."""
    return name.replace("_", " ")


def _typed(value: object, info: FieldInfo) -> Any:
    """Read a value by what the setting is: money, yes or no, a list."""
    if is_price(info):
        pence = as_prices(value)
        return pence if isinstance(info.default, tuple) else pence[0]
    if isinstance(info.default, bool):
        return fold(value) in YES
    if isinstance(info.default, tuple):
        parts = [part.strip() for part in str(value).split(",")]
        return tuple(parts if not _in_pairs(info) else map(_pair, parts))
    if isinstance(info.default, (int, float)) or info.annotation == _COUNT:
        number = as_number(value)
        return int(number) if number.is_integer() else number
    return fold(value)


def _in_pairs(info: FieldInfo) -> bool:
    """Tell a setting that is a list of two things each."""
    return "tuple[tuple" in str(info.annotation)


def _pair(said: str) -> tuple[str, ...]:
    """Read `E=2`, or `L then E`."""
    cells = re.split(r"\s*=\s*|\s+then\s+", said)
    if len(cells) != 2 or not all(cells):
        raise CellError("write pairs such as E=2, N=3, or L then E, N then E.")
    return tuple(cells)


def _tried(row: Row, rule: Rule, name: str, value: Any) -> dict[str, Any]:
    """Give the setting if the rule takes it, else put down why not."""
    try:
        rule.replace(**{name: value})
    except ValidationError as error:
        said = error.errors()[0]["msg"].removeprefix("Value error, ")
        sentence = said[:1].lower() + said[1:]
        row.fault("Value", f"{words_of(name)}: {sentence}.")
        return {}
    return {name: value}


def _changed(rule: Rule, changes: _Changes) -> Rule:
    overrides = (*changes.overrides, *rule.overrides)
    settings = dict(changes.settings)
    if changes.own:
        settings["own"] = (*getattr(rule, "own", ()), *changes.own)
    if not settings and not changes.overrides:
        return rule
    return rule.replace(**settings, overrides=overrides)
