"""Lawful lines of work for made-up staff: runs of days, then days off.

A line is one code for each day, empty where the person is off. Runs are
short enough, and days off between them long enough, for every rule of a care
home; how many days are worked is exact.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

Line = list[str]
OFF = ""
GAP = 2  # days off between two runs; two nights' sleep after nights


@dataclass(frozen=True)
class Manner:
    """How somebody works: codes in the order of a run, and length of runs.

    A run goes from the first code to the last, not back: after a late there
    is no early.
    """

    codes: tuple[str, ...]
    shortest: int
    longest: int

    def run(self, length: int, chance: random.Random) -> Line:
        """Draw the codes of one run."""
        turns = chance.randint(0, length)
        return [self.codes[0]] * turns + [self.codes[-1]] * (length - turns)

    def most_days(self, days: int) -> int:
        """Give how many of so many days can be worked at most."""
        whole, rest = divmod(days, self.longest + GAP)
        return whole * self.longest + min(rest, self.longest)


def draw(
    manner: Manner, days: int, worked: int, chance: random.Random
) -> Line:
    """Draw a line with exactly so many days worked."""
    if not worked:
        return [OFF] * days
    lengths = _lengths(manner, days, worked, chance)
    spare = days - worked - GAP * (len(lengths) - 1)
    gaps = _spread(spare, len(lengths) + 1, chance)
    line: Line = []
    for n, length in enumerate(lengths):
        line += [OFF] * (gaps[n] + (GAP if n else 0))
        line += manner.run(length, chance)
    return line + [OFF] * gaps[-1]


def around_leave(
    manner: Manner, days: int, week: int, worked: int, chance: random.Random
) -> Line:
    """Draw a line with a whole week away, and the night before it free."""
    ahead = max(0, 7 * week - 1)
    after = days - 7 * (week + 1)
    share = round(worked * ahead / max(1, ahead + after))
    share = max(share, worked - manner.most_days(after))
    share = min(share, manner.most_days(ahead))
    return [
        *draw(manner, ahead, share, chance),
        *[OFF] * (7 * (week + 1) - ahead),
        *draw(manner, after, worked - share, chance),
    ]


def week_before(
    manner: Manner, line: Sequence[str], worked: int, chance: random.Random
) -> Line:
    """Draw the week before a line, as one run that keeps its distance."""
    length = min(worked, manner.longest, 7 - GAP)
    off = next((n for n, code in enumerate(line) if code), len(line))
    gap = chance.randint(max(0, GAP - off), 7 - length)
    run = manner.run(length, chance)
    return [OFF] * (7 - length - gap) + run + [OFF] * gap


def _lengths(
    manner: Manner, days: int, worked: int, chance: random.Random
) -> list[int]:
    """Cut the days worked into runs that leave room for the gaps."""
    fewest = -(-worked // manner.longest)
    most = max(fewest, worked // manner.shortest)
    while most > fewest and worked + GAP * (most - 1) > days:
        most -= 1
    count = chance.randint(fewest, most)
    even, more = divmod(worked, count)
    lengths = [even + (n < more) for n in range(count)]
    chance.shuffle(lengths)
    return lengths


def _spread(spare: int, places: int, chance: random.Random) -> list[int]:
    """Spread days off over places by chance."""
    found = [0] * places
    for _ in range(spare):
        found[chance.randrange(places)] += 1
    return found
