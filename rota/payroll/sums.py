"""The payroll of a period: everybody's hours, planned and worked apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from rota import words
from rota.domain import AbsenceKind, Problem, Worker
from rota.errors import OutputError
from rota.payroll.accrual import Accrual, accrual
from rota.payroll.away import contracted, credit_by_day, days_away
from rota.payroll.notes import notes
from rota.payroll.period import OverContractCount, Period
from rota.payroll.person import Balance, PersonPay
from rota.payroll.tally import Counting, Tally
from rota.payroll.terms import OverContract, PayRules, PayTerms
from rota.payroll.worked import Done, Pay, Worked, as_done, as_planned
from rota.roster import Roster

LONGEST = timedelta(days=371)


@dataclass(frozen=True)
class Payroll:
    """Everybody's hours in a pay period, and what is not known of it."""

    problem: Problem
    terms: PayRules
    first: date
    last: date
    people: tuple[PersonPay, ...]
    notes: tuple[str, ...]


def payroll(
    problem: Problem,
    roster: Roster,
    pay: Pay | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Payroll:
    """Say what everybody is to be paid for.

    Parameters
    ----------
    problem, roster
        The rota, with what is known of the time before it.
    pay
        The terms, and what was written down of what was worked.
    first, last
        The pay period, both included; the dates of the rota if None.

    Returns
    -------
    Hours by class, planned and worked apart, with balances and notes.

    Raises
    ------
    OutputError
        The period ends before it begins, or is longer than a year.
    """
    period = Period(first or problem.start, last or problem.end)
    if period.last < period.first:
        raise OutputError(
            f"The pay period ends {words.day(period.last)}, before it begins"
            f" {words.day(period.first)}."
        )
    if period.last - period.first > LONGEST:
        raise OutputError("A pay period is a year at most.")
    office = _Office(problem, roster, pay or Pay(), period)
    return Payroll(
        problem,
        office.pay.rules,
        period.first,
        period.last,
        office.people,
        tuple(notes(problem, roster, period, office.people)),
    )


@dataclass(frozen=True)
class _Office:
    """Works out the payroll of one period."""

    problem: Problem
    roster: Roster
    pay: Pay
    period: Period

    @cached_property
    def people(self) -> tuple[PersonPay, ...]:
        """Everybody who is employed in the period, or has a shift in it."""
        every = (self._person(worker) for worker in self.problem.workers)
        return tuple(
            person
            for person in every
            if self._is_employed(person.worker)
            or person.planned.paid
            or person.worked.paid
        )

    def _is_employed(self, worker: Worker) -> bool:
        first, last = worker.starts_on, worker.ends_on
        return (first is None or first <= self.period.last) and (
            last is None or last >= self.period.first
        )

    @property
    def _is_at_the_start(self) -> bool:
        """Tell whether hours brought forward are those of this period."""
        return self.period.first == self.problem.start

    def _person(self, worker: Worker) -> PersonPay:
        first, last = self.period.first, self.period.last
        credited = self._credited(worker)
        planned = as_planned(self.problem, self.roster, worker.id)
        records = self._records(worker)
        worked = as_done(planned, records)
        terms = self.pay.rules.of(worker, last)
        tally = self._tally(worker, worked)
        grows = accrual(self.problem, worker, terms, last, self.pay.leave_year)
        return PersonPay(
            worker=worker,
            terms=terms,
            records=records,
            planned=self._tally(worker, planned),
            worked=tally,
            contracted=contracted(worker, first, last),
            accrual=grows,
            credited=credited,
            days_away=days_away(self.problem, worker, first, last),
            **self._balances(worker, terms, tally, credited, grows),
        )

    def _credited(self, worker: Worker) -> Counter[AbsenceKind]:
        """Give the minutes that each kind of absence credits in the period."""
        found: Counter[AbsenceKind] = Counter()
        for (day, kind), minutes in credit_by_day(
            self.problem, worker
        ).items():
            found[kind] += minutes if day in self.period else 0
        return found

    def _records(self, worker: Worker) -> tuple[Worked, ...]:
        return tuple(r for r in self.pay.worked if r.worker_id == worker.id)

    def _tally(self, worker: Worker, done: tuple[Done, ...]) -> Tally:
        limits = OverContractCount(
            worker=worker,
            rules=self.pay.rules,
            period=self.period,
            credited=credit_by_day(self.problem, worker),
            brought_forward=(
                worker.brought_forward if self._is_at_the_start else 0
            ),
        )
        return Counting(self.problem, limits).count(done)

    def _balances(
        self,
        worker: Worker,
        terms: PayTerms,
        tally: Tally,
        credited: Mapping[AbsenceKind, int],
        grows: Accrual,
    ) -> dict[str, Balance]:
        """Give the hours bank, leave and TOIL as they are carried on."""
        known = self._is_at_the_start
        settled = terms.over_contract is not OverContract.BANK
        due = contracted(worker, self.period.first, self.period.last)
        done = tally.counted + sum(credited.values())
        earned = terms.over_contract is OverContract.TOIL
        bank = Balance(
            worker.brought_forward if known else None,
            added=due,
            taken=done - (tally.over if settled else 0),
        )
        return {
            "bank": bank if worker.weekly_minutes else Balance(None, 0, 0),
            "leave": Balance(
                worker.leave_left if known else None,
                added=0 if grows.rolled_up else grows.of(tally.at_work),
                taken=credited.get(AbsenceKind.LEAVE, 0),
            ),
            "toil": Balance(
                worker.toil_left if known else None,
                added=tally.over if earned else 0,
                taken=credited.get(AbsenceKind.TOIL, 0),
            ),
        }
