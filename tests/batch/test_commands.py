"""rota batch and rota compare, from a workbook to workbooks."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from rota.cli import main
from rota.io.comparison import file_name
from tests.io.workbooks import START, Rows, made, sheets

HEADINGS = ["Option", "Change", "What", "Unit", "Setting", "Value", "Hours"]
OPTIONS: Rows = [
    HEADINGS,
    ["As it is"],
    ["Longer rest", "Rule", "rest", None, "hours", 12],
    ["One more", "Joins", "New Person", None, None, None, 30],
    ["One fewer", "Leaves", "Cara Jones"],
    ["Wrong", "Rule", "rset", None, "hours", 12],
]
TYPED: Rows = [["Name", START], ["Cara Jones", "E"]]  # so she is on every rota

NAMES = [str(row[0]) for row in OPTIONS[1:]]


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("batch")
    file = made(folder, sheets(Options=OPTIONS, Rota=TYPED))
    out = folder / "options.xlsx"
    return folder, run("batch", file, "-o", out, "--seconds", 1)


def test_one_faulty_option_is_told_and_the_others_complete(
    batch: tuple[Path, Result],
) -> None:
    folder, result = batch
    assert result.exit_code == 1
    assert "Wrong" in result.stdout
    assert "there is no rule 'rset'. Did you mean 'rest'?" in result.stdout
    names = {p.stem for p in (folder / "options rotas").glob("*.xlsx")}
    assert names == {"As it is", "Longer rest", "One more", "One fewer"}


def test_the_comparison_is_a_workbook(batch: tuple[Path, Result]) -> None:
    folder, _ = batch
    book = openpyxl.load_workbook(folder / "options.xlsx")
    assert book.sheetnames == ["Options", "Charts", "Differences"]
    table = book["Options"]
    heads = [cell.value for cell in table[4]]
    rows = [
        dict(zip(heads, [cell.value for cell in row], strict=True))
        for row in table.iter_rows(min_row=5, max_row=9)
    ]
    named = {row["Option"]: row for row in rows}
    assert list(named) == NAMES
    assert named["Wrong"]["Hours to fill"] is None
    assert "rset" in str(named["Wrong"]["Note"])
    hours = named["One more"]["Hours to fill"]
    assert isinstance(hours, int | float)
    assert named["As it is"]["Cells changed"] == 0
    assert any(row["Not beaten"] == "yes" for row in rows)
    assert len(book["Charts"]._charts) == 5  # type: ignore[attr-defined]


def test_every_cell_in_which_options_differ_is_there(
    batch: tuple[Path, Result],
) -> None:
    folder, _ = batch
    page = openpyxl.load_workbook(folder / "options.xlsx")["Differences"]
    rows = list(page.iter_rows(min_row=5, values_only=True))
    heads = [cell.value for cell in page[4]]
    assert heads == ["Date", "Name", *NAMES[:4]]
    assert all(len(set(row[2:])) > 1 for row in rows)
    cara = next(row for row in rows if row[1] == "Cara Jones")
    assert "E" in str(cara[2])
    assert not cara[5], "she has left"


def test_a_finished_batch_is_not_solved_again(
    batch: tuple[Path, Result],
) -> None:
    folder, _ = batch
    kept = list((folder / "options rotas" / "finished").glob("*.json"))
    before = {path: path.stat().st_mtime_ns for path in kept}
    assert len(before) == 4
    again = folder / "options.xlsx"
    result = run("batch", folder / "rowan.xlsx", "-o", again, "--seconds", 1)
    assert result.exit_code == 1
    assert {path: path.stat().st_mtime_ns for path in kept} == before


def test_two_workbooks_are_compared_cell_by_cell(
    batch: tuple[Path, Result], tmp_path: Path
) -> None:
    folder, _ = batch
    rotas = folder / "options rotas"
    one = rotas / "As it is.xlsx"
    same = run("compare", one, one)
    assert "0 cells filled differently" in same.stdout
    by_hand = [["Name", START], ["Ana Silva", "N"], ["Cara Jones", "L"]]
    hand = made(tmp_path, sheets(Rota=by_hand))
    result = run("compare", hand, rotas / "Longer rest.xlsx")
    assert result.exit_code == 0
    assert "Hours to fill" in result.stdout
    assert "rowan" in result.stdout
    assert "Longer rest" in result.stdout
    assert "Cara Jones, Mon 7 Dec: L -> E" in result.stdout


def test_two_hand_made_rotas_differ_where_they_do(tmp_path: Path) -> None:
    files = []
    for name, code in (("a", "E"), ("b", "L")):
        (tmp_path / name).mkdir()
        rota = [["Name", START], ["Ana Silva", code], ["Ben Okoro", "N"]]
        files.append(made(tmp_path / name, sheets(Rota=rota)))
    result = run("compare", *files)
    assert "1 cell filled differently" in result.stdout
    assert "Ana Silva, Mon 7 Dec: E -> L" in result.stdout


def test_a_broken_must_is_told_by_the_exit_code(tmp_path: Path) -> None:
    rota = [["Name", START, START.replace(day=8)], ["Ana Silva", "L", "E"]]
    file = made(tmp_path, sheets(Rota=rota))
    assert run("compare", file, file).exit_code == 1


def test_without_options_there_is_nothing_to_do(tmp_path: Path) -> None:
    file = made(tmp_path, sheets())
    result = run("batch", file, "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 2
    assert "no Options sheet with options" in result.stderr


def test_a_faulty_workbook_is_told_with_its_cells(tmp_path: Path) -> None:
    file = made(tmp_path, sheets(Options=[HEADINGS, ["a", "Rul"]]))
    result = run("batch", file, "-o", tmp_path / "out.xlsx")
    assert result.exit_code == 3
    assert "Options!B2" in result.stderr


def test_one_engine_at_a_time(tmp_path: Path) -> None:
    file = made(tmp_path, sheets())
    words = ["--cluster", "tcp://x:1", "--local-cluster", 2]
    result = run("batch", file, "-o", tmp_path / "out.xlsx", *words)
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("name", "file"),
    [("8 h / 12 h", "8 h - 12 h"), ("..", "option"), ("a?*", "a")],
)
def test_any_name_makes_a_file_name(name: str, file: str) -> None:
    assert file_name(name) == file
