"""How the model by hand says the rules about one person's time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from benchmarks.textbook import ONE_DAY, Sum, Test, Textbook
from rota.calendar import HOUR, instant
from rota.domain import Strength, Worker
from rota.domain import weekends as weekends_of

AnyRule = Any  # whatever rule; its own settings are read


def one_a_day(book: Textbook, rule: AnyRule) -> None:  # noqa: ARG001
    """Give nobody two shifts on one day."""
    for worker in book.problem.workers:
        for day in book.problem.dates:
            book.model.add(book.has(worker, day) <= 1)


def rest(book: Textbook, rule: AnyRule) -> None:
    """Forbid each shift that begins too soon after one of the day before."""
    _apart(book, rule, rule.hours * HOUR)


def quick_returns(book: Textbook, rule: AnyRule) -> None:
    """Charge short rests; it is the rest above that is forbidden."""
    _apart(book, rule, rule.hours * HOUR)


def recovery(book: Textbook, rule: AnyRule) -> None:
    """Charge work by day before the second night's sleep after a night."""
    for worker in book.problem.workers:
        for day in book.problem.dates:
            night = book.has(worker, day - ONE_DAY, lambda d: d.is_night)
            early = book.has(worker, day, lambda d: not d.is_night)
            book.at_most(night + early, 1, rule)
            night = book.has(worker, day - 2 * ONE_DAY, lambda d: d.is_night)
            book.at_most(night + early, 1, rule)


def _apart(book: Textbook, rule: AnyRule, minutes: float) -> None:
    for worker in book.problem.workers:
        for day in book.problem.dates:
            before = book.on.get((worker.id, day - ONE_DAY), [])
            for other, y in book.on.get((worker.id, day), []):
                for one, x in before:
                    if other.begins - one.ends < minutes:
                        book.at_most(x + y, 1, rule)


def successions(book: Textbook, rule: AnyRule) -> None:
    """Forbid each pair of shifts that may not follow each other."""
    never = set(rule.never)
    for worker in book.problem.workers:
        for day in book.problem.dates:
            for one, x in book.on.get((worker.id, day - ONE_DAY), []):
                for other, y in book.on.get((worker.id, day), []):
                    if (one.code, other.code) in never:
                        book.at_most(x + y, 1, rule)


def most_running(book: Textbook, rule: AnyRule) -> None:
    """Look at every window of one day too many."""
    for worker in book.problem.workers:
        most = rule.limit(worker)
        if most is not None:
            _windows(book, rule, worker, most, rule.counts)


def same_running(book: Textbook, rule: AnyRule) -> None:
    """Look at every window of one such shift too many."""
    for worker in book.problem.workers:
        for code, most in rule.most:
            _windows(book, rule, worker, most, is_a(code))


def is_a(code: str) -> Test:
    """Give the test for a code."""
    return lambda duty: duty.code == code


def _windows(
    book: Textbook, rule: AnyRule, worker: Worker, most: int, test: Test
) -> None:
    for day in book.problem.dates:
        window = [day - ONE_DAY * n for n in range(most + 1)]
        worked = sum(book.has(worker, past, test) for past in window)
        book.at_most(worked, most, rule)


def fewest_running(book: Textbook, rule: AnyRule) -> None:
    """Forbid each run that is too short, length by length."""
    for worker in book.problem.workers:
        _short(book, rule, worker, rule.limit(worker), rule.counts)


def fewest_same_running(book: Textbook, rule: AnyRule) -> None:
    """Forbid each run of a shift that is too short."""
    for worker in book.problem.workers:
        for code, least in rule.least:
            _short(book, rule, worker, least, is_a(code))


def fewest_off(book: Textbook, rule: AnyRule) -> None:
    """Forbid each run of days off that is too short."""
    for worker in book.problem.workers:
        least = rule.limit(worker)
        _short(book, rule, worker, least, rule.counts, off=True)


def single_days_off(book: Textbook, rule: AnyRule) -> None:
    """Charge each day off between two days of work."""
    for worker in book.problem.workers:
        _short(book, rule, worker, 2, None, off=True)


def _short(
    book: Textbook,
    rule: AnyRule,
    worker: Worker,
    least: int,
    test: Test | None,
    *,
    off: bool = False,
) -> None:
    known = set(book.known)

    def here(day: date) -> Sum:
        worked = book.has(worker, day, test)
        return 1 - worked if off else worked

    for length in range(1, least):
        for first in book.known:
            days = [first + ONE_DAY * n for n in range(length)]
            around = [first - ONE_DAY, first + ONE_DAY * length]
            ended = around[1] >= book.problem.start
            if not ended or not known.issuperset([*days, *around]):
                continue
            inside = sum(here(day) for day in days)
            beside = sum(here(day) for day in around)
            if rule.strength is Strength.MUST:
                book.model.add(inside - beside <= length - 1)
            else:
                missed = book.model.new_bool_var("")
                book.model.add(inside - beside - missed <= length - 1)
                book.charge(missed * (least - length), rule, rule.price)


def most_off(book: Textbook, rule: AnyRule) -> None:
    """Look at every window of one day off too many."""
    known = set(book.known)
    for worker in book.problem.workers:
        most = rule.limit(worker)
        for day in book.problem.dates:
            window = [day - ONE_DAY * n for n in range(most + 1)]
            if known.issuperset(window):
                worked = sum(book.has(worker, past) for past in window)
                book.at_least(worked, 1, rule)


def weekly_rest(book: Textbook, rule: AnyRule) -> None:
    """Ask for two days in a fortnight without work, and no night before."""
    dates = book.problem.dates
    for worker in book.problem.workers:
        for n in range(0, len(dates) - 13, 14):
            free = [_is_free(book, worker, day) for day in dates[n : n + 14]]
            book.at_least(sum(free), 2, rule)


def _is_free(book: Textbook, worker: Worker, day: date) -> Sum:
    free = book.model.new_bool_var("")
    book.model.add(free + book.has(worker, day) <= 1)
    night = book.has(worker, day - ONE_DAY, lambda d: d.is_night)
    book.model.add(free + night <= 1)
    return free


# -- weekends -----------------------------------------------------------------


def weekend(book: Textbook, worker: Worker, saturday: date) -> Sum:
    """Give whether a weekend is worked, a Friday night included."""
    friday = saturday - ONE_DAY
    midnight = instant(saturday)
    return book.either(
        [
            book.has(worker, friday, lambda duty: duty.ends > midnight),
            book.has(worker, saturday),
            book.has(worker, saturday + ONE_DAY),
        ]
    )


def weekends_in_a_row(book: Textbook, rule: AnyRule) -> None:
    """Look at every window of one weekend too many."""
    for worker in book.problem.workers:
        first = weekends_of(book.problem)[:1]
        week = timedelta(days=7)
        before = [s - week * n for s in first for n in range(rule.most, 0, -1)]
        days = [*before, *weekends_of(book.problem)]
        worked = [weekend(book, worker, day) for day in days]
        for n in range(len(worked) - rule.most):
            trio = worked[n : n + rule.most + 1]
            book.at_most(sum(trio), rule.most, rule)


def most_weekends(book: Textbook, rule: AnyRule) -> None:
    """Count the weekends worked."""
    for worker in book.problem.workers:
        most = rule.limit(worker)
        if most is not None:
            days = weekends_of(book.problem)
            worked = sum(weekend(book, worker, day) for day in days)
            book.at_most(worked, most, rule)


def whole_weekends(book: Textbook, rule: AnyRule) -> None:
    """Charge a Saturday without its Sunday, or the other way round."""
    for worker in filter(rule.limit, book.problem.workers):
        for day in weekends_of(book.problem):
            one = book.has(worker, day)
            other = book.has(worker, day + ONE_DAY)
            half = book.model.new_bool_var("")
            book.model.add(one - other <= half)
            book.model.add(other - one <= half)
            book.charge(half, rule, rule.price)
