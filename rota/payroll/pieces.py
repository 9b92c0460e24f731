"""One duty cut into pieces, each of one class of hour.

When in a duty an unpaid break was taken, or when on a sleep-in somebody was
awake, is not known; each is taken to lie in its middle.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rota.calendar import DAY, ONE_DAY, days_between, local_date
from rota.domain import DiaryEntry, Duty, Kind, Problem
from rota.domain.duties import minutes_of
from rota.payroll.clock import PayClock
from rota.payroll.terms import HourClass, PayTerms

Stretch = tuple[int, int]  # on the pay clock
Layer = tuple[HourClass, list[Stretch]]  # who claims which stretches


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a duty on the pay clock, and what it is paid as."""

    begins: int
    ends: int
    hour_class: HourClass

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.ends - self.begins

    def inside(self, begins: int, ends: int) -> int:
        """Give the minutes that lie in a stretch of the pay clock."""
        return max(0, min(self.ends, ends) - max(self.begins, begins))


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts the duties of a problem by somebody's terms."""

    problem: Problem
    terms: PayTerms

    @property
    def clock(self) -> PayClock:
        """The clock by which the person is paid."""
        return PayClock(self.terms.clock_change)

    def span(self, duty: Duty) -> Stretch:
        """Give begin and end of a duty on the pay clock."""
        return self.clock.of(duty.begins), self.clock.of(duty.ends)

    def counted(self, duty: Duty, pieces: Sequence[Piece]) -> list[Stretch]:
        """Give the stretches that count towards contracted hours.

        Together they are what the rota counts: of a sleep-in, or on-call, as
        many minutes as the service lets it count.
        """
        if duty.kind in (Kind.SLEEP_IN, Kind.ON_CALL):
            return _exactly([], self.span(duty)[0], duty.contract)
        paid = [
            (piece.begins, piece.ends)
            for piece in pieces
            if piece.hour_class is not HourClass.UNPAID
        ]
        return _exactly(paid, self.span(duty)[0], duty.contract)

    def pieces(
        self, duty: Duty, awake: int = 0, overtime_from: int | None = None
    ) -> list[Piece]:
        """Cut a duty; the pieces follow one another without a gap.

        Parameters
        ----------
        duty
            What was worked.
        awake
            Minutes awake on a sleep-in, or called out, to be paid.
        overtime_from
            The place on the pay clock from which it is overtime.
        """
        span = self.span(duty)
        layers = [
            *self._without_premium(duty, span, awake),
            *self._premiums(duty, span, overtime_from),
        ]
        rest = _ONE_CLASS.get(duty.kind, HourClass.PLAIN)
        return list(_cut(span, layers, rest))

    def _without_premium(
        self, duty: Duty, span: Stretch, awake: int
    ) -> Iterator[Layer]:
        """Give the break, or the time awake: both go before any premium."""
        if duty.kind in (Kind.SLEEP_IN, Kind.ON_CALL):
            yield HourClass.AWAKE, [_middle(span, awake)]
        else:
            rest = unpaid(self.problem, duty)
            yield HourClass.UNPAID, [_middle(span, rest)]

    def _premiums(
        self, duty: Duty, span: Stretch, overtime_from: int | None
    ) -> Iterator[Layer]:
        """Give what each premium claims, the one that goes first first."""
        if duty.kind in _ONE_CLASS:
            return
        for premium in self.terms.premiums:
            if premium is not HourClass.OVERTIME:
                yield premium, list(self._claims(premium, duty))
            elif overtime_from is not None:
                yield premium, [(overtime_from, span[1])]

    def _claims(self, premium: HourClass, duty: Duty) -> Iterator[Stretch]:
        """Give the stretches that a premium claims, on the pay clock."""
        if premium is HourClass.HOLIDAY:
            spans = self.problem.holiday_spans(duty.begins, duty.ends)
            for first, last in spans:
                yield self.clock.of(first), self.clock.of(last)
        elif premium is HourClass.NIGHT and self._is_whole_night(duty):
            yield self.span(duty)
        else:
            before = local_date(duty.begins) - ONE_DAY
            for day in days_between(before, local_date(duty.ends)):
                times = self._times(premium, day.weekday())
                if times is not None:
                    first, last = times
                    yield self.clock.at(day, first), self.clock.at(day, last)

    def _is_whole_night(self, duty: Duty) -> bool:
        return self.terms.whole_nights and duty.is_night

    def _times(self, premium: HourClass, weekday: int) -> Stretch | None:
        """Give from when to when a premium is due on a day of the week."""
        terms = self.terms
        if premium is HourClass.NIGHT:
            over = DAY if terms.night_to <= terms.night_from else 0
            return terms.night_from, terms.night_to + over
        if premium is HourClass.EVENING:
            if terms.evening_from < terms.night_from:
                return terms.evening_from, terms.night_from
            return terms.evening_from, DAY
        days = {HourClass.SATURDAY: 5, HourClass.SUNDAY: 6}
        return (0, DAY) if days.get(premium) == weekday else None


_ONE_CLASS = {
    Kind.SLEEP_IN: HourClass.ASLEEP,
    Kind.ON_CALL: HourClass.ON_CALL,
    Kind.TRAINING: HourClass.TRAINING,
}


def _middle(span: Stretch, minutes: int) -> Stretch:
    """Give a stretch of some minutes in the middle of another."""
    begins, ends = span
    held = max(0, min(minutes, ends - begins))
    start = begins + (ends - begins - held) // 2
    return start, start + held


def _exactly(
    stretches: Sequence[Stretch], start: int, minutes: int
) -> list[Stretch]:
    """Cut stretches off, or lengthen the last, to come to so many minutes."""
    found: list[Stretch] = []
    for begins, ends in stretches:
        if minutes > 0:
            found.append((begins, min(ends, begins + minutes)))
            minutes -= ends - begins
    if minutes > 0:
        begins, ends = found.pop() if found else (start, start)
        found.append((begins, ends + minutes))
    return found


def _cut(
    span: Stretch, layers: Sequence[Layer], rest: HourClass
) -> Iterator[Piece]:
    """Cut where a claim begins or ends; the first claim takes the piece."""
    begins, ends = span
    edges = {begins, ends}
    for _, claims in layers:
        edges |= {e for claim in claims for e in claim if begins < e < ends}
    for start, stop in itertools.pairwise(sorted(edges)):
        claimed = (
            name
            for name, claims in layers
            if any(first <= start and stop <= last for first, last in claims)
        )
        yield Piece(start, stop, next(claimed, rest))


def unpaid(problem: Problem, duty: Duty) -> int:
    """Give the minutes of a duty that are not paid: its unpaid break.

    Where the Shift types sheet gives paid hours, it is what they leave of
    the times as typed; a clock change lengthens no break.
    """
    if isinstance(duty, DiaryEntry):
        return max(0, duty.length - duty.contract)
    known = next((t for t in problem.shift_types if t.code == duty.code), None)
    if known is None or known.contract is None:
        return max(0, duty.length - duty.wage)
    start, end = minutes_of(known)
    return max(0, ((end - start) % DAY or DAY) - known.contract)
