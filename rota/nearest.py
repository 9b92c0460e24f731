"""Who comes nearest to a shift, and the one rule in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from rota import words
from rota.discretion import refusal, sentence
from rota.domain import Duty, Given, Problem, Strength, Worker, pair_key
from rota.roster import Part, Roster
from rota.rules.base import Breach, Rule
from rota.rules.support_hours import EnoughPeople

DEEP = 6  # how many people are looked at closely for one shift
SHALLOW = 2  # the same once there are very many shifts
MANY = 200  # looks after which the search goes shallow
REST = 11 * 60  # used only to guess who is worth a closer look


@dataclass(frozen=True, slots=True)
class Nearest:
    """The person nearest to a shift, and what stands in the way.

    `in_the_way` counts the musts; with none it is a should that made the
    shift not worthwhile.
    """

    worker_id: str
    name: str
    reason: str
    in_the_way: int

    @property
    def sentence(self) -> str:
        """Say who, and why not."""
        return f"{self.name} - {self.reason}"


@dataclass(frozen=True, slots=True)
class _Guess:
    """How far somebody seems to be from a shift, before a closer look."""

    obstacles: int
    clash: int
    short_of_rest: int
    over_contract: int
    worker: Worker
    duty: Duty

    @property
    def rank(self) -> tuple[int, int, int, int, str]:
        """The least is the nearest."""
        return (
            self.obstacles,
            self.clash,
            self.short_of_rest,
            self.over_contract,
            self.worker.id,
        )


@dataclass
class Search:
    """Looks for people to take shifts; remembers what it has worked out."""

    problem: Problem
    roster: Roster
    looks: int = 0

    def nearest(
        self,
        duty_ids: tuple[str, ...],
        begins: int,
        ends: int,
        skills: tuple[str, ...],
    ) -> Nearest | None:
        """Find who has the fewest rules in the way of a shift.

        Parameters
        ----------
        duty_ids
            The duties that would fill it, the best first.
        begins, ends
            The stretch to fill, as instants.
        skills
            What whoever comes must hold.
        """
        duties = [self.problem.duty[name] for name in duty_ids[:3]]
        fitting = [d for d in duties if d.overlaps(begins, ends)]
        guesses = sorted(
            (
                guess
                for worker in self.problem.workers
                for guess in self._guess(worker, fitting, skills)
            ),
            key=lambda guess: guess.rank,
        )
        deep = DEEP if self.looks < MANY else SHALLOW
        return self._best(guesses[:deep], skills)

    def _best(
        self, guesses: list[_Guess], skills: tuple[str, ...]
    ) -> Nearest | None:
        found: list[Nearest] = []
        for guess in guesses:
            self.looks += 1
            found.append(self._look(guess, skills))
            if not found[-1].in_the_way:
                break
        return min(found, key=lambda one: one.in_the_way, default=None)

    def _guess(
        self, worker: Worker, duties: list[Duty], skills: tuple[str, ...]
    ) -> Iterator[_Guess]:
        """Give the nearest of the duties for one worker, if any is open."""
        made = [
            self._measure(worker, duty, skills)
            for duty in duties
            if (worker.id, duty.id) not in self.roster
        ]
        if made:
            yield min(made, key=lambda guess: guess.rank)

    def _measure(
        self, worker: Worker, duty: Duty, skills: tuple[str, ...]
    ) -> _Guess:
        refused = len(self.problem.refusals(worker.id, duty.id))
        unfit = not is_suited(worker, duty, skills)
        clash = rest = 0
        for held in self.roster.timeline(worker.id):
            gap = max(duty.begins - held.ends, held.begins - duty.ends)
            clash += gap < 0
            rest = max(rest, REST - gap if 0 < gap < REST else 0)
        return _Guess(
            refused + unfit,
            clash,
            rest,
            self._over(worker),
            worker,
            duty,
        )

    def _over(self, worker: Worker) -> int:
        """Give the minutes by which somebody is over contract already."""
        problem = self.problem
        done = sum(duty.contract for duty in self.roster.by_worker[worker.id])
        done += problem.absence_credit[worker.id]
        return done - problem.due[worker.id]

    def _look(self, guess: _Guess, skills: tuple[str, ...]) -> Nearest:
        """Give the musts in somebody's way, else the dearest should."""
        worker, duty = guess.worker, guess.duty
        return self.look(
            worker,
            duty,
            [
                *self.refusals(worker, duty),
                *_unfitness(worker, duty, skills),
            ],
        )

    def look(self, worker: Worker, duty: Given, reasons: list[str]) -> Nearest:
        """Say what is in the way: these reasons, else musts, else shoulds."""
        reasons = reasons or self._musts(worker, duty)
        if not reasons:
            return Nearest(
                worker.id, worker.name, self._should(worker, duty), 0
            )
        more = len(reasons) - 1
        also = f" (and {words.count(more, 'more rule')})" if more else ""
        reason = _without_name(worker, reasons[0])
        return Nearest(worker.id, worker.name, reason + also, len(reasons))

    def refusals(self, worker: Worker, duty: Given) -> Iterator[str]:
        """Say why a must forbids that this worker has this."""
        key = pair_key(worker, duty)
        for rule in self.problem.gates:
            if rule.judges(duty) and rule.strength_of(key) is Strength.MUST:
                reason = rule.refuses(self.problem, worker, duty)
                if reason is not None:
                    yield refusal(rule, duty, reason)

    def _musts(self, worker: Worker, duty: Given) -> list[str]:
        """Say the musts that the duty would newly break."""
        return [
            sentence(self.problem, breach)
            for breach in self._new(worker, duty)
            if breach.strength is Strength.MUST
        ]

    def _should(self, worker: Worker, duty: Given) -> str:
        """Say the should that made the duty not worthwhile."""
        new = [
            breach
            for breach in self._new(worker, duty, watch_shoulds=True)
            if breach.strength is Strength.SHOULD
            and not breach.rule.is_money
            and not isinstance(breach.rule, EnoughPeople)
        ]
        if not new:
            return "is free; no rule is in the way"
        dearest = max(new, key=lambda breach: breach.cost)
        reason = _without_name(worker, sentence(self.problem, dearest))
        return f"no must is in the way; it would mean: {reason}"

    def _new(
        self, worker: Worker, duty: Given, watch_shoulds: bool = False
    ) -> Iterator[Breach]:
        """Give the breaches that a duty would add, or make worse."""
        part = Part(frozenset({worker.id}), frozenset({duty.date}))
        rules = [
            cast(Rule, rule)
            for rule in self.problem.rules
            if watch_shoulds or _can_be_must(rule)
        ]
        changed = self.roster.changed(add=[(worker.id, duty.id)])
        for rule in rules:
            after = list(rule.breaches(self.problem, changed, part))
            if not after:
                continue
            before = {
                breach.key: breach.amount
                for breach in rule.breaches(self.problem, self.roster, part)
            }
            for breach in after:
                if breach.amount > before.get(breach.key, 0):
                    yield breach


def _can_be_must(rule: object) -> bool:
    held = cast(Rule, rule)
    strengths = [held.strength, *(o.strength for o in held.overrides)]
    return Strength.MUST in strengths and not held.asks_at_least


def is_suited(worker: Worker, duty: Duty, skills: tuple[str, ...]) -> bool:
    """Tell whether somebody is counted that day and holds the skills."""
    return worker.counts_on(duty.date) and all(
        worker.holds(skill, duty.date) for skill in skills
    )


def _unfitness(
    worker: Worker, duty: Duty, skills: tuple[str, ...]
) -> Iterator[str]:
    if not worker.counts_on(duty.date):
        yield "is not counted in the numbers yet"
    missing = [skill for skill in skills if not worker.holds(skill, duty.date)]
    if missing:
        yield f"has no {words.listed(missing)} in date that day"


def _without_name(worker: Worker, said: str) -> str:
    """Drop the name that a sentence begins with."""
    if not said.startswith(worker.name):
        return said
    return said[len(worker.name) :].removeprefix("'s").lstrip(" :")
