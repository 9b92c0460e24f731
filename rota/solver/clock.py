"""The time of one search: how many seconds of it count."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic


class Clock:
    """A stopwatch that may be held; any thread may read it meanwhile."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._held_at: float | None = None

    def __call__(self) -> float:
        """Give the seconds that count."""
        held_at = self._held_at  # read once: another thread may let it go
        return (monotonic() if held_at is None else held_at) - self._began

    @contextmanager
    def held(self, but_for: float) -> Iterator[None]:
        """Stand still meanwhile; up to so many seconds count in the end."""
        self._held_at = held_at = monotonic()
        try:
            yield
        finally:
            took = monotonic() - held_at
            # First, lest a reader takes what does not count for time spent.
            self._began += max(0.0, took - but_for)
            self._held_at = None
