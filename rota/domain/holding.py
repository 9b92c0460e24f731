"""Whether a problem holds together: every fault, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from rota.domain.plans import Plans

LAWFUL_NIGHT = (
    "is not lawful: seven to twelve hours, with midnight to 05:00 in them"
)


def faults_of(problem: Plans) -> Iterator[str]:
    """Say everything that does not hold together."""
    if problem.end < problem.start:
        yield f"The rota ends {problem.end}, before it starts {problem.start}."
    if not problem.night_period.is_lawful:
        yield f"A night of {problem.night_period.times} {LAWFUL_NIGHT}."
    yield from _doubles("worker", [w.id for w in problem.workers])
    yield from _doubles("duty", [d.id for d in problem.duties])
    yield from _doubles("demand", [d.id for d in problem.demands])
    yield from _doubles("rule", [r.id for r in problem.rules])
    yield from _doubles("client", [c.id for c in problem.clients])
    yield from _doubles("plan line", [p.id for p in problem.plan_lines])
    yield from _doubles("session", [s.id for s in problem.sessions])
    yield from _strangers(problem)
    yield from _unknown_clients(problem)
    for duty in problem.duties:
        if duty.ends <= duty.begins:
            yield f"The duty {duty.id} ends before it begins."


def _doubles(noun: str, ids: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            yield f"Two of kind {noun} have the id {name!r}."
        seen.add(name)


def _strangers(problem: Plans) -> Iterator[str]:
    """Say every id that belongs to nobody."""
    known = problem.worker
    named = [
        *((entry.worker_id, "an assignment") for entry in problem.constants),
        *((entry.worker_id, "an absence") for entry in problem.absences),
        *((entry.worker_id, "availability") for entry in problem.availability),
        *((entry.worker_id, "a request") for entry in problem.requests),
        *((entry.worker_id, "a pattern") for entry in problem.patterns),
        *((entry.worker_id, "a pair") for entry in problem.pairs),
        *((entry.other_id, "a pair") for entry in problem.pairs),
        *(
            (name, "a diary entry")
            for e in problem.diary
            for name in e.invited
        ),
        *((name, "a kept day") for name, _ in problem.kept),
    ]
    for worker_id, where in dict.fromkeys(named):
        if worker_id not in known:
            yield f"There is no worker {worker_id!r}, named in {where}."
    entries = (*problem.constants, *(problem.near or ()))
    named_ids = dict.fromkeys(entry.duty_id for entry in entries)
    unknown = [name for name in named_ids if name not in problem.duty]
    times = {
        session.time_id(*option)
        for session in problem.sessions
        for option in (session.options if unknown else ())
    }
    for duty_id in unknown:
        if duty_id not in times:
            yield f"There is no duty {duty_id!r}, named in an assignment."


def _unknown_clients(problem: Plans) -> Iterator[str]:
    """Say every client and plan line that is named and not there."""
    clients = {client.id for client in problem.clients}
    lines = {line.id for line in problem.plan_lines}
    for line in problem.plan_lines:
        if line.client_id not in clients:
            yield f"There is no client {line.client_id!r}, named in a plan."
    for away in problem.client_away:
        if away.client_id not in clients:
            yield f"There is no client {away.client_id!r}, who is away."
    for session in problem.sessions:
        if session.line_id not in lines or session.client_id not in clients:
            yield f"The session {session.id} belongs to no plan line."
