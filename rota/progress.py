"""The one event that a solve reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How a solve stands.

    Costs are in sixtieths of a penny; `cost` is None before the first rota,
    `minutes_to_fill` are person-minutes below minimum cover. While it gets
    ready, parts of the search are compiled, and its seconds do not go on.
    """

    seconds: float
    cost: int | None
    bound: int | None
    minutes_to_fill: int | None
    is_getting_ready: bool = False
