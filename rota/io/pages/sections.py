"""The Summary in words: sections of lines, drawn as a page or as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rota import discretion, words
from rota.calendar import HOUR
from rota.checker import SIXTIETHS
from rota.domain import Burden
from rota.io.pages import support, unmet
from rota.io.pages.facts import Facts
from rota.metrics import WorkerHours
from rota.result import Status

ALL = 100  # per cent; of a bound that says nothing
MOST_LINES = 12  # of one section; the other pages have them all


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `alarm` sections are drawn in red."""

    heading: str
    lines: tuple[str, ...]
    alarm: bool = False


def verdict(facts: Facts) -> str:
    """Say in one line whether the rota can be published."""
    broken = len(facts.report.broken)
    open_shifts = len(facts.to_fill)
    if is_ready(facts):
        return "Ready to publish: keeps the rules listed, nothing to fill."
    parts = []
    if open_shifts:
        parts.append(words.count(open_shifts, "shift") + " to fill")
    parts += support.to_give(facts)
    if broken:
        parts.append(words.count(broken, "rule") + " broken")
    return f"Not ready to publish: {words.listed(parts)}."


def is_ready(facts: Facts) -> bool:
    """Tell whether nothing is to fill or to give, and no must is broken."""
    return not (
        facts.report.broken or facts.to_fill or any(support.to_give(facts))
    )


def sections(facts: Facts, most: int = MOST_LINES) -> tuple[Section, ...]:
    """Give the sections of the Summary, without the empty ones."""
    made = (
        Section("No rota keeps to this", tuple(_reason(facts)), alarm=True),
        _section("Shifts to fill", to_fill(facts), most, "Checks", True),
        _section(
            "Hours not given", support.not_given(facts), most, "Checks", True
        ),
        _section(
            "Shared support not given",
            support.shared(facts),
            most,
            "Commissioned hours",
            True,
        ),
        _section(
            "Trips without a driver",
            support.undriven(facts),
            most,
            "Checks",
            True,
        ),
        _section("Rules broken", _broken(facts), most, "Checks", True),
        Section("Hours", tuple(_hours(facts))),
        Section("Support plans", tuple(support.hours(facts))),
        Section("Who comes", tuple(support.who_comes(facts))),
        Section("Most and fewest", tuple(_extremes(facts))),
        _section("Requests not met", _requests(facts), most, "Checks"),
        _section("Not met, by rule", unmet.not_met(facts), most, "Checks"),
        Section("Money beyond contracted pay", tuple(_money(facts))),
        Section(
            "Priorities (weights you chose; not money)",
            tuple(_priorities(facts)),
        ),
        Section("Not checked, and defaults used", facts.notes),
    )
    return tuple(section for section in made if section.lines)


def _section(
    heading: str,
    lines: Iterator[str],
    most: int,
    page: str,
    alarm: bool = False,
) -> Section:
    every = tuple(lines)
    shown = every if len(every) <= most else every[:most]
    if len(every) > most:
        more = len(every) - most
        shown = (*shown, f"and {more} more: see {page}")
    return Section(heading, shown, alarm)


def _reason(facts: Facts) -> Iterator[str]:
    result = facts.result
    if result and result.status is Status.NO_ROTA and result.reason:
        yield result.reason


def to_fill(facts: Facts) -> Iterator[str]:
    """Say each shift to fill, who is nearest, and what is in the way."""
    for shift in facts.to_fill:
        near = shift.nearest
        who = f" Nearest: {near.sentence}." if near else ""
        why = f" {shift.supply}." if shift.supply else ""
        yield f"{shift.sentence}.{why}{who}"


def _broken(facts: Facts) -> Iterator[str]:
    for breach in facts.report.broken:
        yield discretion.sentence(facts.problem, breach)


def _hours(facts: Facts) -> Iterator[str]:
    hours, metrics = facts.metrics.service, facts.metrics
    yield (
        f"Needed {_round(hours.needed)}, available from contracts after leave"
        f" {_round(hours.available)}, rostered {_round(hours.rostered)}"
        f" (waking hours)"
    )
    if hours.sleep_ins_needed or hours.sleep_ins_given:
        yield (
            f"Sleep-ins: {hours.sleep_ins_needed} needed,"
            f" {hours.sleep_ins_given} given"
        )
    share = f" ({hours.agency_share:.0%} of rostered)" if hours.agency else ""
    yield f"Agency: {_round(hours.agency)}{share}"
    contracted = [line for line in metrics.hours if line.has_contract]
    if contracted:
        yield from _furthest(contracted)
    if metrics.kept:
        yield f"Typed cells kept: {metrics.kept}"


def _furthest(lines: list[WorkerHours]) -> Iterator[str]:
    over = max(lines, key=lambda line: line.difference)
    under = min(lines, key=lambda line: line.difference)
    if over.difference > 0:
        gone = words.hours(over.difference)
        yield f"Furthest over contracted hours: {over.name}, {gone}"
    if under.difference < 0:
        gone = words.hours(-under.difference)
        yield f"Furthest under contracted hours: {under.name}, {gone}"


def _extremes(facts: Facts) -> Iterator[str]:
    """Say who has most and fewest of each burden among those who share."""
    for burden in Burden:
        shares = [s for s in facts.metrics.shares if s.burden == burden.value]
        if not any(share.had for share in shares):
            continue
        most = max(share.had for share in shares)
        least = min(share.had for share in shares)
        top = words.people([s.name for s in shares if s.had == most])
        low = words.people([s.name for s in shares if s.had == least])
        name = burden.value.capitalize()
        if most == least:
            yield f"{name}: {most} each ({top})"
        else:
            yield f"{name}: most {most} ({top}), fewest {least} ({low})"


def _requests(facts: Facts) -> Iterator[str]:
    for breach in facts.report.of("requests"):
        yield breach.sentence


def _money(facts: Facts) -> Iterator[str]:
    money = facts.metrics.money
    for name, pounds in sorted(money.items()):
        yield f"{_MONEY.get(name, name.capitalize())}: £{pounds:,.2f}"
    if not money:
        yield "None"
    if facts.metrics.service.sleep_ins_given:
        yield "Sleep-in fees are not counted: the workbook gives none"


_MONEY = {
    "extra pay": "Bank and agency pay",
    "overtime": "Overtime",
}


def _priorities(facts: Facts) -> Iterator[str]:
    weight = sum(breach.cost for breach in facts.report.not_met)
    count = len(facts.report.not_met)
    if count:
        things = words.count(count, "thing")
        yield f"{things} not met, weighing {weight / SIXTIETHS:,.0f} points"
    yield from possible(facts)


def possible(facts: Facts) -> Iterator[str]:
    """Say how much better a rota there could be."""
    result = facts.result
    if result is None:
        return
    if result.status is Status.OPTIMAL or result.possible == 0:
        yield "No better rota is possible with these priorities"
    elif result.possible is None or round(result.possible * 100) >= ALL:
        yield "How much better a rota could be was not worked out"
    else:
        share = max(1, round(result.possible * 100))
        yield f"At most {share} % better is possible"


def _round(minutes: int) -> str:
    return f"{minutes / HOUR:,.0f} h"
