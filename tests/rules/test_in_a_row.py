"""Days on which the same sort of work comes day after day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rota.rules.days_in_a_row import DaysInARow
from rota.rules.in_a_row import InARow
from tests.given import given


@pytest.mark.parametrize("most", range(1, 5))
def test_each_day_too_many_is_one_breach(most: int) -> None:
    given("""     Mon Tue Wed Thu Fri
             Ana   E   E   E   E   E""").breaches(
        DaysInARow(most=most), *[1] * (5 - most)
    )


def test_a_free_day_ends_a_run() -> None:
    given("""     Mon Tue Wed Thu Fri
             Ana   E   E   .   E   E""").keeps(DaysInARow(most=2))


def test_days_published_after_the_end_go_on_with_the_run() -> None:
    given(
        """     Mon Tue
             Ana   E   E""",
        later="""     Wed Thu
                                      Ana   E   E""",
    ).breaches(DaysInARow(most=2), 1, 1)


def test_two_duties_on_a_day_are_one_day() -> None:
    given("""     Mon  Tue
             Ana L/SI  E""").keeps(DaysInARow(most=2))


def test_every_row_rule_names_what_it_counts() -> None:
    assert {rule.noun for rule in InARow.__subclasses__()} == {
        "day",
        "night",
        "long day",
        "early start",
        "sleep-in",
    }


def test_a_run_across_the_new_year() -> None:
    given(
        """  Wed Thu Fri
         Ana   E   E   E""",
        start=date(2025, 12, 31),
        history="""  Tue
                 Ana   E""",
    ).breaches(
        DaysInARow(most=3),
        "Ana: 4th day running on Fri 2 Jan; at most 3",
    )
    assert date(2025, 12, 31) + timedelta(days=1) == date(2026, 1, 1)
