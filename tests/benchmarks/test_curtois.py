"""The reader of Curtois and Qu's format, against a scorer of its own."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import rota
from benchmarks import curtois
from benchmarks.curtois_score import Score, score
from rota.checker import check
from tests.benchmarks.shared import shared

TINY = """# made up
SECTION_HORIZON
14

SECTION_SHIFTS
# id, minutes, not before
E,480,
L,450,E
N,600,E|L

SECTION_STAFF
A,E=14|L=14|N=2,3900,2400,4,2,2,1
B,E=14|L=0|N=14,4800,1000,5,2,3,1
C,E=14|L=3|N=0,4800,480,6,1,2,2

SECTION_DAYS_OFF
A,3
C,0,13

SECTION_SHIFT_ON_REQUESTS
A,1,L,4
B,6,N,2

SECTION_SHIFT_OFF_REQUESTS
A,5,E,3
C,2,L,1

SECTION_COVER
""" + "".join(
    f"{day},{shift},{people},{under},{over}\n"
    for day in range(14)
    for shift, people, under, over in (
        ("E", 2, 100, 1),
        ("L", 1, 90, 2),
        ("N", day % 2, 80, 0),
    )
)
KINDS = {  # what the scorer calls what a rule forbids
    "leave": "day off",
    "shift allowed": "of a type",
    "most of a shift": "of a type",
    "one place": "one a day",
    "successions": "succession",
    "days in a row": "most running",
    "fewest days in a row": "fewest running",
    "fewest days off in a row": "fewest off",
    "most weekends": "weekends",
    "most hours": "most minutes",
}
PUBLIC = (1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.txt"
    path.write_text(TINY, encoding="utf-8")
    return path


def agree(path: Path, roster: rota.Roster) -> Score:
    """Hold the audited cost, and the musts, against the scorer."""
    report = check(roster.problem, roster)
    found = score(path, curtois.entries(roster))
    points = found.points + curtois.SHORT_MINUTE * found.minutes_short
    assert report.cost == points * curtois.POINT_COST
    names = {KINDS[breach.rule.id] for breach in report.broken}
    assert names == found.broken.keys()
    return found


def drawn(problem: rota.Problem, seed: int, share: float) -> rota.Roster:
    """Draw a roster that pays no heed to rules, but for one shift a day."""
    chance = random.Random(seed)
    pairs = [
        (worker.id, chance.choice(shifts).id)
        for worker in problem.workers
        for day in problem.dates
        if (shifts := [s for s in problem.shifts if s.date == day])
        and chance.random() < share
    ]
    return rota.Roster(problem, pairs)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 1.0])
def test_random_rosters_cost_their_score(tiny: Path, share: float) -> None:
    problem = curtois.problem(curtois.read(tiny))
    broken: set[str] = set()
    for seed in range(20):
        broken |= set(agree(tiny, drawn(problem, seed, share)).broken)
    if share == 0.5:
        assert broken == set(KINDS.values()) - {"one a day"}


def test_a_solved_one_costs_its_score_and_keeps_everything(
    tiny: Path,
) -> None:
    problem = curtois.problem(curtois.read(tiny))
    result = rota.solve(problem, seconds=2, threads=1)
    found = agree(tiny, result.roster)
    assert not found.broken
    assert not found.minutes_short


def test_a_score_by_hand(tiny: Path) -> None:
    """Nobody works: every request to work, and every person, is missed."""
    people = 14 * (2 * 100 + 1 * 90) + 7 * 80
    assert score(tiny, []) == Score(people + 4 + 2, 2400 + 1000 + 480, {})


def test_a_run_at_either_end_is_never_too_short(tiny: Path) -> None:
    single = [("B", 0, "E"), ("B", 13, "E")]
    assert not score(tiny, single).broken
    assert score(tiny, [("B", 1, "E")]).broken == {
        "fewest running": 1,
    }


def test_two_numbers_that_rota_would_have_to_divide_are_exact(
    tiny: Path,
) -> None:
    problem = curtois.problem(curtois.read(tiny))
    prices = {(d.short_price, d.over_price) for d in problem.demands}
    assert prices == {(1000, 10), (900, 20), (800, 0)}


@pytest.mark.parametrize("number", PUBLIC[:6])
def test_public_instances_cost_their_score(number: int) -> None:
    path = shared("curtois", f"Instance{number}.txt")
    problem = curtois.problem(curtois.read(path), path.stem)
    for seed in range(3):
        agree(path, drawn(problem, seed, 0.3 * seed))


def test_the_first_public_instance_is_solved_to_its_best_known_score() -> None:
    path = shared("curtois", "Instance1.txt")
    problem = curtois.problem(curtois.read(path), path.stem)
    result = rota.solve(problem, seconds=20, threads=1)
    assert agree(path, result.roster) == Score(607, 0, {})
