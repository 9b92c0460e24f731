from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rota.errors import OutputError, WorkbookError
from rota.io.forms import HEAD
from rota.io.kits import KINDS
from rota.io.read import read
from rota.io.schema import SHEETS
from rota.io.sheets.pay import SETTINGS
from rota.io.template import write_template
from rota.payroll import PayTerms

PEOPLE = 24
LEADS, MEDICATION, DRIVERS = 4, 10, 8


def column(sheet: Any, name: Any) -> Any:
    """Give the number of a column by its heading."""
    headings = [cell.value for cell in sheet[HEAD]]
    return headings.index(name) + 1


def fill_in(file: Path) -> Any:
    """Type what 24 people and a house need; count the cells typed."""
    workbook = openpyxl.load_workbook(file)
    service = workbook["Service"]
    for row in service.iter_rows(min_row=HEAD):
        if row[0].value == "Starts":
            row[1].value = date(2026, 12, 7)
    workers, typed = workbook["Workers"], 1
    for number in range(PEOPLE):
        cells: dict[str, Any] = {
            "Name": f"Worker {number}",
            "Role": "Carer",
            "Hours": 30,
        }
        if number < LEADS:
            cells["Lead"] = "Yes"
        if number < MEDICATION:
            cells["Skills"] = "Medication, First aid"
        if number % 3 == 0:
            cells["Driver"] = "Yes"
        for name, value in cells.items():
            place = column(workers, name)
            workers.cell(HEAD + 1 + number, place, value)
            typed += 1
    workbook.save(file)
    return typed


@pytest.mark.parametrize("kind", KINDS)
def test_a_kit_needs_under_150_cells_for_24_people(
    tmp_path: Path, kind: Any
) -> None:
    file = tmp_path / "house.xlsx"
    write_template(file, kind)
    assert fill_in(file) < 150
    loaded = read(file)
    found = loaded.problem
    assert len(found.workers) == PEOPLE
    assert len(found.dates) == 28
    assert found.demands
    assert not any("is not read" in note for note in loaded.notes)
    assert not any("nobody is recorded" in note for note in loaded.notes)
    codes = {code for demand in found.demands for code in demand.codes}
    assert codes <= {known.code for known in found.shift_types}


@pytest.mark.parametrize("kind", KINDS)
def test_the_rules_of_a_kit_are_the_rules_of_its_kind(
    tmp_path: Path, kind: Any
) -> None:
    from rota.rules import defaults

    file = tmp_path / "house.xlsx"
    write_template(file, kind)
    fill_in(file)
    assert read(file).problem.rules == defaults(kind)


def test_the_terms_of_pay_in_a_template_are_those_without_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "house.xlsx"
    write_template(file, KINDS[0])
    fill_in(file)
    loaded = read(file)
    assert len(loaded.pay.lines) == len(SETTINGS) + 1  # and full time
    for worker in loaded.problem.workers:
        terms = loaded.pay.rules.of(worker, loaded.problem.start)
        assert terms == PayTerms()


def test_a_blank_template_says_what_it_needs(tmp_path: Path) -> None:
    file = tmp_path / "blank.xlsx"
    write_template(file)
    with pytest.raises(WorkbookError) as caught:
        read(file)
    assert {fault.sheet for fault in caught.value.faults} == {
        "Service",
        "Shift types",
        "Cover",
        "Workers",
    }


def test_every_heading_has_help_and_every_list_a_drop_down(
    tmp_path: Path,
) -> None:
    file = tmp_path / "blank.xlsx"
    write_template(file)
    workbook = openpyxl.load_workbook(file)
    assert workbook.sheetnames == ["Start here", *(s.name for s in SHEETS)]
    for sheet in SHEETS:
        page = workbook[sheet.name]
        if not sheet.in_pairs:
            assert page.freeze_panes == f"B{HEAD + 1}"
            assert all(c.comment for c in page[HEAD] if c.value)
        lists = page.data_validations.dataValidation
        chosen = [c for c in sheet.columns if c.choices]
        assert len(lists) >= len(chosen)


def test_a_template_replaces_no_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"
    file.write_text("precious")
    with pytest.raises(OutputError, match="is there already"):
        write_template(file)
    assert file.read_text() == "precious"


def test_an_unknown_kind_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Did you mean care-home"):
        write_template(tmp_path / "x.xlsx", "carehome")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_template(tmp_path / "nowhere" / "x.xlsx")
