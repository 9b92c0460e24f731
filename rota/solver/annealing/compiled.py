"""The one place that compiles: functions over arrays, as fast as C."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from numba import njit

F = TypeVar("F", bound=Callable[..., object])


def _version() -> str:
    """Tell the code that is here from any other."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


VERSION = _version()


def compiled(function: F) -> F:
    """Compile a function when it is first called, and keep it on disk.

    Compiling takes seconds, once for each version of the code; then it is
    read. What is kept holds all that a function calls and the constants that
    it reads, from other files too, and is found by file and name: so the name
    says which version of all the files it is of. Where there is no place to
    keep it, it is compiled for each process. Other threads go on meanwhile,
    and while it runs.
    """
    function.__qualname__ = f"{function.__qualname__}_{VERSION}"
    try:
        return cast(F, njit(nogil=True, cache=True)(function))
    except RuntimeError:
        return cast(F, njit(nogil=True)(function))
