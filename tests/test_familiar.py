"""Who comes: preferred people, key workers, and strangers."""

from __future__ import annotations

from typing import Any

from rota.calendar import HOUR
from rota.domain import PlanLine, Problem, Support
from rota.domain.cutting import sessions_of
from rota.familiar import Familiar, familiar
from rota.roster import Roster
from tests.plans import NAMES, TENANTS, given, house, line

ABBOT, BELL, CARR, DUNN = TENANTS
ANA, BEN, CATH = NAMES[:3]
MORNING = {"starts": 9 * HOUR, "ends": 11 * HOUR}


def counted(plan: PlanLine, people: str, **client: Any) -> Familiar:
    """Give one session a day to people named by the first letter."""
    problem = house(client_away=(), days=len(people.split()))
    known = [
        one.replace(**{"key_workers": (), **client})
        if one.id == ABBOT
        else one
        for one in problem.clients
    ]
    names = {name[0]: name for name in NAMES}
    problem = _with(problem.replace(clients=tuple(known)), plan)
    pairs = [
        (names[letter], time.id)
        for session, letters in zip(
            problem.sessions, people.split(), strict=True
        )
        for time in problem.times_of[session.id]
        for letter in letters
    ]
    [found] = familiar(problem, Roster(problem, pairs))
    return found


def _with(problem: Problem, plan: PlanLine) -> Problem:
    sessions = sessions_of(
        (plan,), problem.clients, (), problem.start, problem.end
    )
    return problem.replace(plan_lines=(plan,), sessions=sessions)


def test_key_workers_and_preferred_people_are_counted() -> None:
    plan = line(ABBOT, Support.ONE_TO_ONE, **MORNING, preferred=(BEN,))
    found = counted(plan, "A B C D C", key_workers=(ANA,))
    assert (found.asked, found.without) == (5, 3)
    assert found.others == (("Cath Jones", 2), ("Dev Patel", 1))
    assert found.share == 2 / 5


def test_of_two_one_preferred_is_enough() -> None:
    plan = line(ABBOT, Support.TWO_TO_ONE, **MORNING, preferred=(ANA,))
    found = counted(plan, "AB CD AB")
    assert (found.asked, found.without) == (3, 1)
    assert found.others == (
        ("Ben Okoro", 2),
        ("Cath Jones", 1),
        ("Dev Patel", 1),
    )


def test_strangers_are_those_of_whom_nobody_is_known() -> None:
    plan = line(ABBOT, Support.TWO_TO_ONE, **MORNING)
    found = counted(plan, "AB CD CB", known_by=(BEN,))
    assert found.strangers == 1
    assert found.asked == 0


def test_where_nothing_is_said_nothing_is_counted() -> None:
    problem = house()
    clients = tuple(x.replace(key_workers=()) for x in problem.clients)
    problem = problem.replace(clients=clients)
    assert not familiar(problem, given(problem))
