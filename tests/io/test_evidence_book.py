"""The inspector's pack as a workbook."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from rota.checker import check
from rota.cli import main
from rota.errors import OutputError
from rota.evidence import Evidence
from rota.examples import EXAMPLES, write_example
from rota.io.evidence_book import PAGES, changes_since, write_evidence
from rota.io.read import read
from rota.io.write import write
from rota.result import Result, Status
from rota.roster import Roster
from tests.io.workbooks import Rows, dates, made, sheets

WORKERS: Rows = [
    ["Name", "Role", "Hours", "Skills", "Opt-out", "No nights until"],
    ["Ana Silva", "Senior", 37.5, "Medication", "Y", None],
    ["Ben Okoro", "Support worker", 30, None, None, "31/12/2026"],
    ["=Cara Jones", "Support worker", 22.5, "Medication", "N", None],
]
ROTA: Rows = [
    ["Name", *dates(7)],
    ["Ana Silva", "L", "E", None, "N", "AL", None, "LD"],
    ["Ben Okoro", "E", "L", "L", None, "S", None, "E"],
]
RULES: Rows = [
    ["Rule", "Strength", "Worker", "From", "To", "Reason", "Approver"],
    ["rest", "Watch", "Ana Silva", dates()[1], dates()[1],
     "agreed after a night call", "J. Hall"],
    ["no nights", "Watch", "Ben Okoro", None, None, "secret", "J. Hall"],
]  # fmt: skip


def book(tmp_path: Path, **changes: Any) -> Path:
    workers = [list(row) for row in WORKERS]
    workers[3][0] = "Cara Jones"
    given = {"Rota": ROTA, "Workers": workers, "Rules": RULES} | changes
    return made(tmp_path, sheets(**given))


def pack_of(file: Path) -> Evidence:
    loaded = read(file)
    return Evidence.of(
        loaded.problem, loaded.roster, loaded.pay.worked, loaded.changed
    )


def texts(path: Path, title: str) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path)[title]
    return list(sheet.iter_rows(values_only=True))


def said(path: Path, title: str) -> str:
    rows = texts(path, title)
    return "\n".join(
        " | ".join(str(value) for value in row if value is not None)
        for row in rows
    )


@pytest.fixture
def written(tmp_path: Path) -> Path:
    file = book(tmp_path)
    return write_evidence(pack_of(file), tmp_path / "pack.xlsx", file)


def test_there_is_a_page_for_every_question(written: Path) -> None:
    names = openpyxl.load_workbook(written).sheetnames
    assert names == ["Front", *PAGES]


def test_the_front_says_what_it_is_and_what_is_not_known(
    tmp_path: Path, written: Path
) -> None:
    front = said(written, "Front")
    assert "Confidential" in front
    assert "Not known, and not taken to be zero" in front
    assert "What was published is not known" in front
    digest = hashlib.sha256(book(tmp_path).read_bytes()).hexdigest()
    assert len(digest) == 64
    assert "Workbook (SHA-256)" in front


def test_rest_that_was_short_is_owed_and_has_its_approver(
    written: Path,
) -> None:
    rest = said(written, "Rest")
    line = next(one for one in rest.splitlines() if "Ana Silva" in one)
    assert "Mon 7 Dec 14:00" in line
    assert "J. Hall" in line


def test_an_exception_shows_who_and_why_but_nothing_private(
    written: Path,
) -> None:
    page = said(written, "Exceptions")
    assert "agreed after a night call | J. Hall" in page
    assert "Who may work what" in page
    for title in openpyxl.load_workbook(written).sheetnames:
        everything = said(written, title).casefold()
        for private in ("secret", "no nights", "certificate", "sick |"):
            assert private not in everything, title


def test_days_away_are_counted_and_never_why(written: Path) -> None:
    page = said(written, "Working time")
    assert "Days away" in page
    assert "sick" not in page.replace("leave or sickness", "")


def test_a_name_is_never_a_formula(tmp_path: Path) -> None:
    pack = pack_of(book(tmp_path))
    odd = pack.problem.replace(
        name="=1+1",
        workers=tuple(
            w.replace(name=f"=HYPERLINK({w.name})")
            for w in pack.problem.workers
        ),
    )
    again = Evidence.of(odd, Roster(odd, pack.roster.pairs))
    place = write_evidence(again, tmp_path / "odd.xlsx")
    for sheet in openpyxl.load_workbook(place).worksheets:
        for row in sheet.iter_rows():
            assert not [c for c in row if c.data_type == "f"], sheet.title


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"written as \.xlsx"):
        write_evidence(pack_of(book(tmp_path)), tmp_path / "pack.csv")


# -- changes after publication ------------------------------------------------


def published(tmp_path: Path) -> Path:
    """Write the rota as the program does, so that it remembers it."""
    file = book(tmp_path)
    loaded = read(file)
    problem = loaded.problem.replace(pinned=(), kept=())
    roster = Roster(problem, loaded.roster.pairs)
    report = check(problem, roster)
    result = Result(problem, roster, report, Status.FEASIBLE, 1.0, 0)
    return write(result, tmp_path / "published.xlsx", file).path


def test_a_rota_that_was_never_written_has_no_memory(tmp_path: Path) -> None:
    assert read(book(tmp_path)).changed is None


def test_a_rota_as_it_was_written_has_no_changes(tmp_path: Path) -> None:
    assert read(published(tmp_path)).changed == ()


def changed_by_hand(tmp_path: Path) -> Path:
    file = published(tmp_path)
    workbook = openpyxl.load_workbook(file)
    sheet = workbook["Rota"]
    for row in sheet.iter_rows():
        if row[0].value == "Ben Okoro":
            filled = [cell for cell in row if cell.value in ("E", "L")]
            filled[0].value = "L"
            filled[1].value = None
            filled[2].value = "L*"  # kept, and not changed
    place = tmp_path / "changed.xlsx"
    workbook.save(place)
    return place


def test_cells_changed_by_hand_are_found(tmp_path: Path) -> None:
    loaded = read(changed_by_hand(tmp_path))
    found = [
        (one.worker, one.date, one.one, one.other)
        for one in loaded.changed or ()
    ]
    assert found == [
        ("Ben Okoro", dates()[0], "E", "L"),
        ("Ben Okoro", dates()[1], "L", ""),
    ]


def test_the_command_compares_with_what_was_published(
    tmp_path: Path,
) -> None:
    before, after = published(tmp_path), changed_by_hand(tmp_path)
    by_memory = read(after).changed
    given = changes_since(read(after), read(before))
    assert given == by_memory
    out = tmp_path / "pack.xlsx"
    typed = ["evidence", str(after), "--published", str(before), "-o"]
    answer = CliRunner().invoke(main, [*typed, str(out)])
    assert answer.exit_code == 0, answer.output
    assert "Changes after publication: 2;" in answer.output
    page = said(out, "Changes")
    assert "Ben Okoro | 2026-12-08 00:00:00 | L | off | No" in page


def test_the_command_says_what_is_not_known(tmp_path: Path) -> None:
    file, out = book(tmp_path), tmp_path / "pack.xlsx"
    answer = CliRunner().invoke(main, ["evidence", str(file), "-o", str(out)])
    assert answer.exit_code == 0, answer.output
    assert "not taken to be zero" in answer.output
    assert str(out) in answer.output


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("command", ["hours", "evidence"])
def test_both_commands_run_on_every_example(
    tmp_path: Path, command: str, name: str
) -> None:
    file, out = tmp_path / "example.xlsx", tmp_path / "out.xlsx"
    write_example(name, file)
    answer = CliRunner().invoke(main, [command, str(file), "-o", str(out)])
    assert answer.exit_code == 0, answer.output
    assert out.exists()
