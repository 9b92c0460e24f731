"""What a rule is, as far as a Problem needs to know: settings and strength."""

from __future__ import annotations

import re
from abc import ABC
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple

from pydantic import Field

from rota.domain.base import Noun, within
from rota.domain.duties import Duty
from rota.domain.people import Worker
from rota.domain.support import SessionTime

if TYPE_CHECKING:
    from rota.domain.problem import Problem


Given = Duty | SessionTime  # whatever a worker can be given


class PriceTag:
    """Marks a setting that is a price in pence per unit."""


Pence = Annotated[int, Field(ge=0), PriceTag()]
Pences = Annotated[tuple[int, ...], Field(min_length=1), PriceTag()]


class Strength(StrEnum):
    """What happens where a rule is not kept."""

    MUST = "must"  # forbidden
    SHOULD = "should"  # costs its price
    WATCH = "watch"  # reported, never steers
    OFF = "off"


class Key(NamedTuple):
    """Where a rule is kept or not: the address of one breach.

    `at` and `to` are instants. Only the fields that matter to the rule are
    set. Duties are ordered by start, then id.
    """

    worker_id: str = ""
    other_id: str = ""
    unit_id: str = ""
    date: date | None = None
    at: int = 0
    to: int = 0
    duty_ids: tuple[str, ...] = ()
    what: str = ""


class Override(Noun):
    """A named, dated, reasoned exception: other strength for some keys."""

    strength: Strength
    worker_id: str = ""
    first: date | None = None
    last: date | None = None
    reason: str = ""
    approver: str = ""

    def meets(self, key: Key) -> bool:
        """Tell whether the exception is about this key."""
        if self.worker_id and self.worker_id != key.worker_id:
            return False
        if key.date is None:
            return self.first is None and self.last is None
        return within(key.date, self.first, self.last)


class Rule(Noun, ABC):
    """A rule of the rota: its settings, how strong it is, and its price.

    `price` is pence per unit of the rule's amount; where `unit` is "hour"
    amounts are minutes and the price is for sixty of them.
    """

    is_gate: ClassVar[bool] = False
    is_by_unit: ClassVar[bool] = False  # a gate that asks of a duty its unit
    asks_at_least: ClassVar[bool] = False
    is_money: ClassVar[bool] = False
    unit: ClassVar[str] = "time"

    strength: Strength = Strength.SHOULD
    price: Pence = 0
    overrides: tuple[Override, ...] = ()

    @classmethod
    def title(cls) -> str:
        """The first sentence of the docstring, as pages show it."""
        return (cls.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")

    @property
    def id(self) -> str:
        """The name in the Rules sheet: the class name in words."""
        return type(self).id_of_class()

    @classmethod
    @cache
    def id_of_class(cls) -> str:
        """Turn `DaysInARow` into `days in a row`."""
        parts = re.findall("[A-Z][a-z]*|[0-9]+", cls.__name__)
        return " ".join(parts).lower()

    def strength_of(self, key: Key) -> Strength:
        """Give the strength that holds for one key."""
        override = self.override_of(key)
        return self.strength if override is None else override.strength

    def override_of(self, key: Key) -> Override | None:
        """Give the exception that is made for one key, if any."""
        return next((o for o in self.overrides if o.meets(key)), None)

    def judges(self, duty: Given) -> bool:
        """Tell whether a gate has a say about it: about duties, most do.

        Who gives a session is on a shift then, of which the others judge. A
        gate about sessions reads the date and the plan, not the time.
        """
        return isinstance(duty, Duty)

    def refuses(
        self,
        problem: Problem,  # noqa: ARG002 (gates read it)
        worker: Worker,  # noqa: ARG002
        duty: Any,  # noqa: ARG002 (what it judges)
    ) -> str | None:
        """Say why this worker may not have this duty; only gates do."""
        return None
