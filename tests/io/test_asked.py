"""What the rota that stands in a workbook means for the next one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import rota
from rota.domain import CHANGES
from rota.examples import write_example
from rota.io.read import Loaded
from rota.io.write import write
from rota.next_period import roll
from rota.result import Result, Status

SMALL = "care-home"  # has a rota within seconds


def example(folder: Path, name: str = "supported-living") -> Loaded:
    path = folder / "in.xlsx"
    write_example(name, path)
    return rota.load(path)


def solved(loaded: Loaded, folder: Path) -> Loaded:
    """Give the workbook that a short solve of another one writes."""
    result = rota.solve(
        loaded.problem, seconds=1, reproducible=True, start=loaded.roster
    )
    path = folder / "out.xlsx"
    write(result, path, source=loaded.source, notes=loaded.notes)
    return rota.load(path)


def test_a_first_run_stays_near_nothing(tmp_path: Path) -> None:
    asked = example(tmp_path).asked()
    assert asked.near is None
    assert asked.problem.pinned


def test_a_second_run_stays_near_the_first(tmp_path: Path) -> None:
    loaded = solved(example(tmp_path, SMALL), tmp_path)
    asked = loaded.asked()
    assert asked.near == loaded.roster
    assert asked.problem.pinned_pairs < loaded.roster.pairs
    assert loaded.asked(afresh=True).near is None


def test_a_second_run_changes_only_what_is_worth_it(tmp_path: Path) -> None:
    loaded = solved(example(tmp_path, SMALL), tmp_path)
    asked = loaded.asked()
    again = rota.solve(
        asked.problem,
        seconds=1,
        reproducible=True,
        start=asked.start,
        near=asked.near,
    )
    changed = len(again.report.of("stability"))
    before = rota.check(loaded.problem, loaded.roster)
    after = rota.check(loaded.problem, again.roster)
    assert before.cost - after.cost >= changed * 15 * 6_000


def test_a_published_rota_by_hand_may_change_at_a_price(
    tmp_path: Path,
) -> None:
    today = date(2026, 12, 10)
    loaded = example(tmp_path)
    asked = loaded.asked(published=today)
    assert loaded.problem.pinned
    assert not asked.problem.pinned
    off = set(asked.problem.kept)
    assert off < set(loaded.problem.kept)
    assert off, "a day typed OFF stays off"
    assert asked.near == loaded.roster
    stability = asked.problem.rule("stability")
    assert getattr(stability, "today", None) == today


def test_changes_at_short_notice_are_kept_for_the_ledger(
    tmp_path: Path,
) -> None:
    """By the workbook written, by the run after it, and by the next rota."""
    loaded = example(tmp_path)
    start = loaded.problem.start
    near = loaded.roster
    problem = loaded.asked(published=start).problem.replace(near=tuple(near))
    gone = next(
        entry
        for entry in near
        if problem.duty[entry.duty_id].date - start <= timedelta(days=7)
    )
    roster = near.changed(drop=[(gone.worker_id, gone.duty_id)])
    result = Result(
        problem=problem,
        roster=roster,
        report=rota.check(problem, roster),
        status=Status.FEASIBLE,
        seconds=1,
        seed=0,
    )
    path = tmp_path / "changed.xlsx"
    written = write(result, path, source=loaded.source).path
    again = rota.load(written)
    day = problem.duty[gone.duty_id].date
    assert again.problem.changed == ((gone.worker_id, day),)
    ledger = roll(again.problem, again.roster).ledger
    changes = {c.worker_id: c.count for c in ledger if c.burden == CHANGES}
    assert changes == {gone.worker_id: 1}
