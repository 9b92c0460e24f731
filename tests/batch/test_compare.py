"""compare: every option solved once, measured with one yardstick."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import rota
from rota.batch import compare
from rota.checker import check
from rota.comparison import Comparison, Outcome
from rota.counts import Counts, count
from rota.differences import differences
from rota.domain import Problem
from rota.engine import Task, outcome_of, solve_option
from rota.errors import OptionError
from rota.options import (
    Change,
    CoverChange,
    Joining,
    Leaving,
    Option,
    RuleChange,
    apply,
)
from rota.result import Result, Status
from rota.roster import Roster
from tests.solver.tiny import house

HOUSE = house(3, days=5, people=4)
AS_IT_IS = Option(name="As it is")
MORE = Option(name="One more", changes=(Joining(name="New", hours=30),))
FEWER = Option(name="One fewer", changes=(Leaving(worker="Ana"),))
WRONG = Option(name="Wrong", changes=(RuleChange(rule="rset"),))


class Crashing(Change):
    """Fails in a way that nobody has thought of."""

    def made(self, problem: Problem) -> Problem:
        raise ZeroDivisionError("nobody thought of this")


class Killing(Change):
    """Ends the process, as a machine short of memory does."""

    def made(self, problem: Problem) -> Problem:
        os._exit(9)


def solved(options: Sequence[Option], **settings: Any) -> Comparison:
    settings.setdefault("executor", ThreadPoolExecutor(2))
    return compare(HOUSE, options, **{"seconds": 0.3, **settings})


# -- what comes of it ---------------------------------------------------------


def test_options_stand_in_the_order_asked_with_what_was_measured() -> None:
    found = solved([AS_IT_IS, WRONG, MORE, FEWER])
    rows = found.to_frame().to_dict("records")
    as_it_is, wrong, more, _ = rows
    names = ["As it is", "Wrong", "One more", "One fewer"]
    assert [row["option"] for row in rows] == names
    assert wrong["error"].startswith("there is no rule 'rset'")
    assert not wrong["not_beaten"]
    assert as_it_is["changes"] == 0
    moved = found.difference("As it is", "One more")
    assert more["changes"] == len(moved)
    assert set(found.rosters) == {"As it is", "One more", "One fewer"}


def test_every_number_is_the_checks() -> None:
    found = solved([MORE])
    result = found.result("One more")
    assert result.problem == apply(HOUSE, MORE)
    assert found.outcome["One more"].counts == count(
        check(result.problem, result.roster)
    )


def test_an_option_that_crashes_takes_none_along() -> None:
    crash = Option(name="Crash", changes=(Crashing(),))
    found = solved([crash, AS_IT_IS])
    assert "nobody thought of this" in found.outcome["Crash"].error
    assert found.outcome["As it is"].has_rota
    assert found.base_name == "As it is", "the first that has a rota"


def test_a_process_that_is_ended_takes_none_along() -> None:
    kill = Option(name="Kill", changes=(Killing(),))
    found = compare(HOUSE, [kill, AS_IT_IS, MORE], seconds=0.3, jobs=2)
    assert "ended from outside" in found.outcome["Kill"].error
    assert found.outcome["As it is"].has_rota
    assert found.outcome["One more"].has_rota


def test_an_option_may_have_a_seed_of_its_own() -> None:
    found = solved([Option(name="a", seed=5), AS_IT_IS], seed=2)
    assert found.outcome["a"].seed == 5
    assert found.outcome["As it is"].seed == 2


@pytest.mark.parametrize("options", [[], [AS_IT_IS, AS_IT_IS]])
def test_options_have_different_names(options: list[Option]) -> None:
    with pytest.raises(OptionError):
        solved(options)


def test_no_more_run_at_a_time_than_asked() -> None:
    class Counting(Executor):
        """Starts each job late, so that too many would show."""

        def __init__(self) -> None:
            self.at_once, self.most = 0, 0
            self.lock = threading.Lock()
            self.pool = ThreadPoolExecutor(8)

        def submit(self, job: Any, /, *given: Any, **_: Any) -> Future[Any]:
            with self.lock:
                self.at_once += 1
                self.most = max(self.most, self.at_once)
            return self.pool.submit(self._run, job, given)

        def _run(self, job: Any, given: Any) -> Any:
            try:
                return job(*given)
            finally:
                with self.lock:
                    self.at_once -= 1

    pool = Counting()
    options = [Option(name=str(n)) for n in range(6)]
    solved(options, executor=pool, jobs=2, seconds=0.1)
    assert pool.most == 2


def test_a_changed_rule_is_measured_by_the_rules_of_the_workbook() -> None:
    strict = RuleChange(rule="cover minimum", strength="off")
    option = Option(name="Nobody needed", changes=(strict,))
    problem = apply(HOUSE, option)
    empty = Roster(problem, ())
    result = Result(
        problem, empty, check(problem, empty), Status.FEASIBLE, 1.0, 0
    )
    counts = outcome_of(HOUSE, option, result).counts
    plain = count(check(HOUSE, Roster(HOUSE, ())))
    assert counts is not None
    assert counts.points == plain.points > count(result.report).points


def test_a_task_is_solved_the_same_anywhere() -> None:
    outcome = solve_option(Task(HOUSE, AS_IT_IS, 0.3, 7, 1))
    assert Outcome.model_validate_json(outcome.model_dump_json()) == outcome
    assert outcome.seed == 7


# -- which is not beaten ------------------------------------------------------


def put_side_by_side(*rows: tuple[float, int]) -> Comparison:
    """Compare made-up options: real cost, and requests met."""
    plain = count(check(HOUSE, Roster(HOUSE, ()))).model_dump()
    options = [Option(name=str(place)) for place, _ in enumerate(rows)]
    outcomes = [
        Outcome(
            name=option.name,
            status=Status.FEASIBLE,
            counts=Counts(
                **plain | {"pounds": pounds, "requests_met": requests}
            ),
        )
        for option, (pounds, requests) in zip(options, rows, strict=True)
    ]
    return Comparison(HOUSE, tuple(options), tuple(outcomes))


@pytest.mark.parametrize(
    ("rows", "unbeaten"),
    [
        ([(10, 1), (20, 1)], "0"),
        ([(10, 1), (20, 2)], "01"),
        ([(10, 2), (20, 1), (5, 1)], "02"),
        ([(10, 1), (10, 1)], "01"),
    ],
)
def test_an_option_is_beaten_by_one_as_good_on_every_count(
    rows: list[tuple[float, int]], unbeaten: str
) -> None:
    assert "".join(put_side_by_side(*rows).unbeaten) == unbeaten


# -- differences --------------------------------------------------------------


def test_a_difference_is_a_cell() -> None:
    ana = next(d for d in HOUSE.open_duties if d.code == "E")
    one = Roster(HOUSE, [("Ana", ana.id)])
    other = Roster(HOUSE, [("Ben", ana.id)])
    found = differences(one, other)
    assert [(d.worker, d.one, d.other) for d in found] == [
        ("Ana", "E", ""),
        ("Ben", "", "E"),
    ]
    assert "Ana, Mon 1 Jun: E -> off" in found[0].sentence
    assert differences(one, one) == ()


# -- finished options ---------------------------------------------------------


def again(folder: Path, options: Sequence[Option], **settings: Any) -> int:
    """Run a batch with a folder; gives how many options were solved."""
    asked: list[object] = []

    class Noting(ThreadPoolExecutor):
        def submit(self, job: Any, /, *given: Any, **more: Any) -> Any:
            asked.append(given)
            return super().submit(job, *given, **more)

    settings = {"executor": Noting(2), "seconds": 0.2, **settings}
    compare(settings.pop("problem", HOUSE), options, folder=folder, **settings)
    return len(asked)


def test_a_finished_option_is_not_solved_again(tmp_path: Path) -> None:
    assert again(tmp_path, [AS_IT_IS, MORE]) == 2
    assert again(tmp_path, [AS_IT_IS, MORE]) == 0
    assert again(tmp_path, [AS_IT_IS, MORE, FEWER]) == 1


@pytest.mark.parametrize(
    "settings",
    [
        {"seconds": 0.1},
        {"seed": 1},
        {"problem": HOUSE.replace(name="Other")},
        {"problem": apply(HOUSE, MORE)},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_another_question_is_solved_anew(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    again(tmp_path, [AS_IT_IS])
    assert again(tmp_path, [AS_IT_IS], **settings) == 1


def test_another_version_solves_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(tmp_path, [AS_IT_IS])
    monkeypatch.setattr(rota, "__version__", "999")
    assert again(tmp_path, [AS_IT_IS]) == 1


def test_changes_of_another_kind_with_the_same_words_are_told_apart(
    tmp_path: Path,
) -> None:
    unlike = Option(name="x", changes=(CoverChange(times=1),))
    again(tmp_path, [unlike])
    assert again(tmp_path, [Option(name="x")]) == 1


def test_a_spoilt_file_or_an_error_is_tried_again(tmp_path: Path) -> None:
    again(tmp_path, [AS_IT_IS, WRONG])
    (kept,) = tmp_path.iterdir()
    assert again(tmp_path, [AS_IT_IS, WRONG]) == 1
    kept.write_text('{"name"', encoding="utf-8")
    assert again(tmp_path, [AS_IT_IS, WRONG]) == 2
