"""What every noun of the domain has in common."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def replace(self, **changes: Any) -> Self:
        """Give a copy with changes, validated again."""
        known = {name: getattr(self, name) for name in self.model_fields_set}
        return type(self)(**(known | changes))


def within(day: date, first: date | None, last: date | None) -> bool:
    """Tell whether a date lies between two, both included; None is open."""
    return (first is None or first <= day) and (last is None or day <= last)
