"""People who are new work beside somebody who is not."""

from __future__ import annotations

from typing import ClassVar

from rota.domain import Contract, Dbs, Duty, Kind, Pence, Strength, Worker
from rota.rules.company import Company


class Supervision(Company):
    """Whoever is in induction, or on Adult First, has somebody experienced.

    Somebody experienced is signed off, has a DBS check, is of the service's
    own staff and 18 or older. Source: Health and Social Care Act 2008
    (Regulated Activities) Regulations 2014, regs 18 and 19
    (CQC-NEW, CQC-DBS).
    """

    own_kinds: ClassVar[tuple[Kind, ...]] = (
        Kind.WAKING,
        Kind.SLEEP_IN,
        Kind.SHADOW,
    )
    alone: ClassVar[str] = "has nobody experienced there"
    strength: Strength = Strength.MUST
    price: Pence = 15_000

    def wanted(self, worker: Worker, duty: Duty) -> bool:
        """Ask who is new on that day."""
        new = not worker.counts_on(duty.date)
        return new or worker.dbs is Dbs.ADULT_FIRST

    def counts(self, worker: Worker, duty: Duty) -> bool:
        """Count those who could show somebody new how it is done."""
        return (
            worker.counts_on(duty.date)
            and worker.dbs is Dbs.CLEAR
            and worker.contract is not Contract.AGENCY
            and not worker.is_under_18(duty.date)
        )
