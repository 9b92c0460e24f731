"""How the time of a problem is cut, and what meets which demand."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from functools import cached_property

from rota.domain.duties import Demand, Duty, Kind
from rota.domain.plans import Plans
from rota.domain.support import Session


class Timing(Plans):
    """The facts of a rota, with their times compared."""

    @cached_property
    def _cuts(self) -> dict[tuple[str, Kind], tuple[int, ...]]:
        found: dict[tuple[str, Kind], set[int]] = {}
        for duty in self.duties:
            for unit_id in {"", duty.unit_id}:
                marks = found.setdefault((unit_id, duty.kind), set())
                marks.update((duty.begins, duty.ends))
        for time in self.session_times.values():
            if time.takes_from_house or time.takes_from_cover:
                for unit_id in {"", time.unit_id}:
                    marks = found.setdefault((unit_id, Kind.WAKING), set())
                    marks.update((time.begins, time.ends))
        return {place: tuple(sorted(marks)) for place, marks in found.items()}

    @cached_property
    def moments(self) -> tuple[tuple[int, int], ...]:
        """Stretches of time between which no duty begins or ends."""
        marks = sorted({m for d in self.duties for m in (d.begins, d.ends)})
        return tuple(itertools.pairwise(marks))

    @cached_property
    def _ways(self) -> dict[frozenset[str], int]:
        return {
            frozenset((way.unit_id, way.other_id)): way.minutes
            for way in self.travel
        }

    def travel_minutes(self, one: Duty, other: Duty) -> int:
        """Minutes to go from the unit of one duty to that of another."""
        if one.unit_id == other.unit_id:
            return 0
        return self._ways.get(frozenset((one.unit_id, other.unit_id)), 0)

    @cached_property
    def duties_in(self) -> dict[str, tuple[Duty, ...]]:
        """Duties by unit id, by begin then id."""
        return {
            unit_id: tuple(d for d in self.duties if d.unit_id == unit_id)
            for unit_id in self.units
        }

    @cached_property
    def meets(self) -> dict[str, tuple[Duty, ...]]:
        """The duties that count to each demand, by demand id."""
        days: dict[date, list[Duty]] = {}
        for duty in self.duties:
            days.setdefault(duty.date, []).append(duty)
        return {
            demand.id: tuple(
                duty
                for shift in (-1, 0, 1)
                for duty in days.get(demand.date + timedelta(days=shift), ())
                if demand.counts(duty)
            )
            for demand in self.demands
        }

    def sessions_near(self, demand: Demand) -> tuple[Session, ...]:
        """Give the sessions whose people are missing from a demand.

        Only cover by time of people who are awake minds who is with whom.
        """
        if demand.codes or demand.kind is not Kind.WAKING:
            return ()
        return self._near_of[demand.id]

    @cached_property
    def _near_of(self) -> dict[str, tuple[Session, ...]]:
        return {
            demand.id: tuple(
                session
                for n in (-1, 0, 1)
                for session in self.sessions_on.get(
                    demand.date + timedelta(days=n), ()
                )
                if demand.unit_id
                in ("", self.client[session.client_id].unit_id)
                and any(
                    begins < demand.ends and demand.begins < ends
                    for begins, ends in session.options
                )
            )
            for demand in self.demands
        }

    def pieces(self, demand: Demand) -> list[tuple[int, int]]:
        """Cut a demand where a duty that could meet it begins or ends."""
        if demand.codes:
            return [(demand.begins, demand.ends)]
        marks = self._cuts.get((demand.unit_id, demand.kind), ())
        inner = [m for m in marks if demand.begins < m < demand.ends]
        edges = [demand.begins, *inner, demand.ends]
        return list(itertools.pairwise(edges))
