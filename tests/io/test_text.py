"""The Summary and the check as lines of text."""

from __future__ import annotations

from functools import cache

from rota.checker import Report, check
from rota.io.pages import sections
from rota.io.pages.facts import Facts
from rota.io.text import WIDTH, check_text, summary_text
from rota.result import Result, Status
from rota.roster import Roster
from tests.house import greedy, house


@cache
def a_report() -> Report:
    problem = house(days=14)
    return check(problem, greedy(problem))


def a_result(status: Status = Status.FEASIBLE, reason: str = "") -> Result:
    report = a_report()
    return Result(
        report.problem, report.roster, report, status, 1.0, 1, reason=reason
    )


def test_the_summary_starts_with_the_verdict() -> None:
    lines = summary_text(a_result(), ["A note."]).splitlines()
    assert lines[0] == "Rowan House: Mon 7 Dec to Sun 20 Dec 2026"
    assert lines[1].startswith("Not ready to publish: ")
    assert lines[-1].strip() == "A note."
    assert all(len(line) <= WIDTH for line in lines)


def test_money_and_priorities_are_never_added_up() -> None:
    found = {s.heading: s.lines for s in sections.sections(facts())}
    money = next(v for k, v in found.items() if k.startswith("Money"))
    priorities = next(v for k, v in found.items() if k.startswith("Prior"))
    assert any("£" in line for line in money)
    assert not any("£" in line for line in priorities)


def facts() -> Facts:
    return Facts.of(a_result(), ())


def test_every_shift_to_fill_is_in_the_check_with_who_is_nearest() -> None:
    said = " ".join(check_text(a_report()).split())
    there = facts().to_fill
    assert len(there) > sections.MOST_LINES
    for shift in there:
        assert shift.sentence in said
        assert shift.nearest is not None
        assert shift.nearest.sentence in said


def test_the_check_says_rules_hours_and_shares() -> None:
    text = check_text(a_report())
    broken = a_report().broken
    assert broken
    for breach in broken:
        assert breach.sentence in " ".join(text.split())
    assert "\nHours" in text
    assert "Ana Silva" in text
    assert "Fair share: carried in all (fair)" in text


def test_how_much_better_is_said_in_words() -> None:
    assert "was not worked out" in summary_text(a_result())
    best = summary_text(a_result(Status.OPTIMAL))
    assert "No better rota is possible" in best


def test_no_rota_says_why() -> None:
    text = summary_text(a_result(Status.NO_ROTA, "cover must be kept"))
    assert "No rota keeps to this\n  cover must be kept" in text


def test_a_rota_without_people_can_be_checked() -> None:
    problem = house(days=7).replace(
        workers=(),
        pinned=(),
        kept=(),
        absences=(),
        requests=(),
        diary=(),
        availability=(),
    )
    text = check_text(check(problem, Roster(problem, ())))
    assert "0 are eligible" in " ".join(text.split())
