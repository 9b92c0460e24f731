"""The authority: what is wrong with a rota, without a solver."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from rota.commissioned import minutes_not_given
from rota.domain import Problem, Strength
from rota.roster import EVERYTHING, Part, Roster
from rota.rules.base import Breach, Rule

if TYPE_CHECKING:
    import pandas as pd

SIXTIETHS = 6_000  # of a penny, in a pound


@dataclass(frozen=True)
class Report:
    """Everything the rules have to say about one rota.

    Costs are in sixtieths of a penny; `pounds` are for people.
    """

    problem: Problem
    roster: Roster
    breaches: tuple[Breach, ...]

    @cached_property
    def broken(self) -> tuple[Breach, ...]:
        """The musts that are broken."""
        return self._of(Strength.MUST)

    @cached_property
    def not_met(self) -> tuple[Breach, ...]:
        """The shoulds that are not met; money is not among them."""
        shoulds = self._of(Strength.SHOULD)
        return tuple(b for b in shoulds if not b.rule.is_money)

    @cached_property
    def watched(self) -> tuple[Breach, ...]:
        """What is only watched."""
        return self._of(Strength.WATCH)

    @cached_property
    def excepted(self) -> tuple[Breach, ...]:
        """What is not kept by an exception from a must, and logged."""
        return tuple(b for b in self.breaches if b.exception is not None)

    @cached_property
    def money(self) -> tuple[Breach, ...]:
        """What really costs money beyond contracted pay."""
        return tuple(b for b in self.breaches if b.rule.is_money)

    def _of(self, strength: Strength) -> tuple[Breach, ...]:
        return tuple(b for b in self.breaches if b.strength is strength)

    @cached_property
    def cost(self) -> int:
        """What the solver minimises, in sixtieths of a penny."""
        return sum(breach.cost for breach in self.breaches)

    @cached_property
    def to_mend(self) -> int:
        """What the solver adds for broken musts, in sixtieths of a penny.

        Only pins and history can bring them about; at this price whoever can
        mend them does.
        """
        return sum(breach.to_mend for breach in self.broken)

    def of(self, rule_id: str) -> tuple[Breach, ...]:
        """Give the breaches of one rule."""
        return tuple(b for b in self.breaches if b.rule.id == rule_id)

    @cached_property
    def minutes_to_fill(self) -> int:
        """Person-minutes below minimum cover."""
        return sum(b.amount for b in self.of("cover minimum"))

    @cached_property
    def minutes_not_given(self) -> int:
        """Minutes that clients have less than their plans ask for."""
        return minutes_not_given(self.problem, self.roster)

    def to_frame(self) -> pd.DataFrame:
        """Give a table of breaches: rule, strength, amount, unit, pounds."""
        import pandas as pd

        rows = [
            {
                "rule": breach.rule.id,
                "strength": breach.strength.value,
                "what": breach.sentence,
                "amount": breach.amount,
                "unit": "minute"
                if breach.rule.unit == "hour"
                else breach.rule.unit,
                "pounds": breach.cost / SIXTIETHS,
            }
            for breach in self.breaches
        ]
        columns = ["rule", "strength", "what", "amount", "unit", "pounds"]
        return pd.DataFrame(rows, columns=columns)


def check(problem: Problem, roster: Roster, part: Part = EVERYTHING) -> Report:
    """Find every rule that a rota does not keep.

    Parameters
    ----------
    problem
        The question, with the rules and their strengths.
    roster
        Any rota for it, hand-made or solved.
    part
        Look only at the keys of this part.

    Returns
    -------
    The report: breaches in the order of the rules, each with its amount in
    the rule's unit (minutes for hours) and its price.
    """
    return Report(problem, roster, tuple(_breaches(problem, roster, part)))


def _breaches(
    problem: Problem, roster: Roster, part: Part
) -> Iterator[Breach]:
    for rule in problem.rules:
        if rule.strength is Strength.OFF and not rule.overrides:
            continue
        for breach in cast(Rule, rule).breaches(problem, roster, part):
            if breach.strength is not Strength.OFF:
                yield breach
