"""How the model by hand says each rule, the plain way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import ceil, floor
from typing import Any

from benchmarks.textbook import ONE_DAY, Sum, Test, Textbook
from rota.calendar import HOUR, instant
from rota.domain import Burden, Contract, Demand, Duty, Strength, Worker
from rota.domain import weekends as weekends_of

AnyRule = Any  # whatever rule; its own settings are read
Writer = Callable[[Textbook, AnyRule], None]


# -- one person's time --------------------------------------------------------


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
            _windows(book, rule, worker, most, _is(code))


def _is(code: str) -> Test:
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
            _short(book, rule, worker, least, _is(code))


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


def _weekend(book: Textbook, worker: Worker, saturday: date) -> Sum:
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
        worked = [_weekend(book, worker, day) for day in days]
        for n in range(len(worked) - rule.most):
            trio = worked[n : n + rule.most + 1]
            book.at_most(sum(trio), rule.most, rule)


def most_weekends(book: Textbook, rule: AnyRule) -> None:
    """Count the weekends worked."""
    for worker in book.problem.workers:
        most = rule.limit(worker)
        if most is not None:
            days = weekends_of(book.problem)
            worked = sum(_weekend(book, worker, day) for day in days)
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


# -- what has to be done ------------------------------------------------------


def _there(book: Textbook, demand: Demand) -> Sum:
    """Count the people who meet a demand, all the time it lasts."""
    return sum(
        book.x[worker.id, duty.id]
        for duty in book.problem.meets[demand.id]
        if demand.codes
        or (duty.begins <= demand.begins and demand.ends <= duty.ends)
        for worker in book.problem.workers
        if (worker.id, duty.id) in book.x
        and (not demand.skill or worker.holds(demand.skill, duty.date))
    )


def cover(book: Textbook, rule: AnyRule) -> None:
    """Charge the people missing, or too many, by the hour."""
    for demand in book.problem.demands:
        least, most = rule.wanted(demand)
        if demand.skill or (least, most) == (None, None):
            continue
        price = rule.price_at(demand, demand.begins, demand.ends)
        minutes = demand.length
        if least is not None:
            total = minutes * _there(book, demand)
            book.at_least(total, minutes * least, rule, price)
        if most is not None:
            total = minutes * _there(book, demand)
            book.at_most(total, minutes * most, rule, price)


def skills(book: Textbook, rule: AnyRule) -> None:
    """Charge the skills missing."""
    for demand in book.problem.demands:
        if demand.skill and demand.minimum:
            price = rule.round_price if demand.occasion else rule.price
            there = _there(book, demand)
            book.at_least(there, demand.minimum, rule, price)


# -- contracts, wishes, fairness, money ---------------------------------------


def contract_hours(book: Textbook, rule: AnyRule) -> None:
    """Charge hours unused, and hours too many."""
    problem = book.problem
    for worker in problem.workers:
        if worker.weekly_minutes:
            spare = problem.usual_shift[worker.id] // 2
            due = problem.due[worker.id] - problem.absence_credit[worker.id]
            given = book.minutes(worker)
            book.at_least(given, due - spare, rule)
            book.at_most(given, due + spare, rule, rule.over_price)


def overtime(book: Textbook, rule: AnyRule) -> None:
    """Charge the pay of hours too many."""
    problem = book.problem
    for worker in problem.workers:
        if worker.weekly_minutes:
            spare = problem.usual_shift[worker.id] // 2
            due = problem.due[worker.id] - problem.absence_credit[worker.id]
            book.at_most(book.minutes(worker), due + spare, rule)


def extra_pay(book: Textbook, rule: AnyRule) -> None:
    """Charge bank and agency by the hour."""
    problem = book.problem
    for (worker_id, duty_id), x in book.x.items():
        worker, duty = problem.worker[worker_id], problem.duty[duty_id]
        if not worker.weekly_minutes:
            price = rule.hourly(problem, worker, duty)
            book.charge(duty.wage * x, rule, price)


def agency_last(book: Textbook, rule: AnyRule) -> None:
    """Charge agency by the hour."""
    problem = book.problem
    for (worker_id, duty_id), x in book.x.items():
        if problem.worker[worker_id].contract is Contract.AGENCY:
            book.charge(problem.duty[duty_id].work * x, rule, rule.price)


def lone_working(book: Textbook, rule: AnyRule) -> None:
    """Let nobody of the agency be on a shift of a unit without company."""
    problem = book.problem
    own: dict[str, Sum] = {}
    agency: list[tuple[str, Sum]] = []
    for (worker_id, duty_id), x in book.x.items():
        if problem.worker[worker_id].contract is Contract.AGENCY:
            agency.append((duty_id, x))
        else:
            own[duty_id] = own.get(duty_id, 0) + x
    for duty_id, x in agency:
        book.at_most(x - own.get(duty_id, 0), 0, rule)


def requests(book: Textbook, rule: AnyRule) -> None:
    """Charge each request that is not met."""
    problem = book.problem
    for request in problem.requests:
        worker = problem.worker[request.worker_id]
        test = _is(request.code) if request.code else None
        has = book.has(worker, request.date, test)
        works = request.code and not request.avoid
        missed = 1 - has if works else has
        book.charge(missed, rule, rule.price_of(request))


def fair_shares(book: Textbook, rule: AnyRule) -> None:
    """Charge what is above and below the fair shares."""
    problem = book.problem
    for burden, shares in problem.fair_shares.items():
        for worker_id, fair in shares.items():
            load = _load(book, problem.worker[worker_id], burden)
            over = fair.over_prices(rule.over)
            under = fair.under_prices(rule.under)
            had = fair.carried
            book.at_most(load, floor(fair.share) - had, rule, over)
            book.at_least(load, ceil(fair.share) - had, rule, under)


def _load(book: Textbook, worker: Worker, burden: Burden) -> Sum:
    problem = book.problem
    if burden is Burden.WEEKENDS:
        days = weekends_of(problem)
        return sum(_weekend(book, worker, day) for day in days)

    def carries(duty: Duty) -> bool:
        return problem.burdens_of[duty.id][burden]

    return sum(book.has(worker, day, carries) for day in problem.dates)


def most_in_period(book: Textbook, rule: AnyRule) -> None:
    """Charge, or forbid, hours or shifts above a limit."""
    _in_period(book, rule, book.at_most)


def fewest_in_period(book: Textbook, rule: AnyRule) -> None:
    """Charge, or forbid, hours or shifts below a limit."""
    _in_period(book, rule, book.at_least)


def _in_period(book: Textbook, rule: AnyRule, limit: Any) -> None:
    for worker in book.problem.workers:
        number = rule.limit(worker)
        hours = rule.unit == "hour"
        if number is not None:
            given = book.minutes(worker) if hours else book.shifts(worker)
            limit(given, number, rule)


def most_of_a_shift(book: Textbook, rule: AnyRule) -> None:
    """Count the shifts of a type."""
    for worker in book.problem.workers:
        for code, most in rule.limit(worker).items():
            days = book.problem.dates
            given = sum(book.has(worker, day, _is(code)) for day in days)
            book.at_most(given, most, rule)


WRITERS: dict[str, Writer] = {
    "one place": one_a_day,
    "rest": rest,
    "quick returns": quick_returns,
    "recovery after nights": recovery,
    "successions": successions,
    "days in a row": most_running,
    "many days in a row": most_running,
    "nights in a row": most_running,
    "many nights in a row": most_running,
    "long days in a row": most_running,
    "long days limit": most_running,
    "same shift in a row": same_running,
    "fewest days in a row": fewest_running,
    "fewest same shift in a row": fewest_same_running,
    "fewest days off in a row": fewest_off,
    "most days off in a row": most_off,
    "single days off": single_days_off,
    "weekly rest": weekly_rest,
    "weekends in a row": weekends_in_a_row,
    "most weekends": most_weekends,
    "whole weekends": whole_weekends,
    "cover minimum": cover,
    "nobody there": cover,
    "cover ideal": cover,
    "cover maximum": cover,
    "skill cover": skills,
    "contract hours": contract_hours,
    "overtime": overtime,
    "extra pay": extra_pay,
    "agency last": agency_last,
    "lone working": lone_working,
    "requests": requests,
    "fair shares": fair_shares,
    "most hours": most_in_period,
    "fewest hours": fewest_in_period,
    "most shifts": most_in_period,
    "fewest shifts": fewest_in_period,
    "most of a shift": most_of_a_shift,
}
