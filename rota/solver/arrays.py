"""Arrays that compiled code takes, and how lists are written into them.

Lists of different lengths stand one after the other in one array; another says
where each begins, and one more at the end where the last ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

# Arrays of one line, and of several: compiled code wants to know how many.
Ints = Annotated[NDArray[np.int32], 1]
IntLines = Annotated[NDArray[np.int32], 2]
Longs = Annotated[NDArray[np.int64], 1]
LongLines = Annotated[NDArray[np.int64], 2]
ShortLines = Annotated[NDArray[np.int16], 2]


def ints(some: Iterable[int]) -> Ints:
    """Write whole numbers."""
    return np.array([*some], np.int32)


def flat(lists: Iterable[Iterable[int]]) -> Ints:
    """Write lists of whole numbers, one after the other."""
    return ints(one for held in lists for one in held)


def flat_pairs(lists: Iterable[Iterable[tuple[int, int]]]) -> IntLines:
    """Write lists of pairs, one after the other, a line each."""
    every = [pair for held in lists for pair in held]
    return np.array(every, np.int32).reshape(-1, 2)


def begins(lists: Iterable[Sequence[object]]) -> Ints:
    """Give where each list begins, and where the last ends."""
    return ints(accumulate(map(len, lists), initial=0))
