"""What a finished rota leaves to the next one: history, ledger, hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rota import words
from rota.calendar import (
    ONE_DAY,
    days_between,
    instant,
    monday,
)
from rota.domain import (
    CHANGES,
    AbsenceKind,
    Carried,
    Duty,
    Problem,
    WeekTotal,
    Worker,
)
from rota.errors import OutputError
from rota.ledger import ledger_after
from rota.payroll import Pay, Payroll, as_it_was, payroll
from rota.roster import Roster
from rota.rules.weekly_hours import working_minutes

KNOWN = timedelta(days=14)  # of single duties, back from the new start
LONGEST = timedelta(weeks=52)  # of weekly totals (WTR reg 23)


@dataclass(frozen=True, slots=True)
class Worked:
    """One duty that somebody has had, or already has."""

    worker_id: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class Away:
    """One day of paid absence before the new start."""

    worker_id: str
    date: date
    kind: AbsenceKind


@dataclass(frozen=True, slots=True)
class NextPeriod:
    """What the next workbook holds of the time before it.

    Attributes
    ----------
    start, end
        The next period, as long as the last.
    known_from
        The date from which `worked` is complete.
    worked
        Duties before the start that end after `known_from` begins.
    fixed
        Duties on or after the start that were given already.
    away
        Days of paid absence from `known_from` on.
    totals
        Weeks before `known_from`, as far back as they are known.
    ledger
        What everybody has carried, of whatever counts.
    brought_forward
        Minutes owed to the service by worker id; less than 0: owed by it.
    known_by
        Who gave somebody support in this period, by client id.
    leave_left, toil_left
        Minutes of leave, and of time off in lieu, that are left by worker id;
        only of those of whom it is known.
    notes
        Sentences: what is not known, and is not taken to be zero.
    """

    start: date
    end: date
    known_from: date
    worked: tuple[Worked, ...]
    fixed: tuple[Worked, ...]
    away: tuple[Away, ...]
    totals: tuple[WeekTotal, ...]
    ledger: tuple[Carried, ...]
    brought_forward: dict[str, int]
    known_by: dict[str, tuple[str, ...]]
    leave_left: dict[str, int]
    toil_left: dict[str, int]
    notes: tuple[str, ...]


def roll(
    problem: Problem, roster: Roster, pay: Pay | None = None
) -> NextPeriod:
    """Say what the period after this one has to know.

    Parameters
    ----------
    problem
        The period that is over, with what it knew of the time before.
    roster
        Who was to work what in it.
    pay
        What was worked otherwise than planned, and what becomes of hours
        over contract.

    Returns
    -------
    The next period: history, ledger and hours brought forward.

    Raises
    ------
    OutputError
        The rota is empty: nobody would have worked at all.
    """
    if not roster.pairs:
        raise OutputError(
            "No rota stands in the workbook; make it with rota solve first."
        )
    hours = payroll(problem, roster, pay)
    worked = pay.worked if pay else ()
    start = problem.end + ONE_DAY
    missed = {(w.worker_id, w.planned_id) for w in worked if w.duty is None}
    known_by = _known_by(problem, roster.changed(drop=missed), start)
    problem, roster = as_it_was(problem, roster, worked)
    known_from = _known_from(problem, start)
    done = [
        Worked(worker.id, duty)
        for worker in problem.workers
        for duty in roster.timeline(worker.id)
        if duty.ends > instant(known_from)
    ]
    return NextPeriod(
        start=start,
        end=problem.end + timedelta(days=len(problem.dates)),
        known_from=known_from,
        worked=tuple(w for w in done if w.duty.date < start),
        fixed=tuple(w for w in done if w.duty.date >= start),
        away=tuple(_away(problem, known_from)),
        totals=tuple(_totals(problem, roster, known_from)),
        ledger=tuple(ledger_after(problem, roster)),
        known_by=known_by,
        brought_forward=_left(hours, "bank"),
        leave_left=_left(hours, "leave"),
        toil_left=_left(hours, "toil"),
        notes=tuple(_notes(problem, start)),
    )


def _first_known(problem: Problem) -> date:
    """Give the date from which every duty up to the end is known."""
    if problem.known_from is None:
        return problem.start
    return min(problem.known_from, problem.start)


def _known_from(problem: Problem, start: date) -> date:
    """Go back a fortnight from the new start, to a Monday, if that is known.

    What is older is kept as weekly totals, so the seam is between weeks.
    """
    return max(monday(start - KNOWN), _first_known(problem))


# -- weeks ------------------------------------------------------------------


def _away(problem: Problem, known_from: date) -> Iterator[Away]:
    """Give the days of paid absence, once each."""
    days = set(days_between(known_from, problem.end))
    for worker in problem.workers:
        found = {
            day: absence.kind
            for absence in problem.absences_of[worker.id]
            if absence.kind.is_paid and absence.is_whole_days
            for day in days_between(absence.first, absence.last)
            if day in days
        }
        for day in sorted(found):
            yield Away(worker.id, day, found[day])


def _totals(
    problem: Problem, roster: Roster, known_from: date
) -> Iterator[WeekTotal]:
    """Give the weeks before the known duties: counted, or as they came."""
    for worker in problem.workers:
        typed = problem.week_totals_of.get(worker.id, {})
        for week in _weeks_of(worker, problem, known_from):
            if _is_whole(problem, week):
                yield WeekTotal(
                    worker_id=worker.id,
                    monday=week,
                    minutes=working_minutes(roster, worker.id, week),
                    excluded_days=problem.excluded_days(worker.id, week),
                )
            elif week in typed:
                yield typed[week]


def _weeks_of(
    worker: Worker, problem: Problem, known_from: date
) -> Iterator[date]:
    """Give the Mondays of a year that lie in the employment."""
    first = monday(problem.end + ONE_DAY - LONGEST)
    if worker.starts_on is not None:
        first = max(first, monday(worker.starts_on))
    for day in days_between(first, known_from - ONE_DAY):
        if day.weekday() == 0:
            yield day


def _is_whole(problem: Problem, week: date) -> bool:
    """Tell whether every duty of a week is known."""
    last = week + timedelta(days=6)
    return _first_known(problem) <= week and last <= problem.end


def _known_by(
    problem: Problem, roster: Roster, start: date
) -> dict[str, tuple[str, ...]]:
    """Give who has come to know each client, of those who stay."""
    stay = [w for w in problem.workers if (w.ends_on or start) >= start]
    seen = {
        worker.id: {time.client.id for time in roster.sessions_of(worker.id)}
        for worker in stay
    }
    return {
        client.id: tuple(w.id for w in stay if client.id in seen[w.id])
        for client in problem.clients
    }


# -- balances ---------------------------------------------------------------


def _left(hours: Payroll, balance: str) -> dict[str, int]:
    """Give what is carried on of a balance, where it is known."""
    left = {
        person.worker.id: getattr(person, balance).left
        for person in hours.people
    }
    return {
        name: minutes for name, minutes in left.items() if minutes is not None
    }


# -- what is not known ------------------------------------------------------


def _notes(problem: Problem, start: date) -> Iterator[str]:
    first = monday(start - KNOWN)
    if _first_known(problem) > first:
        yield (
            f"Shifts before {words.day(_first_known(problem))} are not known;"
            " rest is checked from there."
        )
    short = [w for w in problem.workers if _lacks_weeks(problem, w, start)]
    if short:
        yield (
            "Hours worked are not known for every week of the 48-hour average"
            f" of {words.count(len(short), 'person', 'people')}: it is over"
            " the weeks that are known."
        )
    known = any(burden == CHANGES for _, burden in problem.carried)
    if not known and not problem.changed:
        yield (
            "Changes at short notice are those made by rota solve --stay-near:"
            " none is recorded. Others belong in the History sheet."
        )


def _lacks_weeks(problem: Problem, worker: Worker, start: date) -> bool:
    """Tell whether the first average of the next period misses a week."""
    typed = problem.week_totals_of.get(worker.id, {})
    first = monday(start) - timedelta(weeks=worker.reference_weeks - 1)
    if worker.starts_on is not None:
        first = max(first, monday(worker.starts_on))
    before = [d for d in days_between(first, start) if d.weekday() == 0]
    return any(
        week not in typed
        and week < monday(start)
        and not _is_whole(problem, week)
        and not worker.is_opted_out_in(week)
        for week in before
    )
