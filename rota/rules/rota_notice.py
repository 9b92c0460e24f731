"""How long before it begins a rota is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from rota import words
from rota.domain import Key, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule


class RotaNotice(Rule):
    """A rota is published four weeks before it begins, a week at the least.

    Asked where the Service sheet says when it is published. Changes to a
    rota that people know are left to "stability". Source: good practice on
    notice of shifts (CON-NOT).
    """

    unit: ClassVar[str] = "day"
    strength: Strength = Strength.WATCH
    price: Pence = 1_000
    days: int = Field(28, ge=1, description="Days of notice.")
    least: int = Field(7, ge=0, description="Days of notice at the least.")

    def post(self, plan: Plan) -> None:
        """Say by how many days it is late; no duty changes that."""
        published = plan.problem.published_on
        if published is not None:
            notice = (plan.problem.start - published).days
            plan.bound(
                [],
                lo=self.days - notice,
                by=self,
                about=Key(date=plan.problem.start),
            )

    def breaches(
        self,
        problem: Problem,
        roster: Roster,  # noqa: ARG002 (no duty changes it)
        part: Part,  # noqa: ARG002
    ) -> Iterator[Breach]:
        """Count the days from publication to the start."""
        if problem.published_on is None:
            return
        notice = (problem.start - problem.published_on).days
        if notice < self.days:
            short = notice < self.least
            least = f", and {self.least} at the least" if short else ""
            yield self.breach(
                Key(date=problem.start),
                self.days - notice,
                f"The rota is published {_before(notice)} it begins; people"
                f" should have {self.days} days' notice{least}",
            )


def _before(notice: int) -> str:
    if notice < 0:
        return f"{words.count(-notice, 'day')} after"
    return f"{words.count(notice, 'day')} before"
