"""Fair shares: who is owed how much of what is hard to work.

A fair share is a constant of the problem: what everybody has carried, shared
by contracted hours, and what the cover asks for now, shared by contracted
hours x the days on which the worker could be given that burden.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from rota.calendar import saturday
from rota.domain.asked import asked_for
from rota.domain.burdens import Burden
from rota.domain.duties import Duty
from rota.domain.people import Worker
from rota.domain.sharing import is_night_staff, shared

if TYPE_CHECKING:
    from rota.domain.problem import Problem

YEAR = 365  # days


@dataclass(frozen=True, slots=True)
class FairShare:
    """One worker's share of one burden: carried before, and fair in all.

    `before` is the part of the share that is of the time before.
    """

    carried: int
    share: Fraction
    before: Fraction = Fraction(0)

    def over_prices(self, steps: tuple[int, ...]) -> tuple[int, ...]:
        """Give pence for each whole unit above the floor of the share.

        `steps` are pence for the first, second ... whole unit over it; a part
        of a unit costs its part.
        """
        base = floor(self.share)
        costs = [
            _rising(max(Fraction(0), base + n - self.share), steps)
            for n in range(len(steps) + 2)
        ]
        return _marginals(costs)

    def under_prices(self, steps: tuple[int, ...]) -> tuple[int, ...]:
        """Give pence for each whole unit below the ceiling of the share."""
        base = ceil(self.share)
        costs = [
            _rising(max(Fraction(0), self.share - base + n), steps)
            for n in range(len(steps) + 2)
        ]
        return _marginals(costs)


def _rising(amount: Fraction, steps: tuple[int, ...]) -> Fraction:
    """Price an amount of which each whole unit costs its own step."""
    total, left = Fraction(0), amount
    for step in steps[:-1]:
        total += min(left, Fraction(1)) * step
        left = max(Fraction(0), left - 1)
    return total + left * steps[-1]


def _marginals(costs: list[Fraction]) -> tuple[int, ...]:
    """Give the differences, rounded so that they never fall."""
    rounded = [floor(cost) for cost in costs]
    steps = [b - a for a, b in itertools.pairwise(rounded)]
    return tuple(max(steps[: n + 1]) for n in range(len(steps)))


def fair_shares(problem: Problem, burden: Burden) -> Mapping[str, FairShare]:
    """Give every worker's fair share of a burden, by worker id.

    Only those with contracted hours, and with a day on which they could be
    given the burden, take part. What is asked for now is shared by contracted
    hours and days. What was carried before has the fair share that was worked
    out then; where the ledger does not hold it, it is shared as if all of it
    had been like now, by contracted hours alone. By agreement somebody has a
    smaller share, and others carry the rest. What only people with a skill
    can do is theirs.
    """
    weekly, able = _taking_part(problem, burden)
    before = _before(problem, burden, weekly)
    now = shared(problem, burden, able, asked_for(problem, burden))
    return {
        name: FairShare(
            problem.carried.get((name, burden.value), 0),
            before[name] + now[name],
            before[name],
        )
        for name in able
    }


def _taking_part(
    problem: Problem, burden: Burden
) -> tuple[dict[str, int], dict[str, int]]:
    """Give the weekly hours of those who take part, and hours x days."""
    days = {
        worker.id: _days_able(problem, burden, worker.id)
        for worker in problem.workers
        if worker.weekly_minutes
    }
    weekly = {
        name: _agreed(problem.worker[name], burden)
        for name, count in days.items()
        if count
    }
    return weekly, {name: hours * days[name] for name, hours in weekly.items()}


def _before(
    problem: Problem, burden: Burden, weekly: Mapping[str, int]
) -> dict[str, Fraction]:
    """Give the fair share of what was carried: as known, else worked out.

    As what is asked for now, in as many periods as it came to, but by hours
    alone: who was away then is not known. What somebody new has carried is
    fair, and so are the nights of night staff: how many they have is a
    question of their hours, which are settled in hours.
    """
    known = {
        name: Fraction(problem.carried_fair[name, burden.value], 100)
        for name in weekly
        if (name, burden.value) in problem.carried_fair
    }
    known |= {
        name: Fraction(problem.carried.get((name, burden.value), 0))
        for name in weekly
        if name not in known
        if _is_new(problem, name) or _has_nothing_else(problem, burden, name)
    }
    others = {n: hours for n, hours in weekly.items() if n not in known}
    carried = sum(problem.carried.get((n, burden.value), 0) for n in others)
    here = {n: h for n, h in others.items() if _was_here(problem, burden, n)}
    nothing = dict.fromkeys(others, Fraction(0))
    asked = asked_for(problem, burden)
    periods = carried / asked if asked else Fraction(0)
    then = shared(problem, burden, here, Fraction(carried), periods)
    return nothing | then | known


def fair_after(
    problem: Problem, burden: Burden, had: Mapping[str, int]
) -> dict[str, Fraction]:
    """Give the fair shares so far, once it is known what people had.

    What they had together is divided as what the cover asked for was. Who
    could be given none keeps the share of before.
    """
    shares = problem.fair_shares[burden]
    _, able = _taking_part(problem, burden)
    total = sum(had[name] for name in shares)
    now = shared(problem, burden, able, Fraction(total))
    found = {
        worker_id: Fraction(hundredths, 100)
        for (worker_id, what), hundredths in problem.carried_fair.items()
        if what == burden.value
    }
    return found | {
        name: fair.before + now[name] for name, fair in shares.items()
    }


def _agreed(worker: Worker, burden: Burden) -> int:
    """Give the weekly hours that count: an agreement may ask for a part."""
    share = {
        Burden.NIGHTS: worker.night_share,
        Burden.WEEKENDS: worker.weekend_share,
    }.get(burden, 100)
    return worker.weekly_minutes * share


def _is_new(problem: Problem, worker_id: str) -> bool:
    """Tell a first year here: the ledger of the others began before it."""
    first = problem.worker[worker_id].starts_on
    return first is not None and (problem.start - first).days < YEAR


def _has_nothing_else(
    problem: Problem, burden: Burden, worker_id: str
) -> bool:
    """Tell night staff, where nights are asked about."""
    return burden is Burden.NIGHTS and is_night_staff(problem, worker_id)


def _was_here(problem: Problem, burden: Burden, worker_id: str) -> bool:
    """Tell whether somebody took part in what was carried before.

    Somebody with a first day here and nothing in the ledger did not.
    """
    recorded = (worker_id, burden.value) in problem.carried
    return recorded or problem.worker[worker_id].starts_on is None


def _days_able(problem: Problem, burden: Burden, worker_id: str) -> int:
    """Count the dates on which the worker could be given the burden.

    Of weekends the weekends: who works nights could be given one on Friday
    too, and is to have no more of them for that. Where a rolling pattern,
    which is agreed, has none of it, only the dates it leaves free count.
    """
    able: set[date] = set()
    free: set[date] = set()
    by_pattern = False
    for duty in _could_be_given(problem, worker_id):
        if problem.burdens_of[duty.id].get(burden):
            able.add(duty.date)
            pattern = problem.pattern_of.get((worker_id, duty.date))
            if pattern is None:
                free.add(duty.date)
            elif duty.code in pattern.codes:
                by_pattern = True
    days = able if by_pattern else free
    if burden is Burden.WEEKENDS:
        return len({saturday(day) for day in days})
    return len(days)


def _could_be_given(problem: Problem, worker_id: str) -> Iterator[Duty]:
    """Give what somebody could be given: not the night before leave."""
    away = problem.absences_of[worker_id]
    for duty in problem.allowed_of[worker_id]:
        if not any(gone.is_run_into(duty.begins, duty.ends) for gone in away):
            yield duty
