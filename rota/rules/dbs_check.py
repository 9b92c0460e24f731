"""The DBS check of somebody new."""

from __future__ import annotations

from rota.domain import Dbs, Duty, Problem, Shift, Strength, Worker
from rota.rules.base import Gate


class DbsCheck(Gate):
    """Nobody has a shift before their DBS check allows it.

    With Adult First somebody may work, supervised: see `supervision`. Source:
    Health and Social Care Act 2008 (Regulated Activities) Regulations 2014,
    regs 12 and 19 (CQC-DBS).
    """

    strength: Strength = Strength.MUST

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002 (a gate reads it or not)
        worker: Worker,
        duty: Duty,
    ) -> str | None:
        """Refuse shifts while it is pending; training is no shift."""
        if worker.dbs is not Dbs.PENDING or not isinstance(duty, Shift):
            return None
        if not duty.cover:
            return None
        return f"{worker.name} may not have shifts yet"
