"""What a payroll does not know, and what it took instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rota import words
from rota.calendar import ONE_DAY, Nation
from rota.domain import Problem
from rota.payroll.accrual import RATE, SINCE, has_varying_hours
from rota.payroll.period import Period
from rota.payroll.person import PersonPay
from rota.payroll.terms import OverContract
from rota.roster import Roster


def notes(
    problem: Problem,
    roster: Roster,
    period: Period,
    people: Sequence[PersonPay],
) -> Iterator[str]:
    """Say what is not known, and what was assumed instead."""
    yield from _of_the_edges(problem, period)
    if not roster.pairs:
        yield "No rota stands in the workbook."
    yield from _of_the_worked(people)
    yield from _of_the_bank(people)
    if period.first != problem.start:
        yield (
            "Hours brought forward are those of"
            f" {words.day(problem.start)}, when the rota starts, and"
            " are left out: this period starts on another day."
        )
    else:
        yield from _of_the_balances(people)
    yield from _of_the_accrual(problem, people)
    blank = sum(not one.worker.payroll for one in people)
    if blank:
        yield (
            f"{words.count(blank, 'person has', 'people have')} no"
            " payroll number; the name stands for them."
        )


def _of_the_edges(problem: Problem, period: Period) -> Iterator[str]:
    known = problem.start
    if problem.known_from is not None:
        known = min(known, problem.known_from)
    if period.first < known:
        yield (
            f"Shifts before {words.day(known)} {known.year} are not"
            " known: they are not in these hours, and are not zero."
        )
    if period.last > problem.end:
        after = problem.end + ONE_DAY
        yield (
            f"The rota ends on {words.day(problem.end)}: shifts from"
            f" {words.day(after)} on are only those fixed already."
        )


def _of_the_worked(people: Sequence[PersonPay]) -> Iterator[str]:
    every = sum(len(one.worked.paid) for one in people)
    assumed = sum(one.not_recorded for one in people)
    if assumed and assumed == every:
        yield (
            "The Worked sheet says nothing of this period: every shift"
            " counts as worked as planned."
        )
    elif assumed:
        yield (
            f"{assumed} of {words.count(every, 'shift')} are not in the"
            " Worked sheet: they count as worked as planned."
        )


def _of_the_bank(people: Sequence[PersonPay]) -> Iterator[str]:
    over = [
        one.worked.over
        for one in people
        if one.worked.over and one.terms.over_contract is OverContract.BANK
    ]
    if over:
        many = words.count(len(over), "person", "people")
        yield (
            f"{words.hours(sum(over))} over contract, of {many}, are put"
            " in the hours bank and not paid as overtime; Over contract in"
            " the Pay rules sheet changes that."
        )


def _of_the_accrual(
    problem: Problem, people: Sequence[PersonPay]
) -> Iterator[str]:
    """Say by what leave grows, or that nobody has worked it out."""
    varying = [
        one
        for one in people
        if has_varying_hours(one.worker)
        and one.terms.leave_accrual == "by law"
    ]
    many = words.count(len(varying), "person", "people")
    if any(one.accrual.percent for one in varying):
        yield (
            f"Leave of {many} without contracted hours grows by {RATE} % of"
            " the hours worked, in whole hours; Leave accrual in the Pay"
            " rules sheet changes that."
        )
    elif varying and problem.nation is Nation.NORTHERN_IRELAND:
        yield (
            f"Leave of {many} without contracted hours is not worked out: the"
            f" law of {RATE} % is not that of Northern Ireland. Leave accrual"
            " in the Pay rules sheet may say how it grows."
        )
    elif varying:
        yield (
            f"Leave of {many} without contracted hours is not worked out:"
            f" {RATE} % is the law for leave years from"
            f" {words.day(SINCE)} {SINCE.year} on. Leave year starts, in the"
            " Service sheet, says when yours began."
        )


def _of_the_balances(people: Sequence[PersonPay]) -> Iterator[str]:
    for name, field in (("leave", "leave_left"), ("TOIL", "toil_left")):
        blank = sum(
            getattr(one.worker, field) is None
            and one.worker.contract.is_own_staff
            for one in people
        )
        if blank:
            yield (
                f"Hours of {name} brought forward are not recorded for"
                f" {words.count(blank, 'person', 'people')}; what is left"
                " is not known for them."
            )
