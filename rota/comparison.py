"""What came of every option, side by side, in the same counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from rota.checker import check
from rota.counts import Counts
from rota.differences import Difference, differences
from rota.domain import Noun, Problem
from rota.options import Option, apply
from rota.result import Result, Status
from rota.roster import Roster

if TYPE_CHECKING:
    import pandas as pd


class Outcome(Noun):
    """What came of one option; `error` says why there is nothing."""

    name: str
    error: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    counts: Counts | None = None
    status: Status = Status.NO_ROTA
    seed: int = 0
    seconds: float = 0.0
    bound: int | None = None
    possible: float | None = None

    @property
    def has_rota(self) -> bool:
        """Tell whether there is a rota to look at."""
        return self.counts is not None


class Measure(NamedTuple):
    """One column of a comparison: how it is called, and what is better."""

    name: str
    heading: str
    form: str = "0"
    better: int = -1  # less is better; 1: more is; 0: it is no judgement


NOT_GIVEN = Measure("hours_not_given", "Support hours not given", "0.0")
MEASURES = (
    Measure("shifts_to_fill", "Shifts to fill"),
    Measure("hours_to_fill", "Hours to fill", "0.0"),
    NOT_GIVEN,
    Measure("rules_broken", "Rules broken"),
    Measure("own_rules_broken", "Rules broken, as the option has them"),
    Measure("pounds", "Real cost £", "#,##0.00"),
    Measure("points", "Not met, points", "#,##0"),
    Measure("agency_hours", "Agency hours", "0.0"),
    Measure("hours_off_contract", "Hours off contract", "0.0"),
    Measure("spread", "Fair share: furthest apart", "0.0"),
    Measure("requests_met", "Requests met", "0", 1),
    Measure("changes", "Cells changed"),
    Measure("seconds", "Seconds", "0", 0),
    Measure("possible", "Better possible, at most", "0 %", 0),
)
_JUDGED = tuple(measure for measure in MEASURES if measure.better)


@dataclass(frozen=True)
class Comparison:
    """Every option with what came of it, in the order asked.

    `base` is the rota against which changes are counted, and `base_name` what
    it is called.
    """

    problem: Problem
    options: tuple[Option, ...]
    outcomes: tuple[Outcome, ...]
    base: Roster | None = None
    base_name: str = ""

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The columns; about support plans only where there are any."""
        plans = bool(self.problem.clients)
        return tuple(m for m in MEASURES if plans or m is not NOT_GIVEN)

    @cached_property
    def problems(self) -> dict[str, Problem]:
        """The problem of every option that has a rota, by name."""
        return {
            option.name: apply(self.problem, option)
            for option, outcome in zip(
                self.options, self.outcomes, strict=True
            )
            if outcome.has_rota
        }

    @cached_property
    def rosters(self) -> dict[str, Roster]:
        """The rota of every option that has one, by name."""
        return {
            outcome.name: Roster(self.problems[outcome.name], outcome.pairs)
            for outcome in self.outcomes
            if outcome.has_rota
        }

    @cached_property
    def outcome(self) -> dict[str, Outcome]:
        """The outcomes by name."""
        return {outcome.name: outcome for outcome in self.outcomes}

    def result(self, name: str) -> Result:
        """Give the whole result of one option: its rota, and its check."""
        outcome, roster = self.outcome[name], self.rosters[name]
        return Result(
            problem=roster.problem,
            roster=roster,
            report=check(roster.problem, roster),
            status=outcome.status,
            seconds=outcome.seconds,
            seed=outcome.seed,
            bound=outcome.bound,
            reason=outcome.error,
        )

    @property
    def results(self) -> Iterator[tuple[str, Result]]:
        """Each option's name and result, one at a time."""
        return ((name, self.result(name)) for name in self.rosters)

    def difference(self, one: str, other: str) -> tuple[Difference, ...]:
        """Give the cells that two options fill differently."""
        return differences(self.rosters[one], self.rosters[other])

    @cached_property
    def changes(self) -> dict[str, tuple[Difference, ...]]:
        """The cells in which each rota differs from the base, by name."""
        if self.base is None:
            return dict.fromkeys(self.rosters, ())
        return {
            name: differences(self.base, roster)
            for name, roster in self.rosters.items()
        }

    def values(self, outcome: Outcome) -> dict[str, Any]:
        """Give what was measured of one option, by measure."""
        if outcome.counts is None:
            return {}
        return {
            **outcome.counts.model_dump(),
            "changes": len(self.changes[outcome.name]),
            "seconds": outcome.seconds,
            "possible": outcome.possible,
        }

    @cached_property
    def unbeaten(self) -> tuple[str, ...]:
        """The options that no other beats on every count.

        One option beats another that is as good or better on every count,
        and better on at least one. Seconds are no count.
        """
        rows = {
            outcome.name: [
                -measure.better * values[measure.name] for measure in _JUDGED
            ]
            for outcome in self.outcomes
            if outcome.has_rota and not outcome.error
            for values in (self.values(outcome),)
        }
        return tuple(
            name
            for name, row in rows.items()
            if not any(_beats(other, row) for other in rows.values())
        )

    def to_frame(self) -> pd.DataFrame:
        """Give a table, one row an option; lengths are hours, money pounds."""
        import pandas as pd

        names = [measure.name for measure in self.measures]
        rows = []
        for outcome in self.outcomes:
            values = self.values(outcome)
            rows.append(
                {"option": outcome.name}
                | {name: values.get(name) for name in names}
                | {
                    "not_beaten": outcome.name in self.unbeaten,
                    "error": outcome.error,
                }
            )
        columns = ["option", *names, "not_beaten", "error"]
        return pd.DataFrame(rows, columns=columns)


def _beats(one: list[float], other: list[float]) -> bool:
    """Tell whether counts, less being better, are as good all through."""
    return one != other and all(
        left <= right for left, right in zip(one, other, strict=True)
    )
