"""Compiled code, made ready on the first use of it and not before."""

from __future__ import annotations

import sys
from importlib import import_module

from rota.solver.best import Best

LOADING = 2.0  # seconds at most; what is beyond is compiling


def make_ready(code: str, best: Best) -> None:
    """Load a module of compiled code.

    It takes a second to load, and half a minute or so to compile when it is
    first used on a machine: so it is asked for by whoever has a use for it.
    The time that a user gave is for the search, not for compiling.
    """
    if code not in sys.modules:
        with best.getting_ready(but_for=LOADING):
            import_module(code)
