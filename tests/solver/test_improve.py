"""The start and the rounds: nothing that was found is lost."""

from itertools import count

from rota.solver.best import Best
from rota.solver.improve import Improver
from rota.solver.oneshot import Budget
from rota.solver.plan import Plan
from tests.solver.tiny import house


def test_a_start_that_runs_out_of_time_keeps_what_it_built() -> None:
    problem = house(seed=2, days=7, people=5)
    best = Best(problem, watch=None)
    budget = Budget(seconds=5, seed=0)
    to_fill = best.report.minutes_to_fill
    asked = count()
    two = Improver(Plan(problem), best, budget, lambda: next(asked) >= 2)
    two.begin()
    assert len({pair.worker_id for pair in best.report.roster}) == 2
    assert best.report.minutes_to_fill < to_fill
