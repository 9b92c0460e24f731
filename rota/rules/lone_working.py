"""Working alone."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from rota.domain import Contract, Dbs, Duty, Pence, Strength, Worker
from rota.rules.company import ON_SITE, Company


class LoneWorking(Company):
    """Nobody who may not work alone is the only one there.

    Agency staff, people under 18, people in induction and people who wait
    for their DBS check never may; others may unless the Workers sheet says
    no. In care homes and in supported living this is a must.
    Source: Health and Safety at Work etc. Act 1974, s 2; HSE guidance
    INDG73 on lone working.
    """

    alone: ClassVar[str] = "is on their own"
    strength: Strength = Strength.SHOULD
    price: Pence = 2_000
    agency: bool = Field(
        False, description="Agency staff may work alone here."
    )
    signed_off_only: bool = Field(
        False, description="Only those with Yes in May work alone."
    )

    def wanted(self, worker: Worker, duty: Duty) -> bool:
        """Ask who must not be alone on that day."""
        if worker.contract is Contract.AGENCY and not self.agency:
            return True
        new = worker.dbs is not Dbs.CLEAR or not worker.counts_on(duty.date)
        if new or worker.is_under_18(duty.date):
            return True
        if self.signed_off_only:
            return not worker.lone_ok
        return worker.lone_ok is False

    def counts(self, worker: Worker, duty: Duty) -> bool:
        """Count whoever is there, but for people in induction."""
        return duty.kind in ON_SITE and worker.counts_on(duty.date)
