"""Where the search looks: parts of the size asked for, where they may help."""

import random
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from rota.calendar import ONE_DAY
from rota.checker import check
from rota.roster import Roster
from rota.solver.neighbourhoods import (
    Neighbourhood,
    colleagues,
    for_a_gap,
    neighbourhoods_of,
    two_weeks,
)
from tests.chance import Chance
from tests.solver.tiny import MONDAY, house


def stretches(days: frozenset[date]) -> list[list[date]]:
    """Split days where they do not follow each other."""
    ordered = sorted(days)
    found = [ordered[:1]]
    for before, after in pairwise(ordered):
        if after - before == ONE_DAY:
            found[-1].append(after)
        else:
            found.append([after])
    return found


@pytest.mark.parametrize("seed", range(4))
def test_every_part_is_of_the_rota(seed: int) -> None:
    problem = Chance(seed).problem()
    report = check(problem, Roster.pins(problem))
    chance = random.Random(seed)
    for find in neighbourhoods_of(problem):
        for size in (1, 20, 10_000):
            part = find(report, size, chance)
            assert part.workers(problem)
            assert part.dates is None or part.dates & problem.date_set


def test_the_same_days_of_another_week() -> None:
    problem = house(seed=0, days=21, people=7)
    report = check(problem, Roster.pins(problem))
    chance = random.Random(0)
    for _ in range(50):
        part = two_weeks(report, 40, chance)
        assert part.dates is not None
        assert part.dates <= problem.date_set
        first, *rest = stretches(part.dates)
        if rest:
            (second,) = rest
            apart = second[0] - first[0]
            assert apart.days % 7 == 0
            assert [day + apart for day in first] == second
        else:  # seven days and the seven beside them
            assert len(first) in (7, 14)


@pytest.mark.parametrize("days", [1, 6, 7, 13, 14])
def test_only_two_weeks_have_a_week_apart(days: int) -> None:
    found = neighbourhoods_of(house(seed=0, days=days, people=3))
    expected: set[Neighbourhood] = {two_weeks, for_a_gap}
    assert expected <= set(found) if days >= 14 else not expected & set(found)


def test_a_week_that_has_none_beside_it_is_freed_alone() -> None:
    problem = house(seed=0, days=14, people=7)
    report = check(problem, Roster.pins(problem))
    lengths = set()
    for seed in range(60):
        part = two_weeks(report, 40, random.Random(seed))
        lengths.add(len(part.dates or ()))
    assert 7 in lengths


def test_who_works_beside_a_gap_is_drawn_more_often() -> None:
    whole = house(seed=3, days=14, people=7)
    gap = MONDAY + 6 * ONE_DAY
    problem = whole.replace(
        demands=tuple(d for d in whole.demands if d.date == gap)
    )
    one, other = problem.workers[0].id, problem.workers[1].id
    beside = next(s for s in problem.shifts if s.date == gap - ONE_DAY)
    report = check(problem, Roster(problem, {(one, beside.id)}))
    chance = random.Random(0)
    drawn: Counter[str] = Counter()
    for _ in range(400):
        part = for_a_gap(report, 28, chance)
        assert part.worker_ids is not None
        assert part.dates is None
        assert len(part.worker_ids) == 2
        drawn.update(part.worker_ids)
    assert drawn[one] > 1.5 * drawn[other]


def test_where_nobody_is_missing_colleagues_are_drawn() -> None:
    whole = house(seed=3, days=14, people=7)
    problem = whole.replace(demands=())
    report = check(problem, Roster.pins(problem))
    assert for_a_gap(report, 28, random.Random(5)) == colleagues(
        report, 28, random.Random(5)
    )
