"""The first rota, one worker at a time: what is short is spread."""

from collections import Counter
from datetime import time, timedelta

import pytest

from rota.domain import Demand, Problem, ShiftType, Strength, Worker
from rota.roster import EVERYTHING
from rota.rules.cover import CoverMinimum
from rota.rules.shifts_in_period import MostShifts
from rota.solver.best import Best
from rota.solver.improve import HASTE, Improver, side_by_side
from rota.solver.lower import lower
from rota.solver.oneshot import Budget, search
from rota.solver.plan import Plan
from tests.solver.tiny import MONDAY

EARLY = ShiftType(code="E", start=time(7), end=time(15))


def too_few(days: int, people: int, wanted: int, each: int) -> Problem:
    """Ask for more people a day than may come."""
    dates = [MONDAY + timedelta(days=n) for n in range(days)]
    shifts = tuple(EARLY.on(day) for day in dates)
    return Problem(
        start=dates[0],
        end=dates[-1],
        workers=tuple(
            Worker(id=f"w{n}", name=f"W{n}", weekly_minutes=0)
            for n in range(people)
        ),
        shifts=shifts,
        demands=tuple(
            Demand(
                id=str(shift.date),
                date=shift.date,
                begins=shift.begins,
                ends=shift.ends,
                codes=("E",),
                minimum=wanted,
            )
            for shift in shifts
        ),
        rules=(
            CoverMinimum(),
            MostShifts(most=each, strength=Strength.MUST),
        ),
    )


@pytest.mark.parametrize(("each", "people"), [(1, 6), (2, 3), (2, 6), (3, 4)])
def test_every_day_has_as_many_as_the_others(each: int, people: int) -> None:
    days = 6
    problem = too_few(days, people, wanted=4, each=each)
    best = Best(problem, watch=None)
    Improver(Plan(problem), best, Budget(60), lambda: False).begin()
    duties = [problem.duty[e.duty_id] for e in best.report.roster]
    counts = Counter(duty.date for duty in duties)
    assert set(counts.values()) == {each * people // days}
    assert len(counts) == days


@pytest.mark.parametrize("wanted", [1, 3, 9])
def test_the_first_who_is_missing_costs_what_the_rule_charges(
    wanted: int,
) -> None:
    """And each further one a tenth of it more, up to the sixth."""
    problem = too_few(days=1, people=1, wanted=wanted, each=1)
    plan = Plan(problem)
    one = plan.cost(plan.bare()) // wanted
    costs = []
    for evenly in (False, True):
        lowered = lower(plan, evenly=evenly)
        for choice in plan.choices(EVERYTHING):
            lowered.model.add(lowered.variables[choice] == 0)
        costs.append(search(lowered, Budget(60)).bound)
    rising = [one * (10 + min(n, 5)) // 10 for n in range(wanted)]
    assert costs == [wanted * one, sum(rising)]


def named(**units: tuple[str, ...]) -> list[Worker]:
    """Give workers bound to units."""
    return [
        Worker(id=name, name=name, weekly_minutes=0, units=held)
        for name, held in units.items()
    ]


def groups(workers: list[Worker], two_each: int) -> list[str]:
    """Give who goes together, as the letters of each group."""
    together = side_by_side(workers, two_each)
    return ["".join(worker.id for worker in held) for held in together]


@pytest.mark.parametrize(
    ("two_each", "expected"),
    [
        (0, ["a", "b", "c", "d", "e"]),
        (2, ["ab", "c", "d", "e"]),
        (3, ["ab", "c", "d", "e"]),
        (4, ["ab", "cd", "e"]),
        (5, ["ab", "cd", "e"]),
    ],
)
def test_in_haste_the_first_go_two_at_a_time(
    two_each: int, expected: list[str]
) -> None:
    anywhere = named(a=(), b=(), c=(), d=(), e=())
    assert groups(anywhere, two_each) == expected


@pytest.mark.parametrize("two_each", [0, 4])
def test_who_shares_no_unit_goes_together_before_anybody_else(
    two_each: int,
) -> None:
    bound = named(a=("one",), b=("one",), c=("two",), d=("two",))
    assert groups(bound, two_each) == ["ac", "bd"]


def test_a_start_in_haste_leaves_no_more_open_than_one_by_one() -> None:
    """Two who fill the same are mended by those who go alone after them."""
    problem = too_few(days=6, people=10, wanted=4, each=2)
    filled = []
    for hasty in (False, True):
        best = Best(problem, watch=None)
        improver = Improver(Plan(problem), best, Budget(60), lambda: False)
        improver.begin(hasty=hasty)
        filled.append(best.report.minutes_to_fill)
    assert 0 < HASTE < 1
    assert filled[1] == filled[0]
