"""What was in the manager's workbook is still there after writing."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from rota.checker import check
from rota.io.memory import read_memory
from rota.io.package import Package
from rota.io.read import Loaded, read
from rota.io.write import TITLES, write
from rota.result import Result, Status
from rota.roster import Roster
from tests.house import greedy
from tests.io.books import manager_book, saved, typed_rota, with_extras


def solved(loaded: Loaded) -> Result:
    problem = loaded.problem
    roster: Roster = greedy(problem)
    report = check(problem, roster)
    return Result(problem, roster, report, Status.FEASIBLE, 1.0, 1)


def written(book: Workbook, folder: Path) -> tuple[Path, Path]:
    source = saved(book, folder / "mine.xlsx")
    loaded = read(source)
    out = write(solved(loaded), folder / "out.xlsx", source, loaded.notes)
    return source, out.path


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return written(with_extras(manager_book()), tmp_path)


def test_formulas_comments_and_sheets_survive(
    pair: tuple[Path, Path],
) -> None:
    book = openpyxl.load_workbook(pair[1])
    assert tuple(book.sheetnames[:7]) == TITLES
    assert "My notes" in book.sheetnames
    notes = book["My notes"]
    assert notes["A2"].value == "=A1*21"
    assert notes["A2"].number_format == '"£"0.00'
    assert notes["A3"].value == "=COUNTA(Workers!A:A)"
    assert notes["A1"].comment.text == "ask Ana"
    assert book["Workers"]["A2"].comment.text == "prefers lates"


def test_the_source_is_not_touched(tmp_path: Path) -> None:
    source = saved(manager_book(), tmp_path / "mine.xlsx")
    before = hashlib.sha256(source.read_bytes()).digest()
    loaded = read(source)
    out = write(solved(loaded), source, source)
    assert out.path.name == "mine (2).xlsx"
    said = "mine.xlsx is your own workbook, which is never changed"
    assert f"{said}; the rota is in mine (2).xlsx." in out.notes
    assert hashlib.sha256(source.read_bytes()).digest() == before


def test_their_sheets_are_the_same_bytes(pair: tuple[Path, Path]) -> None:
    """All but which sheet is selected, of which there can be only one."""
    before = set(Package.open(pair[0]).parts.values())
    after = set(Package.open(pair[1]).parts.values())
    changed = [
        data
        for data in before - after
        if b"<worksheet" in data and b"tabSelected" not in data
    ]
    assert not changed


def with_picture(package: Package) -> None:
    """Hang a drawing with a picture on the sheet of notes."""
    rels = next(
        name
        for name, data in package.parts.items()
        if "worksheets/_rels" in name and b"comment" in data
    )
    package.parts["xl/media/logo.png"] = b"picture"
    package.parts["xl/drawings/drawing1.xml"] = b"<wsDr/>"
    package.parts["xl/drawings/_rels/drawing1.xml.rels"] = _rels(
        b'<Relationship Id="rId1" Type="urn:image" '
        b'Target="../media/logo.png"/>'
    )
    package.parts[rels] = package.parts[rels].replace(
        b"</Relationships>",
        b'<Relationship Id="rIdD" Type="urn:drawing" '
        b'Target="/xl/drawings/drawing1.xml"/></Relationships>',
    )


def _rels(inside: bytes) -> bytes:
    space = b"http://schemas.openxmlformats.org/package/2006/relationships"
    head = b'<Relationships xmlns="' + space + b'">'
    return head + inside + b"</Relationships>"


def test_pictures_and_unknown_parts_survive(tmp_path: Path) -> None:
    source = saved(with_extras(manager_book()), tmp_path / "mine.xlsx")
    package = Package.open(source)
    with_picture(package)
    package.parts["xl/slicers/slicer1.xml"] = b"<slicers/>"
    source.write_bytes(package.to_bytes())
    out = write(solved(read(source)), tmp_path / "out.xlsx", source).path
    after = Package.open(out)
    for name in (
        "xl/media/logo.png",
        "xl/drawings/drawing1.xml",
        "xl/drawings/_rels/drawing1.xml.rels",
        "xl/slicers/slicer1.xml",
    ):
        assert after.parts[name] == package.parts[name]
    assert "xl/media/logo.png" in after.reachable()
    assert "xl/drawings/drawing2.xml" in after.reachable()  # our chart


def test_only_one_sheet_is_selected(pair: tuple[Path, Path]) -> None:
    book = openpyxl.load_workbook(pair[1])
    selected = [s.title for s in book if s.sheet_view.tabSelected]
    assert selected == ["Summary"]
    assert book.active is book["Summary"]


def test_print_titles_of_their_sheets_stay_theirs(tmp_path: Path) -> None:
    book = with_extras(manager_book())
    book["Workers"].print_title_rows = "1:1"
    _, out = written(book, tmp_path)
    after = openpyxl.load_workbook(out)
    assert after["Workers"].print_title_rows == "$1:$1"
    assert after["Cover"].print_title_rows in (None, "")
    assert after["Rota"].print_title_rows == "$3:$5"


def test_reading_back_gives_the_same_rota(pair: tuple[Path, Path]) -> None:
    first = read(pair[0])
    again = read(pair[1])
    assert again.roster.pairs == solved(first).roster.pairs
    assert again.problem == first.problem


def test_a_second_run_replaces_our_pages(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    loaded = read(pair[1])
    out = write(solved(loaded), tmp_path / "again.xlsx", pair[1])
    assert out.notes == ()
    names = openpyxl.load_workbook(out.path).sheetnames
    assert names == openpyxl.load_workbook(pair[1]).sheetnames
    with zipfile.ZipFile(pair[1]) as one, zipfile.ZipFile(out.path) as two:
        assert len(one.namelist()) == len(two.namelist())


def test_a_typed_rota_is_kept_beside_ours(tmp_path: Path) -> None:
    source, out = written(typed_rota(manager_book()), tmp_path)
    book = openpyxl.load_workbook(out)
    assert book["Rota as typed"]["B2"].value == "E"
    again = read(out)
    first = read(source)
    assert set(again.problem.pinned) == set(first.problem.pinned)
    assert set(again.problem.kept) == set(first.problem.kept)


def test_a_spell_typed_in_one_cell_stays_in_it(tmp_path: Path) -> None:
    book = typed_rota(manager_book())
    book["Rota"]["E2"] = "L/SI/E"
    source, out = written(book, tmp_path)
    sheet = openpyxl.load_workbook(out)["Rota"]
    ana = next(r for r in sheet.iter_rows() if r[0].value == "Ana Silva")
    assert "L/SI/E" in [cell.value for cell in ana]
    assert read(out).problem.kept == read(source).problem.kept


def test_absence_typed_in_the_rota_is_remembered(tmp_path: Path) -> None:
    source, out = written(typed_rota(manager_book()), tmp_path)
    memory = read_memory(openpyxl.load_workbook(out))
    away = {
        (who, text)
        for (sheet, who, _), text in memory.items()
        if sheet == "away"
    }
    assert away == {("Femi Ade", "leave")}
    first, again = read(source), read(out)
    assert again.problem.absences == first.problem.absences
    assert again.problem == first.problem


def test_a_page_of_theirs_with_our_name_stays(tmp_path: Path) -> None:
    book = manager_book()
    book.create_sheet("Hours")["A1"] = "my own hours"
    _, out = written(book, tmp_path)
    after = openpyxl.load_workbook(out)
    assert after["Hours"]["A1"].value == "my own hours"
    assert after["Hours (rota)"]["A4"].value == "Name"


def test_comments_on_our_rota_are_carried_over(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(pair[1])
    book["Rota"]["E7"].comment = Comment("swap agreed", "manager")
    commented = saved(book, tmp_path / "commented.xlsx")
    result = solved(read(pair[0]))
    out = write(result, tmp_path / "again.xlsx", commented)
    assert out.notes == ()
    after = openpyxl.load_workbook(out.path)
    assert after["Rota"]["E7"].comment.text == "swap agreed"
    assert after["My notes"]["A1"].comment.text == "ask Ana"


def test_a_newer_comment_is_carried_without_its_preface(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(pair[1])
    said = "[Threaded comment]\n\nYour version ...\n\nComment:\n    swap"
    book["Rota"]["F7"].comment = Comment(said, "manager")
    commented = saved(book, tmp_path / "commented.xlsx")
    result = solved(read(pair[0]))
    out = write(result, tmp_path / "again.xlsx", commented)
    after = openpyxl.load_workbook(out.path)
    assert after["Rota"]["F7"].comment.text == "swap"


def test_a_workbook_with_macros_keeps_them_and_its_ending(
    tmp_path: Path,
) -> None:
    source = saved(manager_book(), tmp_path / "mine.xlsx")
    package = Package.open(source)
    types = package.parts["[Content_Types].xml"]
    package.parts["[Content_Types].xml"] = types.replace(
        b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml"
    ).replace(
        b"vnd.openxmlformats-officedocument.sheet.macro",
        b"vnd.ms-excel.sheet.macro",
    )
    package.parts["xl/vbaProject.bin"] = b"macros"
    macros = tmp_path / "mine.xlsm"
    macros.write_bytes(package.to_bytes())
    out = write(solved(read(source)), tmp_path / "out.xlsx", macros)
    assert out.path.name == "out.xlsm"
    assert "macros" in out.notes[0]
    assert Package.open(out.path).parts["xl/vbaProject.bin"] == b"macros"


def test_prefixes_of_their_xml_survive(tmp_path: Path) -> None:
    """Excel repairs a file whose mc:Ignorable names a lost prefix."""
    source = saved(manager_book(), tmp_path / "mine.xlsx")
    package = Package.open(source)
    data = package.parts["xl/workbook.xml"]
    package.parts["xl/workbook.xml"] = data.replace(
        b"<workbook ",
        b'<workbook xmlns:mc="http://schemas.openxmlformats.org/'
        b'markup-compatibility/2006" xmlns:x15="urn:x15" '
        b'mc:Ignorable="x15" ',
        1,
    )
    source.write_bytes(package.to_bytes())
    out = write(solved(read(source)), tmp_path / "out.xlsx", source).path
    book = Package.open(out).parts["xl/workbook.xml"]
    assert b'xmlns:x15="urn:x15"' in book
    assert b'mc:Ignorable="x15"' in book


def test_a_workbook_without_styles_is_given_ours(tmp_path: Path) -> None:
    source = saved(manager_book(), tmp_path / "mine.xlsx")
    package = Package.open(source)
    part = package.target(package.workbook, "styles")
    rels = package.parts["xl/_rels/workbook.xml.rels"]
    package.parts["xl/_rels/workbook.xml.rels"] = re.sub(
        rb"<Relationship [^>]*?styles.xml[^>]*?/>", b"", rels
    )
    package.drop([part])
    for name, data in package.parts.items():
        if "worksheets/sheet" in name:
            package.parts[name] = re.sub(rb' s="\d+"', b"", data)
    source.write_bytes(package.to_bytes())
    out = write(solved(read(source)), tmp_path / "out.xlsx", source).path
    book = openpyxl.load_workbook(out)
    assert book["Rota"]["A1"].font.size == 16


def test_styles_of_theirs_keep_their_numbers(pair: tuple[Path, Path]) -> None:
    book = openpyxl.load_workbook(pair[1])
    assert book["My notes"]["A2"].number_format == '"£"0.00'
    rota = book["Rota"]
    assert rota["A1"].font.size == 16
    assert rota["D5"].number_format == "d/m"
