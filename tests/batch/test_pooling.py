"""Options that help each other: half the time alone, half from the best."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from rota.batch import compare
from rota.checker import check
from rota.comparison import Comparison, Outcome
from rota.domain import Problem
from rota.options import Joining, Leaving, Option, apply
from rota.roster import Roster
from rota.solver.lawful import best_lawful
from tests.solver.tiny import house

LARGE = house(8, days=28, people=16)  # not proved in a second
ONE = Option(name="One", seed=1)
OTHER = Option(name="Other", seed=2)
MORE = Option(name="More", changes=(Joining(name="New", hours=30),))


def cost(problem: Problem, outcome: Outcome) -> int:
    return check(problem, Roster(problem, outcome.pairs)).cost


def solved(
    *options: Option, **settings: Any
) -> tuple[Comparison, list[Outcome]]:
    halves: list[Outcome] = []
    found = compare(
        LARGE,
        options,
        seconds=3,
        executor=ThreadPoolExecutor(2),
        halfway=halves.append,
        **settings,
    )
    return found, halves


def test_every_option_ends_no_worse_than_the_best_first_half() -> None:
    found, halves = solved(ONE, OTHER)
    assert {outcome.name for outcome in halves} == {"One", "Other"}
    best = min(cost(LARGE, outcome) for outcome in halves)
    for outcome in found.outcomes:
        assert cost(LARGE, outcome) <= best
        assert outcome.seconds > halves[0].seconds


def test_what_another_option_has_more_of_is_left_out() -> None:
    """A rota with somebody new helps the house without, as far as it can."""
    more = apply(LARGE, MORE)
    (new,) = {w.id for w in more.workers} - {w.id for w in LARGE.workers}
    found, _ = solved(MORE, ONE)
    pairs = found.outcomes[0].pairs
    start = best_lawful(LARGE, [pairs])
    assert start is not None
    assert start.pairs == {pair for pair in pairs if pair[0] != new}
    assert new not in {name for name, _ in found.outcomes[1].pairs}


def test_the_best_of_several_starts_is_taken() -> None:
    nothing: tuple[tuple[str, str], ...] = ()
    found, _ = solved(
        ONE, Option(name="Fewer", changes=(Leaving(worker="Ana"),))
    )
    pairs = found.outcomes[0].pairs
    start = best_lawful(LARGE, [nothing, pairs])
    assert start is not None
    assert start.pairs == set(pairs)
    assert best_lawful(LARGE, []) is None


def test_a_first_half_is_not_solved_again(
    tmp_path: Path,
) -> None:
    """A batch that ended in its second half goes on with that."""
    _, halves = solved(ONE, OTHER, folder=tmp_path)
    for final in tmp_path.glob("*.json"):
        final.unlink()
    asked: list[tuple[str, float, int]] = []

    class Noting(ThreadPoolExecutor):
        def submit(self, job: Any, /, *given: Any, **more: Any) -> Any:
            task = given[0]
            asked.append((task.option.name, task.seconds, len(task.starts)))
            return super().submit(job, *given, **more)

    found = compare(
        LARGE, [ONE, OTHER], seconds=3, executor=Noting(2), folder=tmp_path
    )
    assert sorted(asked) == [("One", 1.5, 2), ("Other", 1.5, 2)]
    best = min(cost(LARGE, outcome) for outcome in halves)
    assert all(cost(LARGE, outcome) <= best for outcome in found.outcomes)
