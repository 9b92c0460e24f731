"""About: what the rota was made from, and how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import rota
from rota import words
from rota.calendar import LONDON
from rota.checker import SIXTIETHS
from rota.domain import PriceTag, Rule, Strength
from rota.io.pages import paper, sections
from rota.io.pages.facts import Facts
from rota.rules import sources

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_OWN_COLUMNS = frozenset(("strength", "price", "overrides"))


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw the page of how the rota was made, and the rules it kept to."""
    paper.widths(sheet, 30, 14, 14, 70, 70)
    row = paper.title(sheet, f"{facts.title}: about", facts.period)
    for name, value in _facts(facts):
        paper.put(sheet, row, 1, name, colour=paper.SOFT)
        paper.put(sheet, row, 2, value)
        row += 1
    row += 1
    headings = ("Rule", "Strength", "Price", "Settings", "Source")
    paper.table(sheet, row, headings, _rules(facts), ("", "", "#,##0.00"))
    paper.set_up_page(sheet, facts.title, upright=True)


def _facts(facts: Facts) -> Iterator[tuple[str, str]]:
    yield "Made on", f"{datetime.now(LONDON):%d %B %Y %H:%M}"
    yield "Version", f"rota {rota.__version__}"
    yield "Workbook (SHA-256)", facts.source_hash or "made from a program"
    yield "Working time", sources.profile(facts.problem)
    result = facts.result
    if result is None:
        return
    yield "Result", result.status.value
    yield "Seed", str(result.seed)
    yield "Time", f"{result.seconds:.0f} seconds"
    yield "Weight of all that costs", f"{result.cost / SIXTIETHS:,.2f}"
    for line in sections.possible(facts):
        yield "How much better", line


def _rules(facts: Facts) -> Iterator[list[object]]:
    """Give every rule with its strength, price and settings.

    The list of rules is no secret; whom they are applied to is.
    """
    for rule in facts.problem.rules:
        name = rule.id[:1].upper() + rule.id[1:]
        price = rule.price / 100 if rule.strength is Strength.SHOULD else None
        source = sources.source(type(rule), facts.problem.nation)
        settings = _settings(rule)
        yield [name, rule.strength.value, price or None, settings, source]


def _settings(rule: Rule) -> str:
    said = [
        f"{name.replace('_', ' ')} {_value(rule, name)}"
        for name in type(rule).model_fields
        if name not in _OWN_COLUMNS and getattr(rule, name) is not None
    ]
    if rule.overrides:
        said.append(words.count(len(rule.overrides), "exception"))
    return ", ".join(said)


def _value(rule: Rule, name: str) -> str:
    """Say a setting; one that is a price in pounds."""
    value = getattr(rule, name)
    tags = type(rule).model_fields[name].metadata
    if not any(isinstance(tag, PriceTag) for tag in tags):
        return str(value)
    pence = value if isinstance(value, tuple) else (value,)
    return " then ".join(f"{each / 100:,.0f}" for each in pence)
