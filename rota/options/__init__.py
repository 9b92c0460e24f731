"""Options: named variants of a rota, to be compared."""

from rota.options.base import Change, Option, apply
from rota.options.cover_change import CoverChange
from rota.options.faulty import Faulty
from rota.options.rule_change import RuleChange, settings_of
from rota.options.shift_change import ShiftSwap
from rota.options.staff_change import Joining, LeaveMoved, Leaving, Training

__all__ = [
    "Change",
    "CoverChange",
    "Faulty",
    "Joining",
    "LeaveMoved",
    "Leaving",
    "Option",
    "RuleChange",
    "ShiftSwap",
    "Training",
    "apply",
    "settings_of",
]
