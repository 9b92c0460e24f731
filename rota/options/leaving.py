"""A problem without one of its workers, and everything about them gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rota.domain import Client, DiaryEntry, PlanLine, Problem, Rule

_RECORDS = (
    "absences",
    "availability",
    "requests",
    "patterns",
    "past",
    "pinned",
    "week_totals",
    "ledger",
)


def without(problem: Problem, worker_id: str) -> Problem:
    """Give the problem without a worker."""
    others = {
        name: _of_others(getattr(problem, name), worker_id)
        for name in _RECORDS
    }
    near = problem.near
    return problem.replace(
        **others,
        workers=tuple(w for w in problem.workers if w.id != worker_id),
        pairs=tuple(
            pair
            for pair in problem.pairs
            if worker_id not in (pair.worker_id, pair.other_id)
        ),
        kept=tuple(one for one in problem.kept if one[0] != worker_id),
        near=None if near is None else _of_others(near, worker_id),
        diary=tuple(_diary(problem, worker_id)),
        rules=tuple(_rule(rule, worker_id) for rule in problem.rules),
        clients=tuple(_client(one, worker_id) for one in problem.clients),
        plan_lines=tuple(_line(one, worker_id) for one in problem.plan_lines),
    )


def _of_others(records: Iterable[Any], worker_id: str) -> tuple[Any, ...]:
    return tuple(one for one in records if one.worker_id != worker_id)


def _diary(problem: Problem, worker_id: str) -> Iterable[DiaryEntry]:
    """Give the diary; an entry to which nobody else is invited goes."""
    for entry in problem.diary:
        if worker_id not in entry.invited:
            yield entry
        elif len(entry.invited) > 1:
            others = tuple(one for one in entry.invited if one != worker_id)
            yield entry.replace(invited=others)


def _rule(rule: Rule, worker_id: str) -> Rule:
    """Give the rule without exceptions for the worker."""
    kept = tuple(o for o in rule.overrides if o.worker_id != worker_id)
    if len(kept) == len(rule.overrides):
        return rule
    return rule.replace(overrides=kept)


def _client(client: Client, worker_id: str) -> Client:
    """Give the client without this key worker."""
    if worker_id not in client.key_workers:
        return client
    return client.replace(key_workers=_without(client.key_workers, worker_id))


def _line(line: PlanLine, worker_id: str) -> PlanLine:
    """Give the plan line that prefers others, if it prefers anybody."""
    if worker_id not in line.preferred:
        return line
    return line.replace(preferred=_without(line.preferred, worker_id))


def _without(names: tuple[str, ...], worker_id: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != worker_id)
