"""How the model by hand says each rule, the plain way."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor
from typing import Any

from benchmarks import textbook_people as people
from benchmarks.textbook import Sum, Textbook
from rota.domain import Burden, Contract, Demand, Duty, Wish, Worker
from rota.domain import weekends as weekends_of

AnyRule = Any  # whatever rule; its own settings are read
Writer = Callable[[Textbook, AnyRule], None]


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


def agency_share(book: Textbook, rule: AnyRule) -> None:
    """Charge agency staff above own staff, shift by shift."""
    problem = book.problem
    more: dict[str, Sum] = {}
    for (worker_id, duty_id), x in book.x.items():
        agency = problem.worker[worker_id].contract is Contract.AGENCY
        more[duty_id] = more.get(duty_id, 0) + (x if agency else -x)
    for total in more.values():
        book.at_most(total, 0, rule)


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
    prices = {Wish.HIGH: rule.high_price, Wish.LOW: rule.low_price}
    for request in problem.requests:
        worker = problem.worker[request.worker_id]
        test = people.is_a(request.code) if request.code else None
        has = book.has(worker, request.date, test)
        works = request.code and not request.avoid
        missed = 1 - has if works else has
        price = prices.get(request.wish, rule.price)
        own = request.price
        book.charge(missed, rule, price if own is None else own)


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
        return sum(people.weekend(book, worker, day) for day in days)

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
            given = sum(
                book.has(worker, day, people.is_a(code)) for day in days
            )
            book.at_most(given, most, rule)


WRITERS: dict[str, Writer] = {
    "one place": people.one_a_day,
    "rest": people.rest,
    "quick returns": people.quick_returns,
    "recovery after nights": people.recovery,
    "successions": people.successions,
    "days in a row": people.most_running,
    "many days in a row": people.most_running,
    "nights in a row": people.most_running,
    "many nights in a row": people.most_running,
    "long days in a row": people.most_running,
    "long days limit": people.most_running,
    "early starts in a row": people.most_running,
    "same shift in a row": people.same_running,
    "fewest days in a row": people.fewest_running,
    "fewest same shift in a row": people.fewest_same_running,
    "fewest days off in a row": people.fewest_off,
    "most days off in a row": people.most_off,
    "single days off": people.single_days_off,
    "weekly rest": people.weekly_rest,
    "weekends in a row": people.weekends_in_a_row,
    "most weekends": people.most_weekends,
    "whole weekends": people.whole_weekends,
    "cover minimum": cover,
    "nobody there": cover,
    "cover ideal": cover,
    "cover maximum": cover,
    "skill cover": skills,
    "contract hours": contract_hours,
    "overtime": overtime,
    "extra pay": extra_pay,
    "agency last": agency_last,
    "agency share": agency_share,
    "lone working": lone_working,
    "requests": requests,
    "fair shares": fair_shares,
    "most hours": most_in_period,
    "fewest hours": fewest_in_period,
    "most shifts": most_in_period,
    "fewest shifts": fewest_in_period,
    "most of a shift": most_of_a_shift,
}
