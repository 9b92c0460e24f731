"""Whom a client's plan rules out."""

from __future__ import annotations

from typing import ClassVar

from rota.domain import (
    Given,
    Pence,
    Problem,
    Session,
    SessionTime,
    Strength,
    Worker,
)
from rota.rules.base import Gate
from rota.rules.one_of_them import OneOfThem


class NotWith(Gate):
    """Nobody is supported by somebody their plan excludes."""

    strength: Strength = Strength.MUST

    def judges(self, duty: Given) -> bool:
        """Judge sessions only."""
        return isinstance(duty, SessionTime)

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002 (a gate reads it or not)
        worker: Worker,
        duty: SessionTime,
    ) -> str | None:
        """Refuse whoever is excluded."""
        if worker.id not in duty.line.excluded:
            return None
        return f"{worker.name} does not support {duty.code}"


class PersonalCare(OneOfThem):
    """Personal care is given by those whom the plan says may give it.

    Of two who give it together, one of them at least. Source: Health and
    Social Care Act 2008 (Regulated Activities) Regulations 2014, regs 9 and
    10; Equality Act 2010, schedule 9 (CARE-SEX).
    """

    firm: ClassVar[bool] = True
    strength: Strength = Strength.MUST
    price: Pence = 20_000

    def asks(self, problem: Problem, session: Session) -> bool:
        """Ask where the plan does, and as firmly as it does."""
        line = problem.plan_line[session.line_id]
        return line.care_by is not None and line.care_is_must is self.firm

    def fits(
        self,
        problem: Problem,  # noqa: ARG002 (the plan names them)
        worker: Worker,
        time: SessionTime,
    ) -> bool:
        """Tell somebody the plan names."""
        return worker.id in (time.line.care_by or ())

    def lack(self, time: SessionTime) -> str:  # noqa: ARG002
        """Say so, without the reason, which stays in the plan."""
        return "nobody there gives this personal care"


class PersonalCareWish(PersonalCare):
    """Where the plan would like it so, the same is tried for."""

    firm: ClassVar[bool] = False
    strength: Strength = Strength.SHOULD
