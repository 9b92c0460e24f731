"""The visits that stand in the Sessions sheet, as duties that are paid."""

from __future__ import annotations

from collections.abc import Iterator

from rota.domain import Shift
from rota.domain.support import SessionTime
from rota.io.reading.support import Supported
from rota.payroll.visits import as_duty


def visits_of(supported: Supported) -> Iterator[tuple[str, Shift]]:
    """Give each visit with the id of the worker who makes it."""
    fields = supported.fields
    sessions = {session.id: session for session in fields["sessions"]}
    lines = {line.id: line for line in fields["plan_lines"]}
    clients = {client.id: client for client in fields["clients"]}
    for worker_id, time_id in supported.sessions.pairs:
        session_id, _, times = time_id.rpartition("@")
        begins, _, ends = times.partition("-")
        session = sessions[session_id]
        time = SessionTime(
            time_id,
            session,
            lines[session.line_id],
            clients[session.client_id],
            int(begins),
            int(ends),
            fields["visit_travel"],
        )
        if time.contract:
            yield worker_id, as_duty(time)
