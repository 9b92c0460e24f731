"""Fair rotas for UK social care that keep the rules, from Excel and back.

    import rota

    loaded = rota.load("rota.xlsx")
    result = rota.solve(loaded.problem, seconds=30)
    print(result)
    rota.save(result, "rota out.xlsx", source="rota.xlsx")

Names are resolved when first used, so that checking a rota never loads a
solver.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rota.batch import compare
    from rota.checker import Report, check
    from rota.comparison import Comparison
    from rota.domain import (
        Absence,
        Assignment,
        Availability,
        Carried,
        Contract,
        Demand,
        DiaryEntry,
        Kind,
        Problem,
        Qualification,
        Request,
        Shift,
        ShiftType,
        Strength,
        Worker,
    )
    from rota.errors import RotaError, WorkbookError
    from rota.io.read import read as load
    from rota.io.write import write as save
    from rota.options import (
        CoverChange,
        Joining,
        LeaveMoved,
        Leaving,
        Option,
        RuleChange,
        ShiftSwap,
        Training,
    )
    from rota.progress import Progress
    from rota.result import Result, Status
    from rota.roster import Part, Roster
    from rota.rules import RULES, defaults, with_settings
    from rota.solver.run import solve

__version__ = "0.1.0"

_HOMES = {
    "rota.batch": ("compare",),
    "rota.checker": ("Report", "check"),
    "rota.comparison": ("Comparison",),
    "rota.domain": (
        "Absence",
        "Assignment",
        "Availability",
        "Carried",
        "Contract",
        "Demand",
        "DiaryEntry",
        "Kind",
        "Problem",
        "Qualification",
        "Request",
        "Shift",
        "ShiftType",
        "Strength",
        "Worker",
    ),
    "rota.errors": ("RotaError", "WorkbookError"),
    "rota.options": (
        "CoverChange",
        "Joining",
        "LeaveMoved",
        "Leaving",
        "Option",
        "RuleChange",
        "ShiftSwap",
        "Training",
    ),
    "rota.progress": ("Progress",),
    "rota.result": ("Result", "Status"),
    "rota.roster": ("Part", "Roster"),
    "rota.rules": ("RULES", "defaults", "with_settings"),
    "rota.solver.run": ("solve",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
_RENAMED = {
    "load": ("rota.io.read", "read"),
    "save": ("rota.io.write", "write"),
}

__all__ = [
    "RULES",
    "Absence",
    "Assignment",
    "Availability",
    "Carried",
    "Comparison",
    "Contract",
    "CoverChange",
    "Demand",
    "DiaryEntry",
    "Joining",
    "Kind",
    "LeaveMoved",
    "Leaving",
    "Option",
    "Part",
    "Problem",
    "Progress",
    "Qualification",
    "Report",
    "Request",
    "Result",
    "Roster",
    "RotaError",
    "RuleChange",
    "Shift",
    "ShiftSwap",
    "ShiftType",
    "Status",
    "Strength",
    "Training",
    "WorkbookError",
    "Worker",
    "check",
    "compare",
    "defaults",
    "load",
    "save",
    "solve",
    "with_settings",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its home when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'rota' has no attribute {name!r}")
    home, inner = _RENAMED.get(name, (_HOME.get(name, ""), name))
    value = getattr(import_module(home), inner)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return [*__all__, "__version__"]
