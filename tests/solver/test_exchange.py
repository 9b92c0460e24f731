"""Where the search looks for a fair share: people who could change a piece."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rota.calendar import saturday
from rota.checker import Report, check
from rota.domain import Burden, Problem
from rota.roster import Part, Roster
from rota.solver.exchange import an_exchange
from rota.solver.neighbourhoods import a_patch, neighbourhoods_of
from tests.chance import Chance
from tests.solver.tiny import MONDAY, house

FORTNIGHT = [MONDAY + timedelta(days=n) for n in range(14)]


def weekends(problem: Problem, name: str, days: list[date]) -> Roster:
    """Give somebody a shift on each of some days, and others nothing."""
    shifts = [
        next(
            s
            for s in problem.shifts
            if s.date == day and s in problem.allowed_of[name]
        )
        for day in days
    ]
    return Roster(problem, {(name, shift.id) for shift in shifts})


def fortnight() -> Problem:
    """Five people alike, who are asked for on both weekends of two weeks."""
    return house(seed=3, days=14, people=5)


def parts(report: Report, size: int = 28) -> list[Part]:
    chance = random.Random(0)
    return [an_exchange(report, size, chance) for _ in range(300)]


@pytest.mark.parametrize("seed", range(12))
def test_somebody_unfairly_treated_is_freed_where_a_piece_may_change(
    seed: int,
) -> None:
    problem = Chance(seed).problem()
    roster = Chance(seed).roster(problem, share=0.3)
    report = check(problem, roster)
    unfair = {b.key.worker_id for b in report.of("fair shares")}
    chance = random.Random(seed)
    for _ in range(20):
        part = an_exchange(report, 40, chance)
        assert part.dates is not None
        assert part.worker_ids is not None
        assert part.dates <= problem.date_set
        assert not unfair or part.worker_ids & unfair


def test_who_has_too_many_weekends_is_freed_for_the_whole_of_one() -> None:
    """Of one that they have, not of the last, which they do not."""
    problem = house(seed=3, days=28, people=5)
    *had, _ = (day for day in problem.dates if day == saturday(day))
    report = check(problem, weekends(problem, "Ana", had))
    too_much = [
        breach
        for breach in report.of("fair shares")
        if breach.key.what == f"{Burden.WEEKENDS}: over"
    ]
    assert [breach.key.worker_id for breach in too_much] == ["Ana"]
    alone = Report(problem, report.roster, tuple(too_much))
    for part in parts(alone):
        assert "Ana" in (part.worker_ids or ())
        assert any(
            {day, day + timedelta(days=1)} <= (part.dates or set())
            for day in had
        )


def test_who_has_more_is_drawn_less_often() -> None:
    problem = fortnight()
    one, other = "Ana", "Cat"
    days = [d for d in FORTNIGHT if d == saturday(d)]
    both = weekends(problem, one, days).pairs
    drawn = []
    for more in ([], days):
        pairs = both | weekends(problem, other, more).pairs
        report = check(problem, Roster(problem, pairs))
        too_much = tuple(
            breach
            for breach in report.of("fair shares")
            if breach.key.worker_id == one
            and breach.key.what == f"{Burden.WEEKENDS}: over"
        )
        alone = Report(problem, report.roster, too_much)
        people = [part.worker_ids or () for part in parts(alone, size=10)]
        drawn.append(Counter(name for part in people for name in part)[other])
    assert drawn[0] > 1.5 * drawn[1]


def test_in_a_week_a_piece_of_one_day_may_change_by_itself() -> None:
    """With all who may work then; a weekend still changes as a whole."""
    problem = house(seed=3, days=7, people=5)
    roster = weekends(problem, "Ana", [saturday(MONDAY)])
    for what, fewest in (
        (f"{Burden.NIGHTS}: under", 1),
        (f"{Burden.WEEKENDS}: over", 5),
    ):
        unfair = tuple(
            replace(breach, key=breach.key._replace(what=what))
            for breach in check(problem, roster).of("fair shares")[:1]
        )
        found = parts(Report(problem, roster, unfair), size=10)
        lengths = {len(part.dates or ()) for part in found}
        assert min(lengths) == fewest
        assert 7 in lengths
        for part in found:
            if len(part.dates or ()) == 1:
                assert len(part.worker_ids or ()) == 5


def test_without_shares_there_is_nothing_to_exchange() -> None:
    problem = fortnight()
    assert an_exchange in neighbourhoods_of(problem)
    rules = tuple(r for r in problem.rules if r.id != "fair shares")
    without = problem.replace(rules=rules)
    assert an_exchange not in neighbourhoods_of(without)
    report = check(without, Roster.pins(without))
    for seed in range(20):
        part = an_exchange(report, 28, random.Random(seed))
        assert part == a_patch(report, 28, random.Random(seed))
