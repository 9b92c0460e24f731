"""Who comes: those whom a plan prefers, and those whom nobody knows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rota.domain import Client, Problem, SessionTime
from rota.roster import Roster


@dataclass(frozen=True, slots=True)
class Familiar:
    """How often a client is with people they prefer, or know.

    `asked` are the sessions for which the plan prefers people or there are
    key workers; `without` those to which none of them comes, and `others`
    who comes instead, with how often. At `strangers` nobody is known.
    """

    client: Client
    asked: int
    without: int
    strangers: int
    others: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """The part of the sessions to which somebody preferred comes."""
        return 1 - self.without / max(1, self.asked)


def familiar(problem: Problem, roster: Roster) -> tuple[Familiar, ...]:
    """Count, for each client whose plan prefers people or who knows some.

    Parameters
    ----------
    problem
        The question, with support plans.
    roster
        Any rota for it.
    """
    every = (_of(problem, roster, client) for client in problem.clients)
    return tuple(one for one in every if one.asked or one.strangers)


def _of(problem: Problem, roster: Roster, client: Client) -> Familiar:
    times = [
        time
        for session in problem.sessions_of_client[client.id]
        for time in roster.times_of(session.id)
    ]
    asking = [time for time in times if time.wanted]
    others = {time.id: _others(roster, time) for time in asking}
    came = Counter(name for names in others.values() for name in names)
    return Familiar(
        client,
        asked=len(asking),
        without=sum(
            len(others[time.id]) == len(roster.workers_on(time.id))
            for time in asking
        ),
        strangers=sum(
            client.has_history
            and not any(
                client.is_known_to(worker.id)
                for worker in roster.workers_on(time.id)
            )
            for time in times
        ),
        others=tuple(sorted(came.items(), key=lambda x: (-x[1], x[0]))),
    )


def _others(roster: Roster, time: SessionTime) -> list[str]:
    """Name those who come and are not preferred."""
    there = roster.workers_on(time.id)
    return [worker.name for worker in there if worker.id not in time.wanted]
