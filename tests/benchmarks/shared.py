"""Where the public instances are, if anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).resolve()
PLACES = [parent / "shared" / "benchmarks" for parent in HERE.parents]


def shared(*parts: str) -> Path:
    """Give the path of a public instance, or skip the test."""
    for place in PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    pytest.skip(f"no public instances here: {'/'.join(parts)}")
