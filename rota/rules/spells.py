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


def spell_start(times: Times, end: int) -> int:
    """Give where the longest spell began that ends at an instant."""
    reached = {end}
    for begins, ends in sorted(times, key=lambda t: -t[1]):
        if ends in reached and end - begins <= FURTHEST:
            reached.add(begins)
    return min(reached)


def goes_on(times: Times, start: int, end: int) -> bool:
    """Tell whether work goes on unbroken from one instant to another."""
    reached = {start}
    for begins, ends in times:
        if begins in reached and ends <= end:
            reached.add(ends)
    return end in reached
