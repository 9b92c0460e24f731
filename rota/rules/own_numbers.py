"""A number that holds for everybody, and people who agreed another."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from rota.domain import Worker
from rota.rules.base import Rule


class OwnNumbers(Rule):
    """A rule with one number for everybody, and others for some.

    `own` are (worker id, number): what was agreed with one person. A
    subclass says what the number is of by `usual`.
    """

    own: tuple[tuple[str, int], ...] = Field(
        (), description="People with a number of their own."
    )

    def usual(self, worker: Worker) -> int | None:
        """Give the number of whoever agreed none; None for no limit."""
        raise NotImplementedError

    def limit(self, worker: Worker) -> int | None:
        """Give the number of one worker; None for no limit."""
        agreed = self._agreed.get(worker.id)
        return self.usual(worker) if agreed is None else agreed

    @cached_property
    def _agreed(self) -> dict[str, int]:
        return dict(self.own)
