"""For checking: the spells in the times somebody really works."""

from __future__ import annotations

from collections.abc import Sequence

from rota.calendar import HOUR
from rota.domain import Duty

Times = list[tuple[int, int]]
FURTHEST = 48 * HOUR  # a spell is not looked at further back than this


def times_of(duties: Sequence[Duty]) -> Times:
    """Give the times worked, each once, in order."""
    return sorted({(d.begins, d.ends) for d in duties if d.work})


def spell_start(times: Times, end: int, gap: int) -> int:
    """Give where the longest spell began that ends at an instant.

    Between two duties of a spell lies no more than `gap`, in minutes.
    """
    reached = {begins for begins, ends in times if ends == end}
    for begins, ends in sorted(times, key=lambda t: -t[1]):
        joined = any(0 <= start - ends <= gap for start in reached)
        if joined and end - begins <= FURTHEST:
            reached.add(begins)
    return min(start for start in reached if end - start <= FURTHEST)


def goes_on(times: Times, start: int, end: int, gap: int) -> bool:
    """Tell whether one spell of work leads from one instant to another."""
    reached = {start}
    for begins, ends in times:
        joined = any(0 <= begins - stop <= gap for stop in reached)
        if joined and ends <= end:
            reached.add(ends)
    return any(0 <= end - stop <= gap for stop in reached)
