"""Options as a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rota.domain import ShiftType
from rota.errors import OptionError
from rota.io.cells import nearest
from rota.options import (
    Change,
    CoverChange,
    Faulty,
    Joining,
    LeaveMoved,
    Leaving,
    Option,
    RuleChange,
    ShiftSwap,
    Training,
    settings_of,
)


def read_options(path: str | Path) -> tuple[Option, ...]:
    """Read options from a TOML file; docs/options.md says how to write one.

    Parameters
    ----------
    path
        A file with a table `[[option]]` for each option.

    Returns
    -------
    The options. What cannot be understood of one makes that one faulty, and
    leaves the others as they are.

    Raises
    ------
    OptionError
        The file cannot be read, holds no option, or two of one name.
    """
    source = Path(path)
    try:
        held = tomllib.loads(source.read_text(encoding="utf-8"))
    except OSError as error:
        raise OptionError(f"{source} cannot be read.") from error
    except ValueError as error:
        raise OptionError(f"{source.name} is no TOML: {error}.") from error
    tables = held.get("option")
    if not isinstance(tables, list) or not tables:
        raise OptionError(f"{source.name} has no table [[option]].")
    return different(
        _option(table, place) for place, table in enumerate(tables, 1)
    )


def different(options: Iterator[Option]) -> tuple[Option, ...]:
    """Give the options, if no two have the same name."""
    found: dict[str, Option] = {}
    for option in options:
        if found.setdefault(option.name.casefold(), option) is not option:
            raise OptionError(f"Two options have the name {option.name!r}.")
    return tuple(found.values())


def _option(table: Any, place: int) -> Option:
    """Read one table; what is wrong in it is a change that says so."""
    if not isinstance(table, dict):
        return _wrong(f"option {place}", "it is no table.")
    name = str(table.get("name") or f"option {place}")
    strange = [key for key in table if key not in _KEYS]
    if strange:
        hint = nearest(strange[0], _KEYS)
        said = f" Did you mean {hint!r}?" if hint else ""
        return _wrong(name, f"{strange[0]!r} is not known.{said}")
    try:
        changes = tuple(
            change
            for key, how in _READERS.items()
            if key in table
            for change in how(table[key])
        )
        return Option(name=name, changes=changes, seed=table.get("seed"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ", ".join(str(part) for part in first["loc"])
        return _wrong(name, f"{where}: {first['msg']}.")
    except (TypeError, ValueError, AttributeError):
        return _wrong(name, "it cannot be understood; see docs/options.md.")


def _wrong(name: str, reason: str) -> Option:
    return Option(name=name, changes=(Faulty(reason=reason),))


def _each(kind: type[Change]) -> Callable[[Any], Iterator[Change]]:
    """Give a reader of a list of tables, each one change."""
    return lambda tables: (kind(**table) for table in tables)


def _leaving(names: list[str]) -> Iterator[Change]:
    return (Leaving(worker=name) for name in names)


def _shifts(table: Mapping[str, Any]) -> Iterator[Change]:
    into = tuple(ShiftType(**one) for one in table.get("into", ()))
    yield ShiftSwap(**{**table, "into": into})


def _rules(tables: Mapping[str, Mapping[str, Any]]) -> Iterator[Change]:
    for name, table in tables.items():
        settings = {k: v for k, v in table.items() if k != "strength"}
        yield RuleChange(
            rule=name,
            strength=table.get("strength", ""),
            settings=settings_of(settings),
        )


# In the order in which they are made, whatever the order in the file.
_READERS: Mapping[str, Callable[[Any], Iterator[Change]]] = {
    "joining": _each(Joining),
    "leaving": _leaving,
    "training": _each(Training),
    "leave": _each(LeaveMoved),
    "cover": _each(CoverChange),
    "shifts": _shifts,
    "rules": _rules,
}
_KEYS = ("name", "seed", *_READERS)
