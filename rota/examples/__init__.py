"""Workbooks filled in as a manager would: made-up services that solve.

They are made by the scripts examples/make_*.py.
"""

from __future__ import annotations

import difflib
from importlib.resources import files
from pathlib import Path

from rota.errors import OutputError

EXAMPLES: tuple[str, ...] = (
    "supported-living",
    "care-home",
    "personal-assistants",
    "childrens-home",
    "community",
    "day-service",
    "reablement",
)


def write_example(name: str, path: str | Path) -> None:
    """Write one of the example workbooks.

    Parameters
    ----------
    name
        One of EXAMPLES.
    path
        Where to; an existing file is not replaced.

    Raises
    ------
    OutputError
        There is no such example, the file exists, or it cannot be written.
    """
    if name not in EXAMPLES:
        raise OutputError(_unknown(name))
    target = Path(path)
    data = files(__name__).joinpath(f"{name}.xlsx").read_bytes()
    try:
        with target.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        message = f"{target.name} is there already; choose a new name."
        raise OutputError(message) from error
    except OSError as error:
        raise OutputError(f"{target} cannot be written.") from error


def _unknown(name: str) -> str:
    """Say which examples there are, and the one that is nearest."""
    plain = name.casefold().replace("_", "-").replace(" ", "-")
    near = difflib.get_close_matches(plain, EXAMPLES, 1, 0.4)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"{name} is none of {', '.join(EXAMPLES)}.{hint}"
