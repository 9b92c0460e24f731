"""Cover that is higher or lower in an option."""

from __future__ import annotations

from math import ceil

from pydantic import Field

from rota.domain import Demand, Problem
from rota.errors import OptionError
from rota.options.base import Change


class CoverChange(Change):
    """Other numbers for the cover of a shift, a unit or a skill.

    An empty `code` or `unit` means every one; without `skill` it is about
    people, with it about those who hold the skill. `times` scales what there
    is and rounds up to whole people.
    """

    code: str = ""
    unit: str = ""
    skill: str = ""
    minimum: int | None = Field(None, ge=0)
    ideal: int | None = Field(None, ge=0)
    times: float | None = Field(None, ge=0)

    def made(self, problem: Problem) -> Problem:
        """Give the problem with the cover changed."""
        if (self.minimum, self.ideal, self.times) == (None, None, None):
            raise OptionError(
                "a change of cover needs a minimum, an ideal or a scale."
            )
        if not any(map(self._is_about, problem.demands)):
            raise OptionError(f"no cover is asked for {self._where()}.")
        return problem.replace(
            demands=tuple(
                self._changed(demand) if self._is_about(demand) else demand
                for demand in problem.demands
            )
        )

    def _where(self) -> str:
        parts = (
            ("shift", self.code),
            ("unit", self.unit),
            ("skill", self.skill),
        )
        said = [f"{noun} {name!r}" for noun, name in parts if name]
        return f"of {', '.join(said)}" if said else "at all"

    def _is_about(self, demand: Demand) -> bool:
        first = demand.codes[0] if demand.codes else ""
        return (
            demand.skill.casefold() == self.skill.casefold()
            and self.code.casefold() in ("", first.casefold())
            and self.unit.casefold() in ("", demand.unit_id.casefold())
        )

    def _changed(self, demand: Demand) -> Demand:
        times = 1 if self.times is None else self.times
        minimum = ceil(round(demand.minimum * times, 6))
        ideal = ceil(round(demand.ideal * times, 6))
        minimum = minimum if self.minimum is None else self.minimum
        ideal = ideal if self.ideal is None else self.ideal
        if self.minimum is not None and self.ideal is None:
            ideal += max(0, self.minimum - demand.minimum)
        best = max(minimum, ideal)
        most = demand.maximum
        return demand.replace(
            minimum=minimum,
            ideal=best,
            maximum=None if most is None else max(most, best),
        )
