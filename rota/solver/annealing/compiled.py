"""The one place that compiles: functions over arrays, as fast as C."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])


def compiled(function: F) -> F:
    """Compile a function when it is first called, and keep it on disk.

    Compiling takes seconds, once for each version of a file; then it is read.
    Where there is no place to keep it, it is compiled for each process. Other
    threads go on meanwhile, and while it runs.
    """
    try:
        return cast(F, njit(nogil=True, cache=True)(function))
    except RuntimeError:
        return cast(F, njit(nogil=True)(function))
