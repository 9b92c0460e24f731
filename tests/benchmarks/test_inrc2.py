"""The reader of the competition's format, against a scorer of its own."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import rota
from benchmarks import inrc2, inrc2_files
from benchmarks.inrc2_score import Score, score
from rota.checker import check
from tests.benchmarks.shared import shared

SCENARIO = """SCENARIO = tiny

WEEKS = 2

SKILLS = 2
Senior
Carer

SHIFT_TYPES = 2
Early (2,3)
Night (2,4)

FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
Early 0
Night 1 Early

CONTRACTS = 2
Full (6,8) (2,4) (2,3) 1 1
Half (2,5) (1,3) (2,6) 2 0

NURSES = 4
Ana Full 2 Senior Carer
Ben Full 1 Carer
Cat Half 1 Senior
Dan Half 1 Carer
"""
HISTORY = """HISTORY
0 tiny

NURSE_HISTORY
Ana 0 0 Early 1 3 0
Ben 0 0 None 0 0 4
Cat 0 1 Night 5 5 0
Dan 1 0 None 0 0 1
"""
WEEK = """WEEK_DATA
tiny

REQUIREMENTS
Early Senior (1,1) (0,1) (1,1) (0,1) (1,1) (0,0) (0,0)
Early Carer (1,2) (1,1) (1,2) (1,1) (1,2) (1,1) (0,1)
Night Senior (0,0) (0,0) (0,1) (0,0) (0,0) (0,0) (0,0)
Night Carer (1,1) (1,1) (1,1) (0,1) (1,1) (1,1) (1,1)

SHIFT_OFF_REQUESTS = {}
{}
"""
NAME = "tiny_0_1-2"
KINDS = {  # what the scorer calls what a rule forbids
    "one place": "one a day",
    "successions": "succession",
    "unit allowed": "skill",
}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    first = WEEK.format(2, "Ana Any Tue\nBen Night Sat")
    files = {
        "Sc-tiny": SCENARIO,
        "H0-tiny-0": HISTORY,
        "WD-tiny-1": first,
        "WD-tiny-2": WEEK.format(1, "Cat Early Mon"),
    }
    for name, text in files.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def agree(folder: Path, name: str, roster: rota.Roster) -> Score:
    """Hold the audited cost, and the musts, against the scorer."""
    report = check(roster.problem, roster)
    found = score(folder, name, inrc2.entries(roster))
    points = found.total + inrc2.MISSING * found.missing
    assert report.cost == points * 60 * inrc2.POINT
    names = {KINDS[breach.rule.id] for breach in report.broken}
    assert names == found.broken.keys()
    return found


def drawn(problem: rota.Problem, seed: int, share: float) -> rota.Roster:
    """Draw a roster that pays no heed to rules, but for one shift a day."""
    chance = random.Random(seed)
    return rota.Roster(
        problem,
        [
            (worker.id, chance.choice(shifts).id)
            for worker in problem.workers
            for day in problem.dates
            for shifts in [[s for s in problem.shifts if s.date == day]]
            if chance.random() < share
        ],
    )


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_random_rosters_cost_their_score(tiny: Path, share: float) -> None:
    problem = inrc2.problem(inrc2_files.read(tiny, NAME))
    charged: set[str] = set()
    for seed in range(25):
        charged |= agree(tiny, NAME, drawn(problem, seed, share)).points.keys()
    if share == 0.5:
        assert len(charged) == 8, "some soft constraint was never charged"


def test_a_solved_one_costs_its_score_and_keeps_everything(
    tiny: Path,
) -> None:
    problem = inrc2.problem(inrc2_files.read(tiny, NAME))
    result = rota.solve(problem, seconds=3, threads=1)
    assert not agree(tiny, NAME, result.roster).broken


def test_a_score_by_hand(tiny: Path) -> None:
    """Nobody works at all for two weeks."""
    found = score(tiny, NAME, [])
    assert found.missing == 2 * (3 + 6 + 0 + 6)
    assert found.points == {
        "optimal cover": 30 * 2 * (2 + 4 + 1 + 1),
        # 14 days each, beyond 3, 3, 6 and 6; Ben was beyond before, and
        # Dan had one day off already
        "days off": 30 * (11 + 14 + 8 + 9),
        # Ana's early was the first of its run, and was only one
        "same shift": 15,
        "total": 20 * (6 + 6 + 2 + 1),
    }


def test_a_last_run_is_never_too_short(tiny: Path) -> None:
    last = score(tiny, NAME, [("Ana", 13, "Night", "Carer")])
    inner = score(tiny, NAME, [("Ana", 12, "Night", "Carer")])
    assert inner.points["same shift"] == last.points["same shift"] + 15
    assert inner.points["working days"] == 30


@pytest.mark.parametrize(
    "name", ["n030w4_1_6-2-9-1", "n030w4_1_6-7-5-3", "n060w4_1_9-6-3-8"]
)
def test_public_instances_cost_their_score(name: str) -> None:
    folder = shared("inrc2", name.split("_")[0])
    problem = inrc2.problem(inrc2_files.read(folder, name), name)
    for seed in range(3):
        agree(folder, name, drawn(problem, seed, 0.35 * seed))
