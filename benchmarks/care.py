"""Makes up care services with a rota hidden in each.

First a lawful rota is drawn, line by line; what it has of people becomes the
cover, of hours the contracts, of days off the leave and the requests. So it
is certain that everything can be filled while every must is kept; the problem
itself does not show how.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import rota
from benchmarks.care_staff import (
    SITE_SIZE,
    START,
    Person,
    Size,
    staff,
    style_of,
)
from rota.calendar import instant
from rota.domain import Absence, Assignment, Availability, Contract, Request
from rota.rules import Rule, defaults, with_settings

ASKS, OFFERS = 0.4, 0.3  # shares: of people with a request, of days offered
ROUNDS = (9 * 60, 21 * 60)  # medication, in minutes after midnight
ROUND = 30
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Service:
    """A problem, and the rota that is hidden in it."""

    problem: rota.Problem
    planted: rota.Roster


def make(
    people: int, weeks: int, sites: int | None = None, seed: int = 0
) -> Service:
    """Make up a service with a rota that is complete and lawful.

    Parameters
    ----------
    people
        Everybody on the list, bank and agency included; at least ten.
    weeks
        Weeks of the rota; one more lies before it as history.
    sites
        By default one for every fifty people.
    seed
        Another one gives another service.
    """
    sites = sites or max(1, round(people / SITE_SIZE))
    size = Size(people, weeks, sites)
    chance = random.Random(f"{people} {weeks} {sites} {seed}")
    return _Draft(size, staff(size, chance), chance).service()


@dataclass
class _Draft:
    """A service on the drawing board."""

    size: Size
    staff: tuple[Person, ...]
    chance: random.Random

    def service(self) -> Service:
        """Put the problem together, and the rota that is hidden in it."""
        size = self.size
        problem = rota.Problem(
            name=f"{size.people} people, {size.weeks} weeks",
            start=START,
            end=START + timedelta(days=size.days - 1),
            units=size.units,
            shift_types=tuple(self._types),
            workers=tuple(person.worker for person in self.staff),
            shifts=tuple(self._shifts.values()),
            demands=tuple(self._demands()),
            absences=tuple(self._leave()),
            availability=tuple(self._offers()),
            requests=tuple(self._requests()),
            past=tuple(self._past()),
            known_from=START - 7 * DAY,
            rules=self._rules(),
        )
        pairs = ((p.worker.id, shift.id) for p, shift in self._given)
        return Service(problem, rota.Roster(problem, pairs))

    @property
    def _types(self) -> list[rota.ShiftType]:
        styles = dict.fromkeys(style_of(n) for n in range(self.size.sites))
        return [kind for style in styles for kind in style.types]

    def _rules(self) -> tuple[Rule, ...]:
        """Take the rule book; far-off sites are no company to anybody."""
        rules = defaults("care-home")
        if self.size.sites == 1:
            return rules
        return with_settings(rules, lone_working={"by_unit": True})

    @cached_property
    def _shifts(self) -> dict[tuple[str, str, date], rota.Shift]:
        """Every shift, by unit, code and date, from the week before on."""
        days = [START + DAY * n for n in range(-7, self.size.days)]
        return {
            (unit, kind.code, day): kind.on(day, unit)
            for site in range(self.size.sites)
            for unit in self.size.units_of(site)
            for kind in style_of(site).types
            for day in days
        }

    @cached_property
    def _given(self) -> list[tuple[Person, rota.Shift]]:
        """What the hidden rota gives to whom."""
        return [
            (person, self._shifts[person.post.home, code, START + DAY * n])
            for person in self.staff
            for n, code in enumerate(person.line)
            if code
        ]

    def _past(self) -> Iterator[Assignment]:
        """Give what everybody did the week before."""
        for person in self.staff:
            for n, code in enumerate(person.before):
                if code:
                    day = START + DAY * (n - 7)
                    shift = self._shifts[person.post.home, code, day]
                    yield Assignment(
                        worker_id=person.worker.id, duty_id=shift.id
                    )

    # -- cover --------------------------------------------------------------

    def _demands(self) -> Iterator[rota.Demand]:
        """Ask for the people, the leads and the rounds that are there."""
        people = Counter(shift.id for _, shift in self._given)
        leads = Counter(
            shift.id
            for person, shift in self._given
            if person.worker.holds("lead", shift.date)
        )
        for shift in self._shifts.values():
            if people[shift.id]:
                yield _demand(shift, people[shift.id])
            if leads[shift.id]:
                yield _demand(shift, 1, "lead")
        for (unit, day, at), there in self._rounds().items():
            if there:
                yield rota.Demand(
                    id=f"{day}:round:{at}:{unit}",
                    unit_id=unit,
                    date=day,
                    begins=instant(day, at),
                    ends=instant(day, at + ROUND),
                    skill="medication",
                    minimum=1,
                    ideal=1,
                    occasion=True,
                )

    def _rounds(self) -> Counter[tuple[str, date, int]]:
        """Count who could do each medication round."""
        return Counter(
            (shift.unit_id, shift.date, at)
            for person, shift in self._given
            if person.worker.holds("medication", shift.date)
            for at in ROUNDS
            if shift.begins <= instant(shift.date, at)
            and instant(shift.date, at + ROUND) <= shift.ends
        )

    # -- what people want and can -------------------------------------------

    def _leave(self) -> Iterator[Absence]:
        for person in self.staff:
            if person.post.leave is not None:
                first = START + 7 * DAY * person.post.leave
                yield Absence(
                    worker_id=person.worker.id,
                    first=first,
                    last=first + 6 * DAY,
                )

    def _offers(self) -> Iterator[Availability]:
        """Let bank and agency offer the days they have, and some more."""
        for person in self.staff:
            contract = person.worker.contract
            if contract.waits_for_offer:
                share = 2 * OFFERS if contract is Contract.AGENCY else OFFERS
                free = [
                    bool(code) or self.chance.random() < share
                    for code in person.line
                ]
                yield from _offered(person.worker.id, free)

    def _requests(self) -> Iterator[Request]:
        """Let some ask for a day off: mostly one that they can have."""
        for person in self.staff:
            if self.chance.random() < ASKS:
                off = [n for n, code in enumerate(person.line) if not code]
                every = range(self.size.days)
                days = off if self.chance.random() < 0.8 else every
                day = START + DAY * self.chance.choice(days)
                yield Request(worker_id=person.worker.id, date=day)


def _demand(shift: rota.Shift, people: int, skill: str = "") -> rota.Demand:
    return rota.Demand(
        id=f"{shift.id}:{skill}",
        unit_id=shift.unit_id,
        date=shift.date,
        begins=shift.begins,
        ends=shift.ends,
        codes=(shift.code,),
        skill=skill,
        minimum=people,
        ideal=people,
    )


def _offered(worker_id: str, free: Sequence[bool]) -> Iterator[Availability]:
    """Give the stretches of days that are free, each to the next morning."""
    for n, here in enumerate(free):
        if here and (not n or not free[n - 1]):
            last = next(
                (m for m in range(n, len(free)) if not free[m]), len(free)
            )
            yield Availability(
                worker_id=worker_id,
                begins=instant(START + DAY * n),
                ends=instant(START + DAY * last),
                offered=True,
            )
