"""What a blank workbook has in it from the start: the kit of a service."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rota.io.kits import Kit
from rota.io.reading.rules import words_of
from rota.io.schema import Column, Sheet, Type
from rota.io.sheets.pay import SETTINGS
from rota.rules.strengths import is_price

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from rota.domain import Rule


def columns_of(sheet: Sheet, kit: Kit | None) -> list[Column]:
    """Give the columns to write; the dates of a rota come later."""
    if sheet.name == "Rota":
        return [sheet.column("Name")]
    return [*sheet.columns, *_added(sheet, kit)]


def _added(sheet: Sheet, kit: Kit | None) -> list[Column]:
    """Give the columns that a kit adds: a skill each, what a rule says."""
    if sheet.name == "Cover" and kit:
        text = "How many of them must hold this skill between them."
        return [Column(skill, text, Type.WHOLE) for skill in kit.skills]
    if sheet.name == "Rules":
        text = "What the rule says, and its settings; not read."
        return [Column("What it says", text, width=90)]
    if sheet.name == "Pay rules":
        text = "What the setting is; not read."
        return [Column("What it is", text, width=90)]
    return []


def content(
    sheet: Sheet, kit: Kit | None, kind: str
) -> Iterator[Mapping[str, Any]]:
    """Give the lines that a sheet starts with."""
    names: tuple[str, ...]
    if sheet.name == "Rules":
        yield from _rule_lines(kind)
    elif sheet.name == "Pay rules":
        yield from _pay_lines()
    elif kit and sheet.name == "Shift types":
        names = ("Code", "Name", "Start", "End", "Kind", "Break minutes",
                 "Counts as", "Colour")  # fmt: skip
        yield from (_line(names, line) for line in kit.shift_types)
    elif kit and sheet.name == "Cover":
        names = ("Shift", "From", "To", "At", "Days", "Minimum", "Ideal",
                 *kit.skills)  # fmt: skip
        yield from (_line(names, line) for line in kit.cover)


def _line(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    """Give a line by heading; clock times become Excel's own."""
    line = dict(zip(names, values, strict=True))
    for name in ("Start", "End", "From", "To", "At"):
        if line.get(name):
            line[name] = _clock(line[name])
    return line


def _clock(text: str) -> Any:
    from datetime import time

    return time.fromisoformat(text)


def _rule_lines(kind: str) -> Iterator[Mapping[str, Any]]:
    from rota.rules import defaults

    for rule in defaults(kind):
        yield {
            "Rule": rule.id,
            "Strength": _strength_word(rule),
            "What it says": f"{rule.title()}{_settings(rule)}",
        }


def _pay_lines() -> Iterator[Mapping[str, Any]]:
    """List the settings of pay, each as it is unless it is changed."""
    for setting in SETTINGS:
        yield {
            "Setting": setting.name,
            "Value": setting.default,
            "What it is": setting.help,
        }


def _strength_word(rule: Rule) -> str:
    words = {"must": "Must", "watch": "Watch", "off": "Off"}
    return words.get(rule.strength.value, "Medium")


def _settings(rule: Rule) -> str:
    """Name the settings that can be changed in the Value column."""
    own = [
        f"{words_of(name)} {_shown(getattr(rule, name), info)}"
        for name, info in type(rule).model_fields.items()
        if name not in ("strength", "price", "overrides")
    ]
    return f" Settings: {'; '.join(own)}." if own else ""


def _shown(value: Any, info: FieldInfo) -> str:
    """Show a setting as it would be typed; prices are in pounds."""
    several = value if isinstance(value, tuple) else (value,)
    if is_price(info):
        return f"£{', '.join(f'{pence / 100:g}' for pence in several)}"
    return ", ".join(str(one) for one in several)
