"""What every rule is made of: Breach, the Plan it posts to, Gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

from rota import domain
from rota.calendar import local_date
from rota.domain import (
    Duty,
    Given,
    Key,
    Override,
    Pence,
    Problem,
    SessionTime,
    Strength,
    Worker,
    pair_key,
)
from rota.roster import Part, Roster

Literal = int  # a variable of the plan; negative: its negation
Term = tuple[int, Literal]  # coefficient, literal
Price = int | tuple[int, ...]  # pence per unit, or rising marginal prices
TRUE: Literal = 1
FALSE: Literal = -1


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule not kept, at one key.

    `amount` is in the rule's unit; for unit "hour" it is minutes.
    """

    rule: Rule
    key: Key
    amount: int
    sentence: str
    price: Price

    @property
    def strength(self) -> Strength:
        """How strong the rule is at this key."""
        return self.rule.strength_of(self.key)

    @property
    def exception(self) -> Override | None:
        """The exception by which a must is none at this key, if any."""
        override = self.rule.override_of(self.key)
        made = override is not None and override.strength is not Strength.MUST
        return (
            override if made and self.rule.strength is Strength.MUST else None
        )

    @property
    def cost(self) -> int:
        """What it costs, in sixtieths of a penny; a must has no price."""
        if self.strength is not Strength.SHOULD:
            return 0
        return cost_of(self.amount, self.price, self.rule.unit == "hour")

    @property
    def to_mend(self) -> int:
        """What the solver adds to the cost for a must that pins break.

        Nobody can mend a gate: the pair that it refuses is pinned.
        """
        if self.strength is not Strength.MUST or self.rule.is_gate:
            return 0
        return cost_of(self.amount, MEND, self.rule.unit == "hour")


MEND: Price = 200_000  # pence; what pins break is mended where it can be


def cost_of(amount: int, price: Price, by_hour: bool) -> int:
    """Give sixtieths of a penny for an amount at a price.

    By the hour an amount is minutes: one minute at one penny an hour is a
    sixtieth of a penny. Of a tuple of marginal prices the last one repeats.
    """
    scale = 1 if by_hour else 60
    if isinstance(price, int):
        return scale * amount * price
    steps = price[:amount]
    beyond = max(0, amount - len(price)) * price[-1]
    return scale * (sum(steps) + beyond)


@dataclass(frozen=True, slots=True)
class Run:
    """What makes a run of one worker: on which days it holds, and breaks."""

    worker_id: str
    holds: Callable[[date], Literal]
    breaks: Callable[[date], Literal]
    what: str = ""

    def about(self, day: date) -> Key:
        """Give the key of a day of the run."""
        return Key(self.worker_id, date=day, what=self.what)

    @property
    def turned(self) -> Run:
        """Give the runs between these: days off for days of work."""
        return Run(self.worker_id, self.breaks, self.holds, self.what)


class Plan(Protocol):
    """What a rule may say to the solver's model; see rota/solver/plan.py."""

    @property
    def problem(self) -> Problem:
        """The question."""

    @property
    def workers(self) -> Sequence[Worker]:
        """The workers some of whose duties are open."""

    @property
    def part(self) -> Part:
        """The part of the rota that is open."""

    def literal(self, worker_id: str, duty_id: str) -> Literal:
        """Whether the worker has the duty; TRUE or FALSE where fixed."""

    def duties_of(self, worker_id: str) -> Sequence[tuple[Duty, Literal]]:
        """What the worker has or could have, history too, by begin then id."""

    def sessions_of(
        self, worker_id: str
    ) -> Sequence[tuple[SessionTime, Literal]]:
        """What sessions the worker gives or could give, by begin then id."""

    def paid_of(self, worker_id: str) -> Sequence[tuple[Given, Literal]]:
        """The duties, and the visits, that count hours for the worker."""

    def workers_on(self, duty_id: str) -> Sequence[tuple[Worker, Literal]]:
        """Who has or could have the duty, or the time of a session."""

    def options_of(self, session_id: str) -> Sequence[SessionTime]:
        """The times of a session that the plan speaks of."""

    def times_of(
        self, session_id: str
    ) -> Sequence[tuple[SessionTime, Literal]]:
        """When the session can take place, and whether it does then."""

    def any_of(self, literals: Sequence[Literal]) -> Literal:
        """Whether at least one holds."""

    def all_of(self, literals: Sequence[Literal]) -> Literal:
        """Whether all hold."""

    def works_on(self, worker_id: str, day: date) -> Literal:
        """Whether a duty of the worker starts on the local date."""

    def weekend(self, worker_id: str, day: date) -> Literal:
        """Whether the worker has a minute of duty in the day's weekend."""

    def packed(
        self, windows: Sequence[tuple[int, int, Literal]]
    ) -> Sequence[Literal]:
        """Choose windows (begin, end, free), none overlapping, all free.

        The windows are equally long and in order of begin.
        """

    def runs(
        self,
        run: Run,
        *,
        by: Rule,
        least: int | None = None,
        most: int | None = None,
    ) -> None:
        """Say what a rule asks of a worker's runs, beside its rows.

        All such rules of a worker are then seen together.
        """

    def bound(
        self,
        terms: Sequence[Term],
        *,
        by: Rule,
        about: Key,
        lo: int | None = None,
        hi: int | None = None,
        price: Price | None = None,
    ) -> None:
        """Ask that the sum of terms lies between lo and hi.

        Rows of the same rule and key share one slack, the largest
        shortfall; coefficients carry the rule's unit.
        """


class Rule(domain.Rule):
    """A rule with its faces: settings, posting, independent check."""

    def post(self, plan: Plan) -> None:
        """Say the rule to the solver."""
        raise NotImplementedError

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find where a roster does not keep the rule, without a solver."""
        raise NotImplementedError

    def breach(
        self, key: Key, amount: int, sentence: str, price: Price | None = None
    ) -> Breach:
        """Make a breach of this rule."""
        charged = self.price if price is None else price
        return Breach(self, key, amount, sentence, charged)


class Gate(Rule):
    """A rule about one worker and one duty; a subclass says `refuses`.

    As a must it keeps the pair from becoming a variable; as a should each
    refused pair has the price.
    """

    is_gate: ClassVar[bool] = True
    unit: ClassVar[str] = "shift"
    price: Pence = 20_000  # where it is softened to a should

    def post(self, plan: Plan) -> None:
        """Put the price, or the ban, on every refused pair."""
        for worker in plan.workers:
            held: list[tuple[Given, Literal]] = [
                *plan.duties_of(worker.id),
                *plan.sessions_of(worker.id),
            ]
            for duty, literal in held:
                if self._concerns(plan.problem, duty) and self.refuses(
                    plan.problem, worker, duty
                ):
                    about = pair_key(worker, duty)
                    plan.bound([(1, literal)], hi=0, by=self, about=about)

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find every given duty that is refused."""
        for worker in part.workers(problem):
            held: list[Given] = [
                *roster.by_worker[worker.id],
                *roster.sessions_of(worker.id),
            ]
            for duty in held:
                if not self.judges(duty):
                    continue
                reason = self.refuses(problem, worker, duty)
                if reason is not None:
                    yield self.breach(pair_key(worker, duty), 1, reason)

    def _concerns(self, problem: Problem, duty: Given) -> bool:
        inside = problem.start <= duty.date <= problem.end
        return inside and self.judges(duty)


def in_horizon(problem: Problem, moment: int) -> bool:
    """Tell whether the local date of an instant is in the horizon."""
    return problem.start <= local_date(moment) <= problem.end
