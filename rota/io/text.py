"""The same pages as plain text, for the command line."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from rota import words
from rota.calendar import HOUR
from rota.checker import Report
from rota.domain import Problem
from rota.io.pages import checks, sections
from rota.io.pages.facts import Facts
from rota.next_period import NextPeriod
from rota.result import Result

WIDTH = 88


def summary_text(
    result: Result, notes: Sequence[str] = (), person_word: str = "client"
) -> str:
    """Give the Summary as lines of text."""
    facts = Facts.of(result, notes, person_word)
    return "\n".join(_summary(facts))


def check_text(
    report: Report, notes: Sequence[str] = (), person_word: str = "client"
) -> str:
    """Give what the check has to say of any rota, as lines of text.

    Rules by person and day, shifts to fill, hours, fair shares.
    """
    facts = Facts(report, tuple(notes), person_word=person_word)
    lines = [
        *_summary(facts),
        "",
        *_rules(facts),
        *_hours(facts),
        *_shares(facts),
    ]
    return "\n".join(lines).rstrip()


def next_text(problem: Problem, after: NextPeriod) -> str:
    """Give what the next period is, and what it knows, as lines of text."""
    weeks = {total.monday for total in after.totals}
    owed = [minutes for minutes in after.brought_forward.values() if minutes]
    lines = [
        f"{problem.name or 'The next rota'}: {words.day(after.start)} to"
        f" {words.day(after.end)} {after.end.year}",
        f"History: {words.count(len(after.worked), 'shift')} from"
        f" {words.day(after.known_from)} on,"
        f" {words.count(len(weeks), 'week')} of totals before, and"
        f" {words.count(len(after.ledger), 'count')} of what was carried.",
    ]
    if owed:
        lines.append(
            f"Hours brought forward for"
            f" {words.count(len(owed), 'person', 'people')}, from"
            f" {words.hours(min(owed))} to {words.hours(max(owed))}."
        )
    return "\n".join(lines)


def _summary(facts: Facts) -> Iterator[str]:
    yield f"{facts.title}: {facts.period}"
    yield sections.verdict(facts)
    for section in sections.sections(facts):
        yield ""
        yield section.heading
        for line in section.lines:
            yield from _wrapped(line)


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(
        line, WIDTH, initial_indent="  ", subsequent_indent="    "
    )


def _rules(facts: Facts) -> Iterator[str]:
    """Give every rule broken or not met, with its amount."""
    lines = list(checks.rows(facts))
    if lines:
        yield "Every check"
    for strength, rule, _, _, what, amount in lines:
        yield from _wrapped(f"{strength}: {what} ({rule.lower()}, {amount})")
    if lines:
        yield ""


def _hours(facts: Facts) -> Iterator[str]:
    lines = {line.worker_id: line for line in facts.metrics.hours}
    width = max((len(w.name) for w in facts.workers), default=0)
    heads = ("due", "credit", "given", "over")
    yield "Hours" + " " * max(0, width - 3) + _columns(heads)
    for worker in facts.workers:
        line = lines[worker.id]
        numbers = (line.due, line.credited, line.rostered, line.difference)
        said = [f"{number / HOUR:.1f}" for number in numbers]
        if not line.has_contract:
            said = ["-", "-", said[2], "-"]
        yield f"  {worker.name:<{width}}{_columns(said)}"
    yield ""


def _columns(texts: Sequence[str]) -> str:
    return "".join(text.rjust(9) for text in texts)


def _shares(facts: Facts) -> Iterator[str]:
    """Give each burden: who had how many against the fair share."""
    found: dict[str, list[str]] = {}
    for share in facts.metrics.shares:
        total = share.carried + share.had
        if total or share.fair:
            said = f"{share.name} {total} ({share.fair:.1f})"
            found.setdefault(share.burden, []).append(said)
    if found:
        yield "Fair share: carried in all (fair)"
    for burden, people in found.items():
        yield from _wrapped(f"{burden}: {words.listed(people)}")
