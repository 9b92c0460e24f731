"""Writing a file whole or not at all, and never over one that is open."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from rota.errors import OutputError


def is_open(path: Path) -> bool:
    """Tell, by its lock file, whether a workbook is open somewhere."""
    locks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#")
    return any(path.with_name(name).exists() for name in locks)


def write_bytes(path: Path, data: bytes, source: Path | None) -> Path:
    """Write a file beside its place and move it there in one step.

    Parameters
    ----------
    path
        Where it should stand.
    data
        What it holds.
    source
        A file that is never written over.

    Returns
    -------
    Where it stands now: another name where the file is open, may not be
    written, or is the source.

    Raises
    ------
    OutputError
        Nothing can be written in that folder.
    """
    for place in _names(path):
        if is_open(place) or is_same(place, source):
            continue
        try:
            _replace(place, data)
        except PermissionError as error:
            if place.exists() and os.access(place.parent, os.W_OK):
                continue
            raise _refused(place) from error
        except OSError as error:
            raise _refused(place) from error
        return place
    raise _refused(path)


def _refused(place: Path) -> OutputError:
    return OutputError(
        f"The rota cannot be written to {place}; choose another folder."
    )


def _names(path: Path) -> Iterator[Path]:
    """Give the name asked for, then `name (2)`, `name (3)` ..."""
    yield path
    for number in count(2):
        if number > 99:
            return
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def is_same(place: Path, source: Path | None) -> bool:
    """Tell whether writing there would write over the source."""
    return (
        source is not None
        and place.exists()
        and source.exists()
        and place.samefile(source)
    )


def _replace(place: Path, data: bytes) -> None:
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError(f"{place} may not be written")
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".rota-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _like(place, Path(name))
        os.replace(name, place)
    finally:
        with suppress(FileNotFoundError):  # it has gone to its place
            os.unlink(name)


def _like(place: Path, made: Path) -> None:
    """Let the new file be read by whom the old one was, or by most."""
    mode = place.stat().st_mode if place.exists() else 0o644
    with suppress(OSError):
        made.chmod(mode & 0o777)
