"""Support that the whole house gives: what its plans ask of the cover.

Shared hours, waking nights and sleep-ins of support plans are given by
whoever is on shift. Where the Cover sheet says nothing of them, the times of
the plans do: one team for all who live in a unit, not one for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rota.calendar import DAY, HOUR
from rota.domain import ClientAway, Kind, PlanLine, ShiftType, Support
from rota.domain.cover import EACH, CoverLine, Days
from rota.domain.cutting import is_away
from rota.domain.duties import minutes_of
from rota.io.reading.plans import Planned

DEAD_OF_NIGHT = 2 * HOUR  # a waking stretch that holds 02:00 is a night
_KINDS = {
    Support.SHARED: Kind.WAKING,
    Support.WAKING_NIGHT: Kind.WAKING,
    Support.SLEEP_IN: Kind.SLEEP_IN,
}
Times = tuple[int, int]
Team = tuple[str, Kind, Times]  # unit, kind, minutes after midnight


def night_times(types: Iterable[ShiftType]) -> dict[Support, Times]:
    """Give when nights are, by the shift types that are for them."""
    found: dict[Support, Times] = {}
    for known in types:
        if known.kind is Kind.SLEEP_IN:
            found.setdefault(Support.SLEEP_IN, minutes_of(known))
        elif known.kind is Kind.WAKING and _is_night(minutes_of(known)):
            found.setdefault(Support.WAKING_NIGHT, minutes_of(known))
    return found


def _is_night(times: Times) -> bool:
    start, end = times
    last = end if end > start else end + DAY
    return start <= DEAD_OF_NIGHT + DAY < last or (
        start <= DEAD_OF_NIGHT < last
    )


def lines_of_plans(
    planned: Sequence[Planned],
    typed: Sequence[CoverLine],
    types: Mapping[str, ShiftType],
    away: Sequence[ClientAway],
    dates: Sequence[date],
) -> tuple[CoverLine, ...]:
    """Give the lines of cover that plans make, where none is typed."""
    said = {place for line in typed for place in _said(line, types)}
    teams: dict[Team, dict[date, int]] = {}
    for one in planned:
        line, unit = one.line, one.client.unit_id
        if not line.kind.is_by_cover or line.starts is None:
            continue
        if any((place, line.kind) in said for place in (unit, "", EACH)):
            continue
        team = (unit, _KINDS[line.kind], (line.starts, line.ends or 0))
        needs = teams.setdefault(team, {})
        for day in _days(line, away, dates):
            needs[day] = max(needs.get(day, 0), line.people)
    return tuple(
        line for team, needs in teams.items() for line in _lines(team, needs)
    )


def _days(
    line: PlanLine, away: Sequence[ClientAway], dates: Sequence[date]
) -> Iterator[date]:
    """Give the dates on which somebody is there to be supported."""
    gone = [one for one in away if one.client_id == line.client_id]
    return (d for d in dates if line.falls_on(d) and not is_away(gone, d))


def _lines(team: Team, needs: Mapping[date, int]) -> Iterator[CoverLine]:
    unit, kind, (starts, ends) = team
    for people in sorted(set(needs.values())):
        days = tuple(day for day, many in needs.items() if many == people)
        yield CoverLine(
            unit_id=unit,
            starts=starts,
            ends=ends,
            kind=kind,
            days=Days(dates=days),
            minimum=people,
        )


def _said(
    line: CoverLine, types: Mapping[str, ShiftType]
) -> Iterator[tuple[str, Support]]:
    """Give what a typed line of cover answers for, in its unit."""
    if line.code and line.code in types:
        times = minutes_of(types[line.code])
    elif line.starts is not None and line.ends is not None:
        times = line.starts, line.ends
    else:
        return
    if line.kind is Kind.SLEEP_IN:
        yield line.unit_id, Support.SLEEP_IN
    elif line.kind is Kind.WAKING and _is_night(times):
        yield line.unit_id, Support.WAKING_NIGHT
        if (times[1] - times[0]) % DAY in (0, DAY - 1):
            yield line.unit_id, Support.SHARED
    elif line.kind is Kind.WAKING:
        yield line.unit_id, Support.SHARED
