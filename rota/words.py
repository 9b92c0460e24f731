"""How days, times and amounts are said to a person."""

from __future__ import annotations

from datetime import date

DAY_NAMES = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
SHORT_DAY_NAMES = tuple(name[:3] for name in DAY_NAMES)


def day(value: date) -> str:
    """Say a date: `Sun 27 Dec`."""
    return f"{value:%a} {value.day} {value:%b}"


def hours(minutes: int) -> str:
    """Say a length in minutes: `7 h 30`, `45 min`, `2,753 h`."""
    sign = "-" if minutes < 0 else ""
    whole, rest = divmod(abs(minutes), 60)
    if not whole:
        return f"{sign}{rest} min"
    return f"{sign}{whole:,} h {rest:02d}" if rest else f"{sign}{whole:,} h"


def count(number: int, one: str, many: str = "") -> str:
    """Say a number of things: `1 night`, `3 nights`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def of_people(there: int, wanted: int) -> str:
    """Say how many of those wanted are there: `0 of 1 person`."""
    return f"{there} of {count(wanted, 'person', 'people')}"


def ordinal(number: int) -> str:
    """Say a rank: `1st`, `2nd`, `3rd`, `4th`, `11th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"


def listed(items: list[str]) -> str:
    """Say a list: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


FEW = 3  # names that are read at a glance


def people(names: list[str]) -> str:
    """Name a few people: `a, b and c`; of more, how many: `7 people`."""
    return listed(names) if len(names) <= FEW else f"{len(names)} people"
