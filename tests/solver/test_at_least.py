"""Musts that ask for something, in a service too large for one search."""

from __future__ import annotations

import rota
from rota.checker import check
from rota.domain import Problem, Strength
from rota.result import Status
from rota.roster import Roster
from rota.rules import defaults, with_settings
from tests.house import house


def strict(problem: Problem) -> Problem:
    must = {"strength": Strength.MUST}
    return problem.replace(rules=with_settings(defaults(), cover_minimum=must))


def test_what_must_be_met_is_met_before_anything_else() -> None:
    """Piece by piece, though on the way the must is broken everywhere."""
    problem = strict(house(days=7))
    empty = check(problem, Roster.pins(problem)).minutes_to_fill
    result = rota.solve(problem, seconds=1, reproducible=True, threads=2)
    assert result.report.minutes_to_fill < empty / 10


def test_a_minimum_that_nobody_can_meet_gives_a_reason() -> None:
    whole = house(days=14)
    few = whole.replace(
        demands=tuple(
            d.replace(minimum=99, ideal=99, maximum=None) if n == 0 else d
            for n, d in enumerate(whole.demands)
        )
    )
    result = rota.solve(strict(few), seconds=60, threads=2)
    assert result.status is Status.NO_ROTA
    assert result.reason
