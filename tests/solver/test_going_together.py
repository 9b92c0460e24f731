"""Two people, one minibus: it takes both to one place, and not to two."""

from __future__ import annotations

import pytest

import rota
from rota.calendar import HOUR
from rota.commissioned import minutes_not_given
from rota.domain import Driver, Support
from rota.domain.cutting import sessions_of
from tests.plans import TENANTS, house, line


@pytest.mark.parametrize(
    ("trips", "lacks"), [(("swim", "swim"), 0), (("swim", ""), 1)]
)
def test_one_minibus_takes_both_to_one_place(
    trips: tuple[str, str], lacks: int
) -> None:
    whole = house(days=1, client_away=())
    plans = tuple(
        line(
            name,
            Support.COMMUNITY,
            id=name,
            starts=10 * HOUR,
            ends=12 * HOUR,
            driver=Driver.SERVICE_VEHICLE,
            trip=trip,
        )
        for name, trip in zip(TENANTS, trips, strict=False)
    )
    problem = whole.replace(
        plan_lines=plans,
        sessions=sessions_of(plans, whole.clients, (), whole.start, whole.end),
    )
    result = rota.solve(problem, seconds=3)
    assert not result.report.broken
    undriven = len(result.report.of("trip driver"))
    not_given = minutes_not_given(problem, result.roster) // (2 * HOUR)
    assert undriven + not_given == lacks
