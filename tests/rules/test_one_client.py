"""A session takes place once, and a client is in one place at a time."""

from __future__ import annotations

from datetime import date, timedelta

from rota.domain import Assignment, Support
from rota.roster import Roster
from rota.rules.one_client import ClientOnePlace, SessionOnce, SessionPeople
from tests.given import CLOCK, LAST_DAY, LIMIT, MONDAY, SPRING, Case, given

BOTH = "Mon\nAna E\nBen E"
NIGHT = "Sat\nAna N\nBen N"
CHOICE = "1 h in 09:00-11:00"
TUESDAY = MONDAY + timedelta(days=1)


# -- enough is enough --------------------------------------------------------


def test_one_person_is_enough_for_one_to_one() -> None:
    case = given(BOTH).plan("Bob", "09:00-10:00")
    one = case.gives("Ana", "Bob", "09:00-10:00")
    one.keeps(SessionPeople, tags={LIMIT})
    one.gives("Ben", "Bob", "09:00-10:00").breaches(
        SessionPeople,
        "Bob's 1:1 on Mon 1 Jun has Ana and Ben; it needs 1",
        tags={LIMIT, LAST_DAY},
    )


def test_two_are_enough_for_two_to_one() -> None:
    case = given(BOTH).plan(
        "Bob", "09:00-10:00", kind=Support.TWO_TO_ONE, people=2
    )
    case = case.gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ben", "Bob", "09:00-10:00").keeps(SessionPeople)


def test_at_another_time_one_is_too_many_as_well() -> None:
    case = given(BOTH).plan("Bob", CHOICE)
    case = case.gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ben", "Bob", "10:00-11:00").breaches(SessionPeople, 1)


def test_too_many_while_the_clocks_go_forward() -> None:
    case = given(NIGHT, start=SPRING).plan("Bob", "23:00-03:00")
    case = case.gives("Ana", "Bob", "23:00-03:00")
    case.gives("Ben", "Bob", "23:00-03:00").breaches(
        SessionPeople, 1, tags={CLOCK}
    )


# -- once --------------------------------------------------------------------


def double(case: Case, when: str = CHOICE) -> Case:
    return case.plan("Bob", when, kind=Support.TWO_TO_ONE, people=2)


def test_both_at_the_same_time() -> None:
    case = double(given(BOTH)).gives("Ana", "Bob", "09:15-10:15")
    case.gives("Ben", "Bob", "09:15-10:15").keeps(SessionOnce, tags={LIMIT})


def test_each_at_another_time() -> None:
    case = double(given(BOTH)).gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ben", "Bob", "09:15-10:15").breaches(
        SessionOnce,
        "Bob's 1:1 on Mon 1 Jun is given at 09:00-10:00 and 09:15-10:15; it"
        " takes place once".replace("1:1", "2:1"),
        tags={LIMIT, LAST_DAY},
    )


def test_each_at_another_time_while_the_clocks_go_forward() -> None:
    case = double(given(NIGHT, start=SPRING), "1 h in 00:30-03:30")
    night = date(2026, 3, 28)
    case = case.gives("Ana", "Bob", "00:30-01:30", night)
    case = case.gives("Ben", "Bob", "00:45-01:45", night)
    case.breaches(SessionOnce, 1)
    late = double(given(NIGHT, start=SPRING), "1 h in 23:00-03:30")
    late = late.gives("Ana", "Bob", "00:30-02:30")
    late.gives("Ben", "Bob", "00:45-02:45").breaches(
        SessionOnce, 1, tags={CLOCK}
    )


def test_two_pins_at_two_times_are_told_of() -> None:
    """Nothing is impossible that a manager has typed."""
    case = double(given(BOTH))
    times = case.problem.times_of[case.problem.sessions[0].id]
    pins = tuple(
        Assignment(worker_id=name, duty_id=time.id)
        for name, time in zip(
            ("Ana", "Ben"), (times[0], times[-1]), strict=True
        )
    )
    problem = case.problem.replace(pinned=pins)
    Case(problem, Roster.pins(problem)).breaches(SessionOnce, 1)


# -- one place ---------------------------------------------------------------


def test_one_session_after_another() -> None:
    case = given(BOTH).plan("Bob", "09:00-10:00").plan("Bob", "10:00-11:00")
    case = case.gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ben", "Bob", "10:00-11:00").keeps(ClientOnePlace, tags={LIMIT})


def test_two_sessions_at_once() -> None:
    case = given(BOTH).plan("Bob", "09:00-10:00").plan("Bob", "09:45-11:00")
    case = case.gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ben", "Bob", "09:45-11:00").breaches(
        ClientOnePlace,
        "Bob has 2 sessions at once on Mon 1 Jun 09:45-10:00",
        tags={LIMIT, LAST_DAY},
    )


def test_two_people_supported_may_be_seen_at_once() -> None:
    case = given(BOTH).plan("Bob", "09:00-10:00").plan("Col", "09:00-10:00")
    case = case.gives("Ana", "Bob", "09:00-10:00")
    case.gives("Ben", "Col", "09:00-10:00").keeps(ClientOnePlace)


def test_past_midnight_into_the_next_day() -> None:
    """A session of Monday is still there on Tuesday at one."""
    case = given("Mon Tue\nAna N .\nBen . N")
    case = case.plan("Bob", "23:00-02:00", weekdays=(0,))
    case = case.plan("Bob", "01:00-03:00", weekdays=(1,))
    case = case.gives("Ana", "Bob", "23:00-02:00")
    case = case.gives("Ben", "Bob", "01:00-03:00", TUESDAY)
    case.breaches(
        ClientOnePlace, "Bob has 2 sessions at once on Tue 2 Jun 01:00-02:00"
    )


def test_at_once_while_the_clocks_go_forward() -> None:
    case = given(NIGHT, start=SPRING)
    case = case.plan("Bob", "23:00-03:00").plan("Bob", "23:00-03:00")
    case = case.gives("Ana", "Bob", "23:00-03:00")
    other = case.problem.sessions[1]
    time = case.problem.times_of[other.id][0]
    roster = case.roster.changed(add=[("Ben", time.id)])
    Case(case.problem, roster).breaches(ClientOnePlace, 180, tags={CLOCK})
