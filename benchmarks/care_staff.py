"""Makes up the staff of a care service, each with a lawful line of work."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

import rota
from benchmarks.lines import (
    Line,
    Manner,
    around_leave,
    draw,
    week_before,
)
from rota.domain import Contract, Qualification

START = date(2026, 6, 1)  # a Monday
TRIES = 24  # lines drawn for each person, of which the evenest is taken
ROUNDS = 8  # in each everybody's line is drawn anew
EMPTY = 12  # how much rather a line fills an empty day than a second place
UNIT_SIZE, SITE_SIZE = 16, 50  # people
NIGHTS, SPARE, AWAY, HOME = 0.3, 0.06, 0.12, 0.5  # shares
NAMES = (
    *("Ada", "Bea", "Cai", "Dev", "Ema", "Fay", "Gil", "Hal"),
    *("Ivy", "Jan", "Kit", "Liv", "Max", "Nia", "Oli"),
)


def _type(code: str, start: int, end: int, unpaid: int) -> rota.ShiftType:
    begins, ends = (time(m // 60, m % 60) for m in (start, end))
    return rota.ShiftType(
        code=code, start=begins, end=ends, break_minutes=unpaid
    )


@dataclass(frozen=True)
class Style:
    """The shifts of a site, how they are worked, and how many a week."""

    types: tuple[rota.ShiftType, ...]
    day: Manner
    night: Manner
    day_weeks: tuple[float, ...]
    night_weeks: tuple[float, ...]

    def minutes(self, code: str) -> int:
        """Give what a shift of a code counts to the contract."""
        kind = next(kind for kind in self.types if kind.code == code)
        return kind.on(START).contract


LONG = Style(
    (_type("LD", 480, 1200, 60), _type("N", 1200, 480, 60)),
    Manner(("LD",), 2, 3),
    Manner(("N",), 2, 3),
    (2.0, 3.0, 3.0, 3.5),
    (2.0, 3.0, 3.0),
)
SHORT = Style(
    (
        _type("E", 420, 870, 30),
        _type("L", 870, 1320, 30),
        _type("NS", 1320, 420, 30),
    ),
    Manner(("E", "L"), 2, 5),
    Manner(("NS",), 2, 4),
    (3.0, 4.0, 5.0, 5.0),
    (2.0, 3.0, 4.0),
)


@dataclass(frozen=True)
class Post:
    """Somebody, the unit they are of, and how much they work there."""

    worker: rota.Worker
    home: str
    manner: Manner
    a_week: float  # shifts
    leave: int | None = None  # the week of the rota, from 0


@dataclass(frozen=True)
class Person:
    """Somebody, and what the hidden rota has for them in their unit."""

    post: Post
    line: Line
    before: Line

    @property
    def worker(self) -> rota.Worker:
        """The worker of the problem."""
        return self.post.worker


@dataclass(frozen=True)
class Size:
    """How large a service is."""

    people: int
    weeks: int
    sites: int

    @property
    def days(self) -> int:
        """Days of the rota."""
        return 7 * self.weeks

    def units_of(self, site: int) -> tuple[str, ...]:
        """Give the units of a site."""
        each = max(1, round(self.people / self.sites / UNIT_SIZE))
        return tuple(f"Site {site + 1} {chr(65 + n)}" for n in range(each))

    @property
    def units(self) -> tuple[str, ...]:
        """Every unit, site by site."""
        return tuple(u for s in range(self.sites) for u in self.units_of(s))


def style_of(site: int) -> Style:
    """Give the shifts of a site: every second one has long days."""
    return SHORT if site % 2 else LONG


@dataclass(frozen=True)
class Office:
    """Hires people: of each site nights, days, bank and agency."""

    size: Size
    chance: random.Random

    def posts(self) -> Iterator[Post]:
        """Draw everybody, site by site."""
        size = self.size
        for site in range(size.sites):
            first = size.people * site // size.sites
            last = size.people * (site + 1) // size.sites
            nights = first + max(3, round(NIGHTS * (last - first)))
            spare = last - round(SPARE * (last - first))
            for number in range(first, last):
                if number < spare:
                    yield self._own(number, site, night=number < nights)
                else:
                    agency = number == last - 1
                    yield self._spare(number, site, agency=agency)

    def _own(self, number: int, site: int, *, night: bool) -> Post:
        """Draw somebody with contracted hours."""
        style, chance = style_of(site), self.chance
        units = self.size.units_of(site)
        manner = style.night if night else style.day
        a_week = chance.choice(style.night_weeks if night else style.day_weeks)
        minutes = style.minutes(manner.codes[0])
        home = units[number % len(units)]
        worker = rota.Worker(
            id=f"w{number:04}",
            name=f"{NAMES[number % len(NAMES)]} {number}",
            role="Senior" if number % 4 == 0 else "Care assistant",
            weekly_minutes=round(a_week * minutes),
            usual_shift=minutes,
            units=(home,) if chance.random() < HOME else units,
            shift_codes=manner.codes,
            qualifications=self._skills(senior=number % 4 == 0),
            permanent_nights=night,
        )
        return Post(worker, home, manner, a_week, self._leave())

    def _spare(self, number: int, site: int, *, agency: bool) -> Post:
        """Draw somebody of the bank, who knows two sites, or of an agency.

        The hidden rota does without the agency.
        """
        style, units = style_of(site), self.size.units_of(site)
        near = self.size.units_of((site + 2) % self.size.sites)
        worker = rota.Worker(
            id=f"w{number:04}",
            name=f"{NAMES[number % len(NAMES)]} {number}",
            role="Agency" if agency else "Bank",
            contract=Contract.AGENCY if agency else Contract.BANK,
            usual_shift=style.minutes(style.day.codes[0]),
            units=units if agency else tuple(dict.fromkeys((*units, *near))),
            qualifications=self._skills(senior=False),
        )
        home = self.chance.choice(units)
        return Post(worker, home, style.day, 0.0 if agency else 1.5)

    def _leave(self) -> int | None:
        """Draw a week of leave for some."""
        weeks = self.size.weeks
        here = weeks > 1 and self.chance.random() < AWAY * weeks
        return self.chance.randrange(weeks) if here else None

    def _skills(self, *, senior: bool) -> tuple[Qualification, ...]:
        """Draw skills; all run out after the rota, some soon."""
        after = self.size.days + self.chance.randrange(300)
        until = START + timedelta(days=after)
        shares = {"medication": 0.65, "lead": 1.0 if senior else 0.0}
        return tuple(
            Qualification(skill=skill, expires=until)
            for skill, share in shares.items()
            if self.chance.random() < share
        )


def staff(size: Size, chance: random.Random) -> tuple[Person, ...]:
    """Draw everybody, with lines that make the cover of each unit even."""
    posts = tuple(Office(size, chance).posts())
    lines: dict[str, Line] = {}
    there: Counter[tuple[str, str, int]] = Counter()
    for _ in range(ROUNDS):
        for post in posts:
            old = lines.get(post.worker.id, [])
            there.subtract(_places(post, old))
            tried = [_drawn(post, size, chance) for _ in range(TRIES)]
            line = min(
                (*tried, old) if old else tried,
                key=lambda one, post=post: _crowding(post, one, there),
            )
            there.update(_places(post, line))
            lines[post.worker.id] = line
    return tuple(
        _person(post, lines[post.worker.id], chance) for post in posts
    )


def _person(post: Post, line: Line, chance: random.Random) -> Person:
    before = week_before(post.manner, line, int(post.a_week), chance)
    return Person(post, line, before)


def _drawn(post: Post, size: Size, chance: random.Random) -> Line:
    """Draw one lawful line, with exactly the hours of the contract."""
    if post.leave is None:
        worked = round(post.a_week * size.weeks)
        return draw(post.manner, size.days, worked, chance)
    worked = round(post.a_week * (size.weeks - 1))
    return around_leave(post.manner, size.days, post.leave, worked, chance)


def _places(post: Post, line: Line) -> list[tuple[str, str, int]]:
    return [(post.home, code, day) for day, code in enumerate(line) if code]


def _crowding(
    post: Post, line: Line, there: Counter[tuple[str, str, int]]
) -> int:
    """Tell how uneven the cover is with a line, and weekends running.

    A day on which nobody else is there pulls hardest.
    """
    places = _places(post, line)
    uneven = sum(2 * there[p] if there[p] else -EMPTY for p in places)
    worked = [any(line[n : n + 2]) for n in range(5, len(line), 7)]
    trios = zip(worked, worked[1:], worked[2:], strict=False)
    return uneven + 100 * sum(all(trio) for trio in trios)
