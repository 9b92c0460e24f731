"""How many people each stretch of time has, and how many it needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.calendar import HOUR, clock, local_date, night_minutes
from rota.domain import Demand, Key, Kind, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Literal, Plan, Rule, Term


class Cover(Rule):
    """People are counted against cover, minute by minute.

    A key is one piece of one demand, cut where duties begin and end; people
    in induction are not counted. Of cover by time, those who are with one
    client then are not, unless the plan says so; cover by shift code counts
    everybody on the shift.
    """

    unit: ClassVar[str] = "hour"
    minds_sessions: ClassVar[bool] = True

    def wanted(self, demand: Demand) -> tuple[int | None, int | None]:
        """Give the least and the most people; None for no limit."""
        raise NotImplementedError

    def price_at(self, demand: Demand, begins: int, ends: int) -> int:  # noqa: ARG002
        """Give pence for a person-hour of that piece."""
        return self.price

    def sentence(self, there: int, demand: Demand) -> str:
        """Say what is wrong with so many people there."""
        raise NotImplementedError

    def post(self, plan: Plan) -> None:
        """Count the people of each piece."""
        for demand in plan.part.demands(plan.problem):
            least, most = self.wanted(demand)
            if demand.skill or (least, most) == (None, None):
                continue
            for begins, ends in plan.problem.pieces(demand):
                minutes = ends - begins
                heads = _heads(plan, demand, begins, ends)
                heads += [
                    (begins - ends, literal)
                    for literal in self._busy(plan, demand, begins, ends)
                ]
                plan.bound(
                    heads,
                    lo=None if least is None else least * minutes,
                    hi=None if most is None else most * minutes,
                    by=self,
                    about=Key(
                        unit_id=demand.unit_id,
                        date=demand.date,
                        at=begins,
                        to=ends,
                        what=demand.id,
                    ),
                    price=self.price_at(demand, begins, ends),
                )

    def _busy(
        self, plan: Plan, demand: Demand, begins: int, ends: int
    ) -> list[Literal]:
        """Give those who are with one client then, or out with one."""
        return [
            literal
            for session in plan.problem.sessions_near(demand)
            for time in plan.options_of(session.id)
            if time.takes_from_house
            or (self.minds_sessions and time.takes_from_cover)
            if time.overlaps(begins, ends)
            for worker, literal in plan.workers_on(time.id)
            if worker.counts_on(time.date)
        ]

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Count heads in each piece of each demand."""
        for demand in part.demands(problem):
            least, most = self.wanted(demand)
            if demand.skill or (least is None and most is None):
                continue
            for begins, ends in problem.pieces(demand):
                there = count_people(problem, roster, demand, begins, ends)
                there -= count_busy(
                    problem,
                    roster,
                    demand,
                    (begins, ends),
                    only_out=not self.minds_sessions,
                )
                under = 0 if least is None else least - there
                over = 0 if most is None else there - most
                if max(under, over) > 0:
                    yield self.breach(
                        Key(
                            unit_id=demand.unit_id,
                            date=demand.date,
                            at=begins,
                            to=ends,
                            what=demand.id,
                        ),
                        max(under, over) * (ends - begins),
                        f"{where(demand, begins, ends)}:"
                        f" {self.sentence(there, demand)}",
                        self.price_at(demand, begins, ends),
                    )


def _heads(plan: Plan, demand: Demand, begins: int, ends: int) -> list[Term]:
    """Give a term for everybody who could be there and counts."""
    return [
        (ends - begins, literal)
        for duty in plan.problem.meets[demand.id]
        if demand.codes or duty.overlaps(begins, ends)
        for worker, literal in plan.workers_on(duty.id)
        if worker.counts_on(duty.date)
    ]


def count_people(
    problem: Problem, roster: Roster, demand: Demand, begins: int, ends: int
) -> int:
    """Count those on duty in a piece of a demand who are in the numbers."""
    return sum(
        worker.counts_on(duty.date)
        and (not demand.skill or worker.holds(demand.skill, duty.date))
        for duty in problem.meets[demand.id]
        if demand.codes or (duty.begins <= begins and ends <= duty.ends)
        for worker in (
            *roster.workers_on(duty.id),
            *problem.past_workers_on(duty.id),
        )
    )


def count_busy(
    problem: Problem,
    roster: Roster,
    demand: Demand,
    piece: tuple[int, int],
    *,
    only_out: bool,
) -> int:
    """Count those on duty who are with one client in a piece, or out."""
    begins, ends = piece
    return sum(
        worker.counts_on(time.date)
        and (not demand.skill or worker.holds(demand.skill, time.date))
        for session in problem.sessions_near(demand)
        for time in roster.times_of(session.id)
        if time.begins <= begins and ends <= time.ends
        if time.takes_from_house or (time.takes_from_cover and not only_out)
        for worker in roster.workers_on(time.id)
    )


def where(demand: Demand, begins: int, ends: int) -> str:
    """Say the unit, day and time of a piece of a demand."""
    place = f"{demand.unit_id}, " if demand.unit_id else ""
    code = f" {demand.codes[0]}" if demand.codes else ""
    day = words.day(local_date(begins))
    return f"{place}{day}{code} {clock(begins)}-{clock(ends)}"


class CoverMinimum(Cover):
    """Every stretch of time has at least its minimum of people.

    Source: Health and Social Care Act 2008 (Regulated Activities)
    Regulations 2014, reg 18 (CQC-18).
    """

    asks_at_least: ClassVar[bool] = True
    strength: Strength = Strength.SHOULD
    price: Pence = 15_000
    night_price: Pence = 25_000
    sleep_in_price: Pence = 200_000  # a night, whatever its length

    def wanted(self, demand: Demand) -> tuple[int | None, int | None]:
        """Ask for the minimum."""
        return demand.minimum or None, None

    def price_at(self, demand: Demand, begins: int, ends: int) -> int:
        """Charge more by night, and a sleep-in by the night."""
        if demand.short_price is not None:
            return demand.short_price
        if demand.kind is Kind.SLEEP_IN:
            return self.sleep_in_price * HOUR // demand.length
        if 2 * night_minutes(begins, ends) > ends - begins:
            return self.night_price
        return self.price

    def sentence(self, there: int, demand: Demand) -> str:
        """Say who is there and who is needed."""
        return words.of_people(there, demand.minimum)


class NobodyThere(Cover):
    """There is always somebody, where anybody is needed at all.

    Somebody who is with one client in the house is there. Source: Health and
    Social Care Act 2008 (Regulated Activities) Regulations 2014, reg 18
    (CQC-18).
    """

    minds_sessions: ClassVar[bool] = False
    asks_at_least: ClassVar[bool] = True
    strength: Strength = Strength.SHOULD
    price: Pence = 50_000

    def wanted(self, demand: Demand) -> tuple[int | None, int | None]:
        """Ask for one person."""
        here = demand.minimum and demand.kind is Kind.WAKING
        return (1 if here else None), None

    def sentence(self, there: int, demand: Demand) -> str:  # noqa: ARG002
        """Say that the place is empty."""
        return "nobody there"


class CoverIdeal(Cover):
    """Where there are hours enough, time has its ideal number of people."""

    asks_at_least: ClassVar[bool] = True
    strength: Strength = Strength.SHOULD
    price: Pence = 800

    def wanted(self, demand: Demand) -> tuple[int | None, int | None]:
        """Ask for the ideal, where it is more than the minimum."""
        more = demand.ideal > demand.minimum
        return (demand.ideal if more else None), None

    def sentence(self, there: int, demand: Demand) -> str:
        """Say who is there and who would be ideal."""
        people = words.count(there, "person", "people")
        return f"{people}; {demand.ideal} would be ideal"


class CoverMaximum(Cover):
    """No stretch of time has more people than its maximum."""

    strength: Strength = Strength.SHOULD
    price: Pence = 2_000

    def wanted(self, demand: Demand) -> tuple[int | None, int | None]:
        """Allow the maximum."""
        return None, demand.maximum

    def price_at(self, demand: Demand, begins: int, ends: int) -> int:  # noqa: ARG002
        """Charge what the demand says, where it says anything."""
        return self.price if demand.over_price is None else demand.over_price

    def sentence(self, there: int, demand: Demand) -> str:
        """Say who is there and who may be."""
        people = words.count(there, "person", "people")
        return f"{people}; {demand.maximum} at most"


def _out_with_skill(
    plan: Plan, demand: Demand, begins: int, ends: int
) -> list[Literal]:
    """Give those who hold a skill and are out with a client."""
    return [
        literal
        for session in plan.problem.sessions_near(demand)
        for time in plan.options_of(session.id)
        if time.takes_from_house and time.overlaps(begins, ends)
        for worker, literal in plan.workers_on(time.id)
        if worker.counts_on(time.date)
        and worker.holds(demand.skill, time.date)
    ]


class SkillCover(Rule):
    """The people on duty have, between them, the skills the time needs.

    Of cover by time, whoever is out with a client is not there; what has run
    out does not count. Source: Health and Social Care Act 2008 (Regulated
    Activities) Regulations 2014, reg 18 (CQC-SKILL, CQC-TRN).
    """

    asks_at_least: ClassVar[bool] = True
    unit: ClassVar[str] = "person"
    strength: Strength = Strength.SHOULD
    price: Pence = 20_000
    round_price: Pence = 30_000  # a medication round

    def post(self, plan: Plan) -> None:
        """Count, in each piece, those who hold the skill that day."""
        for demand in plan.part.demands(plan.problem):
            if not demand.skill or not demand.minimum:
                continue
            for begins, ends in plan.problem.pieces(demand):
                out = _out_with_skill(plan, demand, begins, ends)
                plan.bound(
                    [
                        (1, literal)
                        for duty in plan.problem.meets[demand.id]
                        if demand.codes or duty.overlaps(begins, ends)
                        for worker, literal in plan.workers_on(duty.id)
                        if worker.counts_on(duty.date)
                        and worker.holds(demand.skill, duty.date)
                    ]
                    + [(-1, literal) for literal in out],
                    lo=demand.minimum,
                    by=self,
                    about=Key(
                        unit_id=demand.unit_id,
                        date=demand.date,
                        what=demand.id,
                    ),
                    price=self.round_price if demand.occasion else self.price,
                )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find the piece of each demand that is shortest of the skill."""
        for demand in part.demands(problem):
            if not demand.skill or demand.minimum < 1:
                continue
            there = min(
                count_people(problem, roster, demand, *piece)
                - count_busy(problem, roster, demand, piece, only_out=True)
                for piece in problem.pieces(demand)
            )
            if there < demand.minimum:
                place = where(demand, demand.begins, demand.ends)
                yield self.breach(
                    Key(
                        unit_id=demand.unit_id,
                        date=demand.date,
                        what=demand.id,
                    ),
                    demand.minimum - there,
                    f"{place}: {there} of {demand.minimum} with"
                    f" {demand.skill}",
                    self.round_price if demand.occasion else self.price,
                )
