"""Chance in compiled code: the same on every machine, from one number.

The generator is xorshift64* (Vigna, "An experimental exploration of
Marsaglia's xorshift generators, scrambled", 2016).
"""

from __future__ import annotations

from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from rota.solver.compiled import compiled

Dice = Annotated[NDArray[np.uint64], 1]  # the state, one number

A, B, C = np.uint64(12), np.uint64(25), np.uint64(27)
SCRAMBLE = np.uint64(0x2545F4914F6CDD1D)
HIGH = np.uint64(11)  # the 53 bits above it are a float's
UNIT = 2.0**-53
GOLDEN = 0x9E3779B97F4A7C15  # makes seeds that are alike unlike
LAST = 2**64 - 1


def dice(seed: int) -> Dice:
    """Make dice from any whole number."""
    mixed = (seed + 1) * GOLDEN & LAST
    return np.array([mixed or GOLDEN], np.uint64)


@compiled
def share(state: Dice) -> float:
    """Give a number from 0 to below 1."""
    x = state[0]
    x ^= x >> A
    x ^= x << B
    x ^= x >> C
    state[0] = x
    return float((x * SCRAMBLE) >> HIGH) * UNIT


@compiled
def below(state: Dice, count: int) -> int:
    """Give a whole number from 0 to below a count."""
    return int(share(state) * count)
