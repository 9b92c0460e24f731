"""Days, lengths and numbers as a person says them."""

from __future__ import annotations

import pytest

from rota import words
from rota.domain import Burden


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0 min"),
        (-45, "-45 min"),
        (450, "7 h 30"),
        (59_940, "999 h"),
        (60_000, "1,000 h"),
        (165_195, "2,753 h 15"),
    ],
)
def test_lengths(minutes: int, said: str) -> None:
    assert words.hours(minutes) == said


def test_one_is_no_many() -> None:
    assert words.of_people(0, 1) == "0 of 1 person"
    assert words.of_people(1, 2) == "1 of 2 people"
    assert [words.count(1, burden.one) for burden in Burden] == [
        "1 night",
        "1 weekend",
        "1 sleep-in",
        "1 bank holiday",
        "1 late",
    ]


def test_many_people_are_a_number() -> None:
    assert words.people(["Ana"]) == "Ana"
    assert words.people(["Ana", "Ben", "Cath"]) == "Ana, Ben and Cath"
    assert words.people(["Ana", "Ben", "Cath", "Dev"]) == "4 people"


def test_how_often() -> None:
    assert [words.times(n) for n in (1, 2, 3)] == ["once", "twice", "3 times"]
