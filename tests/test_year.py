"""How far from fair a year is, and how near any rota could come."""

from __future__ import annotations

from fractions import Fraction

import pytest

from benchmarks.year import Lines, bound, distances


def period(**people: tuple[int, str, str, int]) -> Lines:
    """Make the lines of a period: had, part of it, ahead before, most."""
    names = ("had", "part", "ahead", "most")
    return {
        name: dict(zip(names, line, strict=True))
        for name, line in people.items()
    }


def test_what_was_had_is_divided_as_the_shares_are() -> None:
    first = period(ana=(2, "3/2", "0", 7), ben=(1, "3/2", "0", 7))
    assert distances([first]) == {
        "ana": Fraction(1, 2),
        "ben": -Fraction(1, 2),
    }
    second = period(ana=(1, "3/2", "9", 7), ben=(2, "3/2", "9", 7))
    assert set(distances([first, second]).values()) == {0}


def test_what_the_ledger_owed_before_the_first_period_counts() -> None:
    one = period(ana=(2, "1", "-2", 7), ben=(0, "1", "2", 7))
    assert distances([one]) == {"ana": -1, "ben": 1}


def test_it_counts_for_who_could_have_none_at_first_too() -> None:
    first = period(ben=(1, "1", "0", 7))
    second = period(ana=(2, "1", "-2", 7), ben=(1, "2", "9", 7))
    assert distances([first, second]) == {"ana": -1, "ben": -1}


def test_nobody_works_half_a_night() -> None:
    one = period(ana=(3, "3/2", "0", 7), ben=(0, "3/2", "0", 7))
    assert float(bound([one])) == pytest.approx(0.5, abs=0.002)


def test_nobody_works_more_than_they_could_be_given() -> None:
    """Of four nights two are fair, and Ana could be given one."""
    one = period(ana=(0, "2", "0", 1), ben=(4, "2", "0", 7))
    assert float(bound([one])) == pytest.approx(1, abs=0.002)


def test_what_needs_a_skill_stays_with_those_who_have_it() -> None:
    """Three of four nights are led, and Ana alone may lead."""
    one = period(ana=(3, "2", "0", 7), ben=(1, "2", "0", 7))
    skills = [{"lead": {"asked": 3, "held": ["ana"]}}]
    assert float(bound([one], skills)) == pytest.approx(1, abs=0.002)
    assert float(bound([one])) == 0


def test_who_has_left_is_not_asked_after() -> None:
    one = period(ana=(3, "3/2", "0", 7), ben=(0, "3/2", "0", 7))
    two = period(ana=(1, "1", "0", 7))
    assert float(bound([one, two], here=["ben"])) == pytest.approx(
        0.5, abs=0.1
    )


def test_the_bound_is_never_above_what_was_reached() -> None:
    both = [
        period(ana=(3, "5/3", "1/7", 5), ben=(2, "10/3", "-1/7", 4)),
        period(ana=(2, "7/3", "0", 5), ben=(3, "8/3", "0", 4)),
    ]
    reached = max(abs(far) for far in distances(both).values())
    assert bound(both) <= reached
