"""Measurements: each in a process of its own, and written down."""

from __future__ import annotations

import csv
import os
import re
from functools import partial
from pathlib import Path

import pytest

import rota
from benchmarks.__main__ import main
from benchmarks.measure import Effort, Scored, Task, line, measure, ours
from benchmarks.tasks import make_care, make_curtois, score_curtois
from tests.benchmarks import test_curtois, test_inrc2

tiny = test_curtois.tiny
nurses = test_inrc2.tiny
EFFORT = Effort(seconds=1, workers=1, seed=3)


def task(path: Path, **changes: object) -> Task:
    usual: dict[str, object] = {
        "family": "curtois",
        "instance": "tiny",
        "make": partial(make_curtois, path),
        "method": "rota",
        "answer": ours,
        "effort": EFFORT,
        "score": partial(score_curtois, path),
        "known": 1862,
    }
    return Task(**(usual | changes))  # type: ignore[arg-type]


def test_a_row_holds_what_was_measured(tiny: Path) -> None:
    row = measure(task(tiny))
    assert row.failed == ""
    assert row.cost is not None
    assert row.score == f"{row.cost:g}"
    assert row.musts_broken == 0
    assert row.above_known == pytest.approx(
        100 * (row.cost - 1862) / 1862, abs=0.01
    )
    assert row.took is not None
    assert 0 < row.took < 30
    assert row.peak_mb is not None
    assert 50 < row.peak_mb < 4000
    assert row.seed == 3
    assert re.fullmatch(r"[0-9a-f]*\+?", row.commit)
    assert row.ortools.startswith("9.")


def lie(roster: rota.Roster) -> Scored:
    return Scored("nothing", 0)


def die(problem: rota.Problem, effort: Effort) -> None:
    os._exit(3)


def test_a_scorer_that_says_otherwise_is_a_failure(tiny: Path) -> None:
    row = measure(task(tiny, score=lie))
    assert row.failed.startswith("the check says ")
    assert row.failed in line(row)


def test_a_process_that_dies_is_a_failure(tiny: Path) -> None:
    row = measure(task(tiny, answer=die))
    assert row.failed == "the process ended without an answer"
    assert row.cost is None


def test_when_everything_was_first_filled_is_noted() -> None:
    make = partial(make_care, 10, 1, None, 0)
    effort = Effort(seconds=60, workers=1, seed=3)  # it is proved long before
    row = measure(
        task(Path(), make=make, score=None, known=None, effort=effort)
    )
    assert row.hours_to_fill == 0
    assert row.whole_after is not None
    assert row.took is not None
    assert 0 < row.whole_after <= row.took


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_are_added_to_a_file(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (2, 7, 11):
        path = tiny.with_name(f"Instance{number}.txt")
        path.write_bytes(tiny.read_bytes())
    results = tiny.with_name("results.csv")
    said = ["curtois", str(tiny.parent), "--seconds=1", "--workers=1"]
    for more in (["--only=2,11"], ["--only=2", "--seed=1,2"]):
        assert main([*said, *more, "--csv", str(results)]) == 0
    rows = rows_of(results)
    assert [(r["instance"], r["seed"]) for r in rows] == [
        ("Instance2", "0"),
        ("Instance11", "0"),
        ("Instance2", "1"),
        ("Instance2", "2"),
    ]
    assert all(float(r["cost"]) == float(r["score"]) for r in rows)
    assert capsys.readouterr().out.count("Instance2 ") == 3


def test_instances_of_the_competition_are_named(
    nurses: Path, tmp_path: Path
) -> None:
    results = tmp_path / "results.csv"
    options = ["--only", test_inrc2.NAME, "--seconds=1", "--workers=1"]
    said = ["inrc2", str(nurses), *options, "--csv", str(results)]
    assert main(said) == 0
    (row,) = rows_of(results)
    assert row["instance"] == test_inrc2.NAME
    assert not row["failed"]


def test_peers_are_given_the_same(tmp_path: Path) -> None:
    results = tmp_path / "results.csv"
    size = ["--people=10", "--weeks=1", "--seconds=2", "--workers=1"]
    methods = ["--methods", "rota,one shot"]
    assert main(["peers", *size, *methods, "--csv", str(results)]) == 0
    assert [row["method"] for row in rows_of(results)] == ["rota", "one shot"]


def test_nothing_to_measure_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tmp_path / "results.csv"
    assert main(["curtois", str(tmp_path), "--csv", str(results)]) == 1
    assert "nothing to measure" in capsys.readouterr().err
