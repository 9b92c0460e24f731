"""The times at which the sessions of a plan may take place.

Every session may have dozens of times; a plan of all of them would be too
large for a service of many. A menu is a few for each, with the one that
stands; the search goes on to other menus as time goes by.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Collection, Mapping, Sequence

from rota.domain import Problem, SessionTime
from rota.roster import Roster

MORE = 6  # times as many for a session of a plan that is not met
Menu = Mapping[str, Sequence[SessionTime]]  # by session id


def whole_menu(problem: Problem) -> Menu:
    """Give every time of every session."""
    return problem.times_of if problem.sessions else {}


def some_times(
    problem: Problem,
    roster: Roster,
    most: int,
    chance: random.Random,
    not_met: Collection[str] = (),
) -> Menu:
    """Draw a few times for each session, beside those that stand or are kept.

    Parameters
    ----------
    problem
        The question.
    roster
        The rota that stands.
    most
        How many times a session has at most, beside those.
    chance
        Where the draw comes from.
    not_met
        Ids of plan lines whose hours are not as asked; they have more times.
    """
    kept = {duty_id for _, duty_id in problem.pinned_pairs}
    return {
        session_id: _drawn(
            times,
            {t.id for t in roster.times_of(session_id)} | kept,
            most * (MORE if times[0].line.id in not_met else 1),
            chance,
        )
        for session_id, times in problem.times_of.items()
    }


def _drawn(
    times: Sequence[SessionTime],
    stands: set[str],
    most: int,
    chance: random.Random,
) -> Sequence[SessionTime]:
    """Draw times evenly: one from each of so many stretches."""
    if len(times) <= most:
        return times
    edges = [len(times) * n // most for n in range(most + 1)]
    drawn = {
        chance.randrange(first, last)
        for first, last in itertools.pairwise(edges)
    }
    return [
        time for n, time in enumerate(times) if n in drawn or time.id in stands
    ]
