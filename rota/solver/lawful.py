"""A rota somebody made, with just enough taken out to keep every must."""

from __future__ import annotations

from collections.abc import Iterator

from rota.checker import Report, check
from rota.domain import Given, Problem
from rota.roster import Pair, Roster
from rota.rules.base import Breach
from rota.solver.best import Scale


def lawful(problem: Problem, start: Roster, scale: Scale) -> Roster:
    """Keep of a rota what may be given, and add the pins.

    Where a must is broken beyond what pins and history break, the sessions
    that break it go, then the duties of that person on that day, then all
    that person's duties.
    """
    pins = problem.pinned_pairs
    known = {pair for pair in start.pairs if problem.find(pair[1])}
    kept = {pair for pair in known if problem.allows(*pair)}
    roster = Roster(problem, kept | pins)
    for guilty in (_sessions, _of_the_day, _of_the_person, _sessions):
        report = check(problem, roster)
        found = {
            pair for b in _excess(report, scale) for pair in guilty(b, roster)
        }
        roster = roster.changed(drop=found - pins)
    if scale.worth(check(problem, roster))[0]:
        return Roster.pins(problem)
    return roster


def _excess(report: Report, scale: Scale) -> Iterator[Breach]:
    """Give the musts that are broken beyond what constants break."""
    for breach in report.broken:
        name = (breach.rule.id, breach.key)
        if breach.amount > scale.unavoidable.get(name, 0):
            yield breach


def _of_the_person(breach: Breach, roster: Roster) -> Iterator[Pair]:
    """Give everything that those whom a breach names are given."""
    for worker_id in (breach.key.worker_id, breach.key.other_id):
        if worker_id in roster.problem.worker:
            held: list[Given] = [
                *roster.by_worker[worker_id],
                *roster.sessions_of(worker_id),
            ]
            yield from ((worker_id, given.id) for given in held)


def _of_the_day(breach: Breach, roster: Roster) -> Iterator[Pair]:
    """Give what they are given on the day of the breach."""
    for worker_id, duty_id in _of_the_person(breach, roster):
        if roster.problem.given(duty_id).date == breach.key.date:
            yield worker_id, duty_id


def _sessions(breach: Breach, roster: Roster) -> Iterator[Pair]:
    """Give the sessions that a breach speaks of, or that lie in its time."""
    key = breach.key
    times = roster.problem.session_times if roster.problem.sessions else {}
    for worker_id, duty_id in roster.pairs:
        time = times.get(duty_id)
        if time is None or key.worker_id not in ("", worker_id):
            continue
        named = key.what == time.session.id or duty_id in key.duty_ids
        inside = key.to > key.at and time.overlaps(key.at, key.to)
        if named or (inside and key.what in ("", time.client.id)):
            yield worker_id, duty_id
