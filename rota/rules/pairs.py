"""People who are kept apart, or brought together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

from rota import words
from rota.calendar import local_date
from rota.domain import Duty, Key, Pair, PairKind, Pence, Problem, Strength
from rota.roster import Part, Roster
from rota.rules.base import Breach, Plan, Rule

Meeting = tuple[Duty, Duty]
Moment = tuple[int, int]  # begin and end; nothing begins or ends between


def _are_together(one: Duty, other: Duty) -> bool:
    """Tell whether two duties are at one time in one unit."""
    return one.unit_id == other.unit_id and one.overlaps(
        other.begins, other.ends
    )


class NeverTogether(Rule):
    """Two people who must not work together never do."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 10_000

    def post(self, plan: Plan) -> None:
        """Forbid each two duties at one time in one unit."""
        since = plan.problem.start
        for pair in plan.part.pairs(plan.problem, PairKind.NEVER_TOGETHER):
            for one, x in plan.duties_of(pair.worker_id):
                for other, y in plan.duties_of(pair.other_id):
                    if other.begins >= one.ends:
                        break
                    shared = min(one.ends, other.ends) - max(
                        one.begins, other.begins
                    )
                    same_unit = one.unit_id == other.unit_id
                    last = max(one.date, other.date)
                    if shared > 0 and same_unit and last >= since:
                        plan.bound(
                            [(shared, x), (shared, y)],
                            hi=shared,
                            by=self,
                            about=Key(
                                pair.worker_id,
                                pair.other_id,
                                date=last,
                                duty_ids=(one.id, other.id),
                            ),
                        )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Compare what the two do."""
        for pair in part.pairs(problem, PairKind.NEVER_TOGETHER):
            for one in roster.timeline(pair.worker_id):
                for other in roster.timeline(pair.other_id):
                    if not _are_together(one, other):
                        continue
                    if max(one.date, other.date) < problem.start:
                        continue
                    shared = sorted(
                        (one.begins, one.ends, other.begins, other.ends)
                    )
                    yield self.breach(
                        Key(
                            worker_id=pair.worker_id,
                            other_id=pair.other_id,
                            date=max(one.date, other.date),
                            duty_ids=(one.id, other.id),
                        ),
                        shared[2] - shared[1],
                        f"{_names(problem, pair)} are together on"
                        f" {words.day(one.date)}",
                    )


def _during(problem: Problem, duties: list[Duty]) -> list[Moment]:
    """Give the moments at which any of the duties goes on."""
    starts = [begins for begins, _ in problem.moments]
    found = {
        n
        for duty in duties
        for n in range(
            bisect_left(starts, duty.begins), bisect_left(starts, duty.ends)
        )
    }
    return [problem.moments[n] for n in sorted(found)]


class NotOnlyTheseTwo(Rule):
    """Two people who must not be alone together have a third with them."""

    unit: ClassVar[str] = "hour"
    strength: Strength = Strength.MUST
    price: Pence = 10_000

    def post(self, plan: Plan) -> None:
        """Ask for a third at every moment at which both could be there."""
        problem = plan.problem
        for pair in plan.part.pairs(problem, PairKind.NOT_ONLY_THESE_TWO):
            first = [duty for duty, _ in plan.duties_of(pair.worker_id)]
            for unit_id in problem.units:
                there = problem.duties_in[unit_id]
                mine = [duty for duty in first if duty.unit_id == unit_id]
                for begins, ends in _during(problem, mine):
                    here = [d for d in there if d.overlaps(begins, ends)]
                    ones = [
                        plan.literal(pair.worker_id, duty.id) for duty in here
                    ]
                    others = [
                        plan.literal(pair.other_id, duty.id) for duty in here
                    ]
                    thirds = [
                        literal
                        for duty in here
                        for worker, literal in plan.workers_on(duty.id)
                        if worker.id not in (pair.worker_id, pair.other_id)
                    ]
                    minutes = ends - begins
                    plan.bound(
                        [
                            (minutes, plan.any_of(ones)),
                            (minutes, plan.any_of(others)),
                            (-minutes, plan.any_of(thirds)),
                        ],
                        hi=minutes,
                        by=self,
                        about=Key(
                            pair.worker_id,
                            pair.other_id,
                            unit_id,
                            local_date(begins),
                            begins,
                            ends,
                        ),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find the moments at which the two have nobody with them."""
        for pair in part.pairs(problem, PairKind.NOT_ONLY_THESE_TWO):
            first = roster.timeline(pair.worker_id)
            for unit_id in problem.units:
                for begins, ends in problem.moments:
                    if not any(
                        duty.unit_id == unit_id and duty.overlaps(begins, ends)
                        for duty in first
                    ):
                        continue
                    people = _people(problem, roster, unit_id, begins, ends)
                    if people == {pair.worker_id, pair.other_id}:
                        yield self.breach(
                            Key(
                                worker_id=pair.worker_id,
                                other_id=pair.other_id,
                                unit_id=unit_id,
                                date=local_date(begins),
                                at=begins,
                                to=ends,
                            ),
                            ends - begins,
                            f"{_names(problem, pair)} are alone together on"
                            f" {words.day(local_date(begins))}",
                        )


class TogetherWhenPossible(Rule):
    """Two people who work well together share their shifts."""

    unit: ClassVar[str] = "shift"
    strength: Strength = Strength.SHOULD
    price: Pence = 1_000

    def post(self, plan: Plan) -> None:
        """Price each shift of the first without the second."""
        problem = plan.problem
        for pair in plan.part.pairs(problem, PairKind.TOGETHER_WHEN_POSSIBLE):
            for duty, literal in plan.duties_of(pair.worker_id):
                if problem.start <= duty.date <= problem.end:
                    beside = plan.any_of(
                        [
                            y
                            for other, y in plan.duties_of(pair.other_id)
                            if _overlap_in_unit(duty, other)
                        ]
                    )
                    plan.bound(
                        [(1, literal), (-1, beside)],
                        hi=0,
                        by=self,
                        about=Key(
                            pair.worker_id,
                            pair.other_id,
                            date=duty.date,
                            duty_ids=(duty.id,),
                        ),
                    )

    def breaches(
        self, problem: Problem, roster: Roster, part: Part
    ) -> Iterator[Breach]:
        """Find the shifts of the first without the second."""
        for pair in part.pairs(problem, PairKind.TOGETHER_WHEN_POSSIBLE):
            beside = roster.timeline(pair.other_id)
            for duty in roster.by_worker[pair.worker_id]:
                if not any(_are_together(duty, other) for other in beside):
                    yield self.breach(
                        Key(
                            worker_id=pair.worker_id,
                            other_id=pair.other_id,
                            date=duty.date,
                            duty_ids=(duty.id,),
                        ),
                        1,
                        f"{_names(problem, pair)} are not together on"
                        f" {words.day(duty.date)}",
                    )


def _overlap_in_unit(one: Duty, other: Duty) -> bool:
    return (
        one.unit_id == other.unit_id
        and one.begins < other.ends
        and other.begins < one.ends
    )


def _people(
    problem: Problem, roster: Roster, unit_id: str, begins: int, ends: int
) -> set[str]:
    """Give who is on duty in a unit at a moment."""
    return {
        worker.id
        for duty in problem.duties_in[unit_id]
        if duty.begins <= begins and ends <= duty.ends
        for worker in (
            *roster.workers_on(duty.id),
            *problem.past_workers_on(duty.id),
        )
    }


def _names(problem: Problem, pair: Pair) -> str:
    one, other = problem.worker[pair.worker_id], problem.worker[pair.other_id]
    return f"{one.name} and {other.name}"
