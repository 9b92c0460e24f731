"""Checks: every rule broken or not met, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import TYPE_CHECKING

from rota import discretion, words
from rota.calendar import local_date
from rota.domain import Key, Strength
from rota.io.pages import paper, sections, support
from rota.io.pages.facts import Facts
from rota.io.pages.unmet import is_rounding
from rota.rules.base import Breach
from rota.rules.continuity import PreferredPeople
from rota.rules.support_hours import EnoughPeople, SupportHours

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = ("Strength", "Rule", "Person or unit", "Day", "What", "How much")
EXCEPTION = "Exception made"
FITS = 104  # characters of What in a line
_SAID = {
    Strength.MUST: "Rule broken",
    Strength.SHOULD: "Not met",
    Strength.WATCH: "For information",
}


def draw(sheet: Worksheet, facts: Facts) -> None:
    """Draw the page of checks; what is broken stands first."""
    paper.widths(sheet, 16, 26, 24, 14, 84, 16)
    row = paper.title(sheet, f"{facts.title}: checks", facts.period)
    lines = list(rows(facts))
    if lines:
        paper.table(sheet, row, HEADINGS, lines)
        _redden(sheet, row + 1, len(facts.report.broken))
        for place, line in enumerate(lines, row + 1):
            if len(line[4]) > FITS:
                tall = 13.5 * ceil(len(line[4]) / FITS) + 2
                sheet.row_dimensions[place].height = tall
        last = row + len(lines)
        sheet.auto_filter.ref = f"A{row}:F{last}"
        sheet.freeze_panes = f"A{row + 1}"
    else:
        paper.put(
            sheet, row, 1, "Every rule listed is kept.", colour=paper.GOOD
        )
    paper.set_up_page(sheet, facts.title, rows=f"{row}:{row}")


def _redden(sheet: Worksheet, first: int, count: int) -> None:
    for row in range(first, first + count):
        look = paper.Look(bold=True, colour=paper.BAD, fill=paper.PALE_BAD)
        paper.dress(paper.cell_of(sheet, row, 1), look)


def rows(facts: Facts) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Give the lines: musts, shifts to fill, exceptions, and the rest.

    Fair shares that are within one shift are left to their own page.
    """
    report = facts.report
    yield from _lines(facts, report.broken)
    said = sections.to_fill(facts)
    for shift, sentence in zip(facts.to_fill, said, strict=True):
        day = words.day(local_date(shift.begins))
        much = words.hours(shift.minutes) if shift.minutes else "a swap"
        yield "To fill", "Cover", shift.unit_id, day, sentence, much
    for gap, sentence in zip(
        facts.not_given, support.not_given(facts), strict=True
    ):
        much = words.hours(gap.minutes) if gap.minutes else "people"
        yield (
            "Not given",
            "Support plan",
            gap.client.name,
            words.day(gap.date),
            sentence,
            much,
        )
    yield from _lines(facts, report.excepted)
    others = (*report.not_met, *report.watched)
    yield from _lines(
        facts,
        (
            b
            for b in others
            if not (b.exception or is_rounding(b) or _is_told(facts, b))
        ),
    )
    yield from _not_preferred(facts)


def _not_preferred(
    facts: Facts,
) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Give one line for each client to whom others come than preferred."""
    every = (*facts.report.not_met, *facts.report.watched)
    held = [b for b in every if isinstance(b.rule, PreferredPeople)]
    for one in facts.familiar if held else ():
        if one.others:
            names = [f"{name} {count}" for name, count in one.others]
            yield (
                _SAID[held[0].strength],
                discretion.title(held[0].rule),
                one.client.name,
                "",
                f"{one.client.name}: others come than those preferred,"
                f" {words.listed(names)}",
                words.count(sum(n for _, n in one.others), "session"),
            )


def _is_told(facts: Facts, breach: Breach) -> bool:
    """Tell what stands among the support not given already."""
    what = breach.key.what
    if isinstance(breach.rule, SupportHours):
        return bool(facts.not_given) and not what.endswith(":over")
    return isinstance(breach.rule, EnoughPeople | PreferredPeople)


def _lines(
    facts: Facts, breaches: Iterable[Breach]
) -> Iterator[tuple[str, str, str, str, str, str]]:
    for breach in breaches:
        yield (
            _SAID[breach.strength] if not breach.exception else EXCEPTION,
            discretion.title(breach.rule),
            _who(facts, breach.key),
            _when(breach.key),
            _sentence(facts, breach),
            amount(breach),
        )


def _sentence(facts: Facts, breach: Breach) -> str:
    """Word what is not kept; an exception with why and by whom."""
    said = discretion.sentence(facts.problem, breach)
    if breach.exception is None:
        return said
    return f"{said} (exception: {discretion.exception(breach)})"


def _who(facts: Facts, key: Key) -> str:
    if key.worker_id:
        return facts.problem.worker[key.worker_id].name
    session = facts.problem.session.get(key.what)
    client_id = session.client_id if session else key.what
    client = facts.problem.client.get(client_id)
    return client.name if client else key.unit_id


def _when(key: Key) -> str:
    if key.date:
        return words.day(key.date)
    return words.day(local_date(key.at)) if key.at else ""


def amount(breach: Breach) -> str:
    """Say how much of the rule's unit is meant."""
    if breach.rule.unit == "hour":
        return words.hours(breach.amount)
    many = {"person": "people"}.get(breach.rule.unit, "")
    return words.count(breach.amount, breach.rule.unit, many)
