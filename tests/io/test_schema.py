from pathlib import Path
from typing import Any

import pytest

from rota.io.cells import heading
from rota.io.schema import SHEETS, manual

MANUAL = Path(__file__).parents[2] / "docs" / "workbook.md"


def test_the_manual_is_up_to_date() -> None:
    assert MANUAL.read_text(encoding="utf-8") == manual(), (
        "write it again: python docs/make.py"
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_no_two_columns_of_a_sheet_share_a_heading(sheet: Any) -> None:
    names = [heading(column.name) for column in sheet.columns]
    also = [heading(n) for column in sheet.columns for n in column.also]
    assert len(set(names + also)) == len(names + also)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_column_says_what_it_means_and_what_blank_means(
    sheet: Any,
) -> None:
    for column in sheet.columns:
        assert column.help.endswith((".", "...")), column.name
        assert dict(column.words).keys().isdisjoint(column.choices)
        assert set(dict(column.words).values()) <= set(column.choices)


def test_no_two_sheets_share_a_name() -> None:
    names = [heading(n) for s in SHEETS for n in (s.name, *s.also)]
    assert len(set(names)) == len(names)


def test_only_four_sheets_are_required() -> None:
    assert [sheet.name for sheet in SHEETS if sheet.required] == [
        "Service",
        "Shift types",
        "Cover",
        "Workers",
    ]
