"""What is not met, rule by rule, for a manager with a minute to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rota import discretion, words
from rota.io.pages.facts import Facts
from rota.rules.base import Breach
from rota.rules.continuity import NotOnlyStrangers, PreferredPeople
from rota.rules.cover import CoverMinimum, NobodyThere, SkillCover
from rota.rules.fair_share import FairShares
from rota.rules.requests import Requests
from rota.rules.support_hours import EnoughPeople, SupportHours
from rota.rules.trips import TripDriver

TOLD = (  # elsewhere on the Summary, in other words
    CoverMinimum,
    SkillCover,
    NobodyThere,
    Requests,
    SupportHours,
    EnoughPeople,
    TripDriver,
    PreferredPeople,
    NotOnlyStrangers,
)


def not_met(facts: Facts) -> Iterator[str]:
    """Say of each should how often it is not met; what weighs most first."""
    met, every = facts.metrics.requests
    if every:
        yield f"Requests: {met} of {every} met"
    held: dict[str, list[Breach]] = {}
    for breach in facts.report.not_met:
        if not isinstance(breach.rule, TOLD) and not is_rounding(breach):
            held.setdefault(discretion.title(breach.rule), []).append(breach)

    def weight(name: str) -> tuple[int, str]:
        return -sum(breach.cost for breach in held[name]), name

    for name in sorted(held, key=weight):
        yield f"{name}: {_how_often(facts, held[name])}"


def is_rounding(breach: Breach) -> bool:
    """Tell a share that is fair to the shift: nobody works half a night."""
    return isinstance(breach.rule, FairShares) and breach.amount == 1


def _how_often(facts: Facts, held: Sequence[Breach]) -> str:
    """Say how often, and of whom most."""
    people = Counter(
        facts.problem.worker[breach.key.worker_id].name
        for breach in held
        if breach.key.worker_id
    )
    return _often(people, len(held))


def _often(people: Counter[str], times: int) -> str:
    if people and len(people) == times:
        return words.people(list(people))
    said = words.times(times)
    if not people:
        return said
    [(name, most)] = people.most_common(1)
    if most == times:
        return f"{name}, {said}"
    return f"{said}, most often {name} ({most})"
