"""How many of those who live somewhere are at home on a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rota.domain.cutting import is_away
from rota.domain.support import Client, ClientAway

AtHome = Mapping[tuple[date, str], int]  # by date and unit; "" is everywhere


def at_home(
    clients: Iterable[Client],
    away: Iterable[ClientAway],
    dates: Iterable[date],
) -> AtHome:
    """Count clients by date and unit.

    Somebody is at home unless they are away for all the waking hours of the
    date, wherever support goes on meanwhile.
    """
    absences: dict[str, list[ClientAway]] = {}
    for one in away:
        absences.setdefault(one.client_id, []).append(one)
    known = tuple(clients)
    found: dict[tuple[date, str], int] = {}
    for day in dates:
        for client in known:
            if is_away(absences.get(client.id, ()), day):
                continue
            for unit in dict.fromkeys(("", client.unit_id)):
                found[day, unit] = found.get((day, unit), 0) + 1
    return found
