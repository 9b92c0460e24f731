"""The one place that compiles: functions over arrays, as fast as C."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import (
    Annotated,
    TypeVar,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import numpy as np
from numba import from_dtype, njit, types

F = TypeVar("F", bound=Callable[..., object])


@cache
def _version(folder: Path) -> str:
    """Tell the code that is in a folder from any other."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(folder.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


PLAIN = {int: types.int64, float: types.float64, bool: types.boolean}


def compiled(function: F) -> F:
    """Compile a function for the types of its annotations; keep it on disk.

    What it calls is compiled before it, so stands above it. Compiled when
    called, it would be once for each kind of whole number that comes.

    Compiling takes seconds, once for each version of the code; then it is
    read. What is kept holds all that a function calls and the constants that
    it reads, from other files too, and is found by file and name: so the name
    says which version of all the files it is of. Where there is no place to
    keep it, it is compiled for each process. Other threads go on meanwhile,
    and while it runs.
    """
    version = _version(Path(inspect.getfile(function)).parent)
    function.__qualname__ = f"{function.__qualname__}_{version}"
    takes = _types(function)
    try:
        return cast(F, njit(takes, nogil=True, cache=True)(function))
    except RuntimeError:
        return cast(F, njit(takes, nogil=True)(function))


def _types(annotated: object) -> tuple[types.Type, ...]:
    """Give the types that a function takes, or that a tuple is made of."""
    hints = get_type_hints(annotated, include_extras=True)
    return tuple(_type(h) for name, h in hints.items() if name != "return")


def _type(hint: type) -> types.Type:
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) is Annotated:
        array, lines = get_args(hint)
        (kind,) = get_args(get_args(array)[1])
        return types.Array(from_dtype(np.dtype(kind)), lines, "C")
    return types.NamedTuple(_types(hint), hint)  # type: ignore[no-untyped-call]
