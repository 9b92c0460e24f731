"""The front page of the evidence: each figure, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rota import words
from rota.calendar import HOUR
from rota.evidence.pack import Evidence

LIMIT = 48 * HOUR


class Figure(NamedTuple):
    """One figure: its name, what it says, how sure, and its page."""

    name: str
    says: str
    how_sure: str
    page: str


def figures(pack: Evidence) -> tuple[Figure, ...]:
    """Give the figures in the order of the pages."""
    return tuple(_figures(pack))


def _figures(pack: Evidence) -> Iterator[Figure]:
    yield from _hours(pack)
    yield from _rest(pack)
    yield from _staff(pack)
    yield from _records(pack)


# -- working time -------------------------------------------------------------


def _hours(pack: Evidence) -> Iterator[Figure]:
    known = [t for t in pack.working_time if t.average is not None]
    top = max(known, key=lambda t: t.average or 0, default=None)
    highest = "not known"
    if top is not None:
        hours = words.hours(round(top.average or 0))
        highest = f"highest {hours} a week ({top.worker.name})"
    over = [
        t
        for t in known
        if (t.average or 0) > LIMIT and not t.worker.is_opted_out_in(t.last)
    ]
    yield Figure(
        "48-hour average, by the rule",
        f"{highest}; {_people(len(over))} over 48 h without an opt-out",
        "Worked out over the weeks that are known. A day of paid absence is"
        " credited with the hours the person usually works.",
        "Working time",
    )
    exact = [pack.statutory(t.worker) for t in pack.working_time]
    sure = sum(one.average is not None for one in exact)
    yield Figure(
        "48-hour average, by the statute's formula",
        f"known for {sure} of {_people(len(exact))}",
        "Exact where every week of the period, and enough days worked after"
        " it, are known (reg 4(6)). Evidence only: no rota is made by it.",
        "By the statute",
    )
    said = [w.opted_out for w in pack.employed]
    yield Figure(
        "Opt-outs",
        f"{said.count(True)} opted out, {said.count(False)} not,"
        f" {said.count(None)} not recorded",
        "As recorded in the Workers sheet.",
        "Working time",
    )
    workers = [n for n in pack.nights if n.is_night_worker]
    high = [n for n in workers if (n.average or 0) > 8]
    yield Figure(
        "Night workers' average",
        f"{_people(len(workers))} who work nights; {len(high)} over 8 h in 24",
        "By the shifts that are known. Where care needs continuity of service"
        " the limit is disapplied (reg 21); the average is shown all the"
        " same.",
        "Nights",
    )


# -- rest ---------------------------------------------------------------------


def _rest(pack: Evidence) -> Iterator[Figure]:
    debts = pack.rest_owed
    left = sum(debt.left for debt in debts)
    late = sum(debt.is_late for debt in debts)
    yield Figure(
        "Rest of under 11 hours",
        f"{words.count(len(debts), 'time')}; {words.hours(left)} still owed;"
        f" {len(debts) and late} repaid late",
        "Exact for the shifts that are known, in time that really passed.",
        "Rest",
    )
    judged = [one for one in pack.weekly_rest if one.is_known]
    kept = sum(one.is_kept for one in judged)
    yield Figure(
        "Weekly rest",
        f"kept in {kept} of {words.count(len(judged), 'period')} judged",
        "Exact where the whole period is known; others are not judged.",
        "Weekly rest",
    )


# -- staff --------------------------------------------------------------------


def _staff(pack: Evidence) -> Iterator[Figure]:
    lines = pack.training
    valid = sum(one.is_valid for one in lines)
    needed = [one for one in lines if one.is_needed and not one.is_valid]
    yield Figure(
        "Training on the day of the shift",
        f"{valid} of {len(lines)} valid; {len(needed)} missing where a shift"
        " needs it",
        "As recorded. A skill without an expiry date counts as valid.",
        "Training",
    )
    people, holders = pack.metrics.people, pack.metrics.holders
    short = sum(p.short > 0 for p in people)
    short += sum(h.short > 0 for h in holders)
    yield Figure(
        "Planned against required",
        f"{len(people) + len(holders) - short} of"
        f" {len(people) + len(holders)} needs met at every moment",
        "Exact, by what the Cover sheet asks for.",
        "Cover",
    )
    minutes = sum(week.minutes for week in pack.agency)
    agency = sum(week.agency for week in pack.agency)
    share = f"{agency / minutes:.1%}" if minutes else "none"
    yield Figure(
        "Agency",
        f"{share} of waking hours",
        "Exact, by the contract in the Workers sheet.",
        "Agency",
    )
    times = pack.alone
    unsigned = sum(one.signed_off is not True for one in times)
    yield Figure(
        "Working alone",
        f"{words.count(len(times), 'time')}; {unsigned} by somebody without a"
        " Yes in May work alone",
        "By unit, from who is on the rota; managers and visitors are not"
        " seen.",
        "Working alone",
    )


# -- records ------------------------------------------------------------------


def _records(pack: Evidence) -> Iterator[Figure]:
    lacking = sum(bool(one.lacks) for one in pack.exceptions)
    yield Figure(
        "Exceptions to the rules",
        f"{len(pack.exceptions)}; {lacking} without a reason or an approver",
        "As recorded in the Rules sheet.",
        "Exceptions",
    )
    changes = pack.changes
    known = "not known" if changes is None else str(len(changes))
    yield Figure(
        "Changes after publication",
        f"{known}; {len(pack.at_short_notice)} recorded at short notice",
        "Against the published rota, where there is one to compare with; at"
        " short notice as rota solve --stay-near recorded them.",
        "Changes",
    )
    broken = len(pack.report.broken)
    hours = words.hours(pack.report.minutes_to_fill)
    yield Figure(
        "Shifts to fill, and rules broken",
        f"{hours} below the minimum; {words.count(broken, 'rule')} broken",
        "Exact, by the check, which knows nothing of how the rota was made.",
        "Shifts to fill",
    )


def _people(number: int) -> str:
    return words.count(number, "person", "people")
