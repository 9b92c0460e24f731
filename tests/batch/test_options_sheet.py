"""The Options sheet says what Python and TOML say, and faults have cells."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from rota.domain import Contract, ShiftType
from rota.io.read import read
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
from tests.io.workbooks import START, Rows, dates, faults, made, sheets

HEADINGS = [
    "Option", "Change", "What", "Unit", "Setting", "Value", "Hours",
    "Skills", "Contract", "From", "To",
]  # fmt: skip


def options(folder: Path, *rows: list[object]) -> tuple[Option, ...]:
    return read(made(folder, sheets(Options=[HEADINGS, *rows]))).options


def test_rows_of_one_option_belong_together(tmp_path: Path) -> None:
    found = options(
        tmp_path,
        ["As it is"],
        ["12 h", "Shift out", "E"],
        ["More", "Joins", "New", None, None, 2, 30, "Meds, Lead", "bank"],
        ["12 h", "Shift out", "L"],
        ["12 h", "Shift in", "D", None, None, "08:00-20:00", 11],
        ["12 H", "Rule", "rest", None, "hours", 12],
        ["12 h", "Rule", "rest", None, "Strength", "High"],
        ["12 h", "Seed", None, None, None, 4],
    )
    day = ShiftType(code="D", start=time(8), end=time(20), contract=660)
    assert found == (
        Option(name="As it is"),
        Option(
            name="12 h",
            seed=4,
            changes=(
                RuleChange(rule="rest", settings=(("hours", 12),)),
                RuleChange(rule="rest", strength="High"),
                ShiftSwap(out=("E", "L"), into=(day,)),
            ),
        ),
        Option(
            name="More",
            changes=(
                Joining(
                    name="New",
                    people=2,
                    hours=30,
                    skills=("medication", "lead"),
                    contract=Contract.BANK,
                ),
            ),
        ),
    )


def test_cover_people_and_leave(tmp_path: Path) -> None:
    (found,) = options(
        tmp_path,
        ["a", "Cover", "E", None, "Ideal", 4],
        ["a", "Cover", None, None, "Times", 1.5],
        ["a", "Cover", "L", None, None, 2, None, "Medication"],
        ["a", "Leaves", "Ben Okoro"],
        ["a", "Training", "Ana Silva", None, None, None, None, "Lead", None,
         START],
        ["a", "Leave moved", "Ana Silva", None, None, None, None, None, None,
         START, dates()[7]],
    )  # fmt: skip
    assert found.changes == (
        CoverChange(code="E", ideal=4),
        CoverChange(times=1.5),
        CoverChange(code="L", skill="medication", minimum=2),
        Leaving(worker="Ben Okoro"),
        Training(worker="Ana Silva", skill="lead", first=START),
        LeaveMoved(worker="Ana Silva", first=START, to=dates()[7]),
    )


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (["a", "Rul"], "Options!B2"),
        (["a", "Rule", None, None, "hours", 12], "Options!C2"),
        (["a", "Rule", "rest", None, None, 12], "Options!E2"),
        (["a", "Rule", "rest", None, "hours", None], "Options!F2"),
        (["a", "Cover", "E", None, "Most", 3], "Options!E2"),
        (["a", "Cover", "E", None, None, "many"], "Options!F2"),
        (["a", "Joins", "New", None, None, 0], "Options!F2"),
        (["a", "Shift in", "D", None, None, "8-8"], "Options!F2"),
        (["a", "Training", "Ana Silva"], "Options!H2"),
        (["a", "Leave moved", "Ana Silva"], "Options!J2"),
        ([None, "Leaves", "Ana Silva"], "Options!A2"),
    ],
)
def test_what_cannot_be_read_has_an_address(
    tmp_path: Path, row: list[object], place: str
) -> None:
    rows: Rows = [HEADINGS, row]
    found = faults(made(tmp_path, sheets(Options=rows)))
    assert place in {f"{fault.sheet}!{fault.cell}" for fault in found}
