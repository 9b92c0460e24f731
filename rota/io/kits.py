"""What the blank workbook starts with, for each kind of service.

The shift types and the cover are only a start: a manager changes them to
what the service does.
"""

from __future__ import annotations

from dataclasses import dataclass

Line = tuple[str | int | None, ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """The starting shift types and cover of a kind of service.

    Shift types are code, name, start, end, kind, break minutes, counts as,
    colour. Cover is shift, from, to, at, days, minimum, ideal, and one number
    for each of `skills`. Kits `with_plans` have the sheets about the people
    supported, too.
    """

    kind: str
    shift_types: tuple[Line, ...]
    skills: tuple[str, ...]
    cover: tuple[Line, ...]
    with_plans: bool = True


_TRAINING: Line = ("TR", "Training", "09:00", "17:00", "training", 30, None,
                   "grey")  # fmt: skip

KITS: dict[str, Kit] = {
    "supported-living": Kit(
        "supported living",
        (
            ("E", "Early", "07:00", "15:00", "waking", 30, None, "yellow"),
            ("L", "Late", "14:00", "22:00", "waking", 30, None, "orange"),
            ("SI", "Sleep-in", "22:00", "07:00", "sleep-in", 0, None,
             "violet"),
            ("N", "Waking night", "22:00", "07:00", "waking", 30, None,
             "navy"),
            _TRAINING,
        ),
        ("Medication", "Driver", "Lead"),
        (
            ("E", None, None, None, "weekday", 3, 4, 1, 1, None),
            ("E", None, None, None, "weekend", 3, 3, 1, 1, None),
            ("L", None, None, None, "every day", 3, 4, 1, 1, None),
            ("SI", None, None, None, "every day", 1, None, None, None, None),
            ("N", None, None, None, "every day", 1, None, None, None, None),
        ),
    ),
    "care-home": Kit(
        "care home",
        (
            ("LD", "Long day", "08:00", "20:00", "waking", 60, "E, L", "blue"),
            ("E", "Early", "08:00", "14:00", "waking", 0, None, "yellow"),
            ("L", "Late", "14:00", "20:00", "waking", 0, None, "orange"),
            ("N", "Night", "20:00", "08:00", "waking", 60, None, "navy"),
            _TRAINING,
        ),
        ("Lead", "Medication"),
        (
            (None, "08:00", "20:00", None, "weekday", 5, 6, 1, None),
            (None, "08:00", "20:00", None, "weekend", 5, 5, 1, None),
            (None, "20:00", "08:00", None, "every day", 3, None, 1, None),
            (None, None, None, "09:00", "every day", None, None, None, 1),
            (None, None, None, "13:00", "every day", None, None, None, 1),
            (None, None, None, "18:00", "every day", None, None, None, 1),
            (None, None, None, "21:00", "every day", None, None, None, 1),
        ),
        with_plans=False,
    ),
    "community": Kit(
        "community",
        (
            ("AM", "Morning round", "07:00", "14:00", "round", 0, None,
             "yellow"),
            ("PM", "Evening round", "15:00", "22:00", "round", 0, None,
             "orange"),
            ("D", "Day", "09:00", "17:00", "waking", 30, None, "green"),
            ("OC", "On call", "22:00", "07:00", "on-call", 0, None, "violet"),
            _TRAINING,
        ),
        ("Driver", "Medication"),
        (("OC", None, None, None, "every day", 1, None, None, None),),
    ),
    "reablement": Kit(
        "reablement",
        (
            ("AM", "Morning round", "07:00", "14:30", "round", 0, None,
             "yellow"),
            ("PM", "Evening round", "14:30", "22:00", "round", 0, None,
             "orange"),
            ("D", "Duty worker", "09:00", "17:00", "waking", 30, None,
             "green"),
            _TRAINING,
        ),
        ("Medication", "Moving and handling"),
        (
            ("D", None, None, None, "weekday", 1, None, None, None),
            ("D", None, None, None, "bank holiday", 0, None, None, None),
        ),
    ),
    "personal-assistants": Kit(
        "personal assistants",
        (
            ("E", "Early", "07:00", "15:00", "waking", 30, None, "yellow"),
            ("L", "Late", "14:45", "22:00", "waking", 30, None, "orange"),
            ("SI", "Sleep-in", "22:00", "07:00", "sleep-in", 0, None,
             "violet"),
            ("N", "Waking night", "22:00", "07:00", "waking", 30, None,
             "navy"),
            _TRAINING,
        ),
        ("Medication",),
        (
            ("E", None, None, None, "every day", 1, None, None),
            ("L", None, None, None, "every day", 1, None, None),
            ("SI", None, None, None, "every day", 1, None, None),
        ),
    ),
    "day-service": Kit(
        "day service",
        (
            ("D", "Day", "08:30", "16:30", "waking", 30, "SD", "yellow"),
            ("SD", "Short day", "09:30", "15:30", "waking", 0, None, "green"),
            _TRAINING,
        ),
        ("Driver", "Medication", "First aid"),
        (
            (None, "09:30", "15:30", None, "weekday", 6, 7, None, None, 1),
            (None, "08:30", "09:30", None, "weekday", 3, None, 2, None, None),
            (None, "15:30", "16:30", None, "weekday", 3, None, 2, None, None),
            (None, "09:30", "15:30", None, "bank holiday", 0, None, None,
             None, 0),
            (None, "08:30", "09:30", None, "bank holiday", 0, None, 0, None,
             None),
            (None, "15:30", "16:30", None, "bank holiday", 0, None, 0, None,
             None),
            (None, None, None, "12:30", "weekday", None, None, None, 1, None),
            (None, None, None, "12:30", "bank holiday", None, None, None, 0,
             None),
        ),
    ),
    "childrens-home": Kit(
        "children's home",
        (
            ("E", "Early", "07:30", "15:00", "waking", 30, None, "yellow"),
            ("L", "Late", "14:30", "22:30", "waking", 30, None, "orange"),
            ("SI", "Sleep-in", "22:30", "07:30", "sleep-in", 0, None,
             "violet"),
            _TRAINING,
        ),
        ("Lead", "Driver", "First aid"),
        (
            ("E", None, None, None, "every day", 2, 3, 1, 1, 1),
            ("L", None, None, None, "every day", 3, None, 1, 1, 1),
            ("SI", None, None, None, "every day", 2, None, None, None, None),
        ),
    ),
}  # fmt: skip
KINDS = tuple(KITS)
