"""Different faces: how many people each client sees in four weeks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from rota.domain import Client, Problem
from rota.roster import Roster
from rota.rules.continuity import Faces


@dataclass(frozen=True, slots=True)
class ClientFaces:
    """Who sees a client in one count of days: names, with their sessions.

    The person who comes most often stands first.
    """

    client: Client
    first: date
    last: date
    people: tuple[tuple[str, int], ...]

    @property
    def number(self) -> int:
        """How many different people come."""
        return len(self.people)

    @property
    def is_too_many(self) -> bool:
        """Tell whether they are more than the plan wants."""
        most = self.client.faces
        return most is not None and self.number > most


def client_faces(problem: Problem, roster: Roster) -> tuple[ClientFaces, ...]:
    """Count the faces of every client who has sessions.

    Counts start with the rota and are as long as the rule says, four weeks
    where it says nothing.
    """
    days = next((r.days for r in problem.rules if isinstance(r, Faces)), 28)
    return tuple(
        ClientFaces(
            client,
            first,
            min(first + timedelta(days=days - 1), problem.end),
            _people(problem, roster, client, first, days),
        )
        for client in problem.clients
        if problem.sessions_of_client[client.id]
        for first in problem.dates[::days]
    )


def _people(
    problem: Problem, roster: Roster, client: Client, first: date, days: int
) -> tuple[tuple[str, int], ...]:
    seen = Counter(
        worker.id
        for session in problem.sessions_of_client[client.id]
        if first <= session.date < first + timedelta(days=days)
        for time in roster.times_of(session.id)
        for worker in roster.workers_on(time.id)
    )
    ordered = sorted(seen.items(), key=lambda one: (-one[1], one[0]))
    return tuple((problem.worker[name].name, n) for name, n in ordered)
