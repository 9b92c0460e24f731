"""What comes out of a payroll for one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rota.domain import AbsenceKind, Worker
from rota.payroll.accrual import Accrual
from rota.payroll.tally import Tally
from rota.payroll.terms import PayTerms
from rota.payroll.worked import Worked


@dataclass(frozen=True, slots=True)
class Balance:
    """Hours carried from period to period, in minutes.

    `brought` is None where it is not known; then so is what is left.
    """

    brought: int | None
    added: int
    taken: int

    @property
    def left(self) -> int | None:
        """What is carried on."""
        if self.brought is None:
            return None
        return self.brought + self.added - self.taken


@dataclass(frozen=True)
class PersonPay:
    """One person's hours in a pay period; every length is minutes.

    `bank` is what the person owes the service: contracted hours are added,
    what was worked, credited, paid beyond contract or turned into TOIL is
    taken. `accrual` is how leave grows with the hours worked.
    """

    worker: Worker
    terms: PayTerms
    records: tuple[Worked, ...]
    planned: Tally
    worked: Tally
    contracted: int
    accrual: Accrual
    credited: Mapping[AbsenceKind, int]
    days_away: Mapping[AbsenceKind, int]
    bank: Balance
    leave: Balance
    toil: Balance

    @property
    def not_recorded(self) -> int:
        """How many duties count as worked only because they were planned."""
        return sum(not paid.done.has_record for paid in self.worked.paid)
