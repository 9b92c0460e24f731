"""Exceptions to the rules: who made them, why, and what they allowed."""

from __future__ import annotations

from dataclasses import dataclass

from rota.checker import Report
from rota.domain import Override, Rule


@dataclass(frozen=True, slots=True)
class Exempted:
    """One exception of the Rules sheet, and how often it was made use of."""

    rule: Rule
    override: Override
    used: int

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is not recorded of it."""
        said = {
            "reason": self.override.reason,
            "approver": self.override.approver,
        }
        return tuple(name for name, text in said.items() if not text)


def exceptions(report: Report) -> tuple[Exempted, ...]:
    """Give every exception, in the order of the rules.

    Of two exceptions about the same case the first one counts, as the check
    has it.
    """
    return tuple(
        Exempted(rule, override, _used(report, rule, place))
        for rule in report.problem.rules
        for place, override in enumerate(rule.overrides)
    )


def _used(report: Report, rule: Rule, place: int) -> int:
    """Count what was not kept and this exception allows."""
    earlier = rule.overrides[:place]
    return sum(
        rule.overrides[place].meets(breach.key)
        and not any(other.meets(breach.key) for other in earlier)
        for breach in report.of(rule.id)
    )
