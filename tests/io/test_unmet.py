"""The Summary of what is not met: short enough to be read."""

from __future__ import annotations

from rota.calendar import HOUR
from rota.checker import check
from rota.domain import Problem, Strength, Support
from rota.io.pages import checks, sections
from rota.io.pages.facts import Facts
from rota.io.pages.unmet import not_met
from rota.roster import Roster
from rota.rules.continuity import PreferredPeople
from tests.plans import NAMES, TENANTS, given, house, line

ABBOT, BELL, CARR, DUNN = TENANTS


def facts_of(problem: Problem, roster: Roster) -> Facts:
    return Facts(check(problem, roster))


def heading(facts: Facts, name: str) -> tuple[str, ...]:
    found = {part.heading: part.lines for part in sections.sections(facts)}
    return found.get(name, ())


def test_those_who_are_not_preferred_are_one_line() -> None:
    problem = house()
    facts = facts_of(problem, given(problem))
    breaches = facts.report.of("preferred people")
    assert len(breaches) > 5
    assert not [line for line in not_met(facts) if "Preferred" in line]
    [line] = [
        line for line in heading(facts, "Who comes") if "preferred" in line
    ]
    assert line.startswith("Key workers and preferred people: at ")
    rows = [r for r in checks.rows(facts) if r[1] == "Preferred people"]
    assert len(rows) == len({row[2] for row in rows}) <= len(TENANTS)
    assert sum(int(row[5].split()[0]) for row in rows) == len(breaches)


def test_as_a_must_each_of_them_is_named() -> None:
    problem = house()
    rules = tuple(
        rule.replace(strength=Strength.MUST)
        if isinstance(rule, PreferredPeople)
        else rule
        for rule in problem.rules
    )
    pairs = given(problem).pairs
    problem = problem.replace(rules=rules)
    facts = facts_of(problem, Roster(problem, pairs))
    rows = [r for r in checks.rows(facts) if r[1] == "Preferred people"]
    assert len(rows) == len(facts.report.of("preferred people"))
    assert {row[0] for row in rows} == {"Rule broken"}


def test_what_is_not_met_is_said_of_whom_and_how_often() -> None:
    problem = house()
    facts = facts_of(problem, given(problem))
    lines = list(not_met(facts))
    assert all(": " in line for line in lines)
    held = [b for b in facts.report.not_met if b.rule.id == "contract hours"]
    assert f"Contract hours: {len(held)} people" in lines
    told = sum(breach.cost for breach in facts.report.of("support hours"))
    assert told == 0


def test_a_trip_without_a_driver_is_not_ready_to_publish() -> None:
    problem = house()
    people = tuple(w.replace(driving=None) for w in problem.workers)
    none = problem.replace(workers=people)
    roster = given(problem)
    facts = facts_of(none, Roster(none, roster.pairs))
    assert not facts.report.minutes_not_given
    trips = heading(facts, "Trips without a driver")
    assert trips
    assert all("nobody there can drive" in line for line in trips)
    said = sections.verdict(facts)
    assert said.startswith("Not ready to publish")
    assert f"{len(trips)} trips without a driver" in said


def test_short_shared_support_is_not_ready_to_publish() -> None:
    problem = house()
    roster = given(problem)
    lates = [pair for pair in roster.pairs if pair[1] == "2026-12-14:L:Elm"]
    facts = facts_of(problem, roster.changed(drop=lates))
    lines = heading(facts, "Shared support not given")
    assert "Mon 14 Dec 15:00-22:00" in lines[0]
    assert "h of shared support not given" in sections.verdict(facts)
    alone = tuple(x for x in problem.plan_lines if not x.kind.is_by_cover)
    problem = problem.replace(plan_lines=alone)
    without = facts_of(problem, Roster(problem, roster.pairs))
    assert not heading(without, "Shared support not given")
    assert "shared" not in sections.verdict(without)


def test_an_unequal_share_of_enough_is_said_and_no_gap() -> None:
    """Two plans of 2 h and 14 h share 16 h equally."""
    problem = house(client_away=())
    plans = [
        line(name, Support.SHARED, id=name, week_minutes=hours * HOUR)
        for name, hours in ((ABBOT, 2), (BELL, 14))
    ]
    problem = problem.replace(plan_lines=tuple(plans), sessions=())
    early = [(NAMES[n], f"2026-12-{14 + n}:E:Elm") for n in range(2)]
    facts = facts_of(problem, Roster(problem, early))
    assert heading(facts, "Support plans") == (
        "Shared support: 16 h commissioned, all given; in equal shares 6 h"
        " less than planned for Mrs Bell",
    )
    assert not heading(facts, "Shared support not given")


def test_checks_name_the_person_supported() -> None:
    problem = house()
    clients = tuple(one.replace(faces=1) for one in problem.clients)
    problem = problem.replace(clients=clients)
    facts = facts_of(problem, given(problem))
    named = {
        row[1]: row[2]
        for row in checks.rows(facts)
        if row[1] in ("Faces", "Not only strangers")
    }
    assert set(named) == {"Faces", "Not only strangers"}
    assert set(named.values()) <= set(TENANTS)
