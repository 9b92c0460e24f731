"""The pages about support plans: there with clients, and only then."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rota.checker import check
from rota.commissioned import commissioned_hours
from rota.domain import (
    Assignment,
    Problem,
    Qualification,
    Support,
    Worker,
)
from rota.io.memory import filled_session, read_memory
from rota.io.pages.commissioned import Heading, draw
from rota.io.pages.plans import day_titles
from rota.io.text import check_text
from rota.io.write import PLAN_TITLES, TITLES, write
from rota.result import Result, Status
from rota.roster import Roster
from tests.plans import MONDAY, NAMES, TENANTS, given, house

ABBOT, BELL, CARR, DUNN = TENANTS


def result_of(problem: Problem, roster: Roster) -> Result:
    report = check(problem, roster)
    return Result(problem, roster, report, Status.FEASIBLE, 1.0, 0)


def opened(
    path: Path, problem: Problem, roster: Roster, source: Path | None = None
) -> Workbook:
    written = write(
        result_of(problem, roster), path, source, person_word="tenant"
    )
    return openpyxl.load_workbook(written.path)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    problem = house()
    path = tmp_path_factory.mktemp("out") / "out.xlsx"
    return opened(path, problem, given(problem))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    problem = house()
    path = tmp_path_factory.mktemp("out") / "empty.xlsx"
    return opened(path, problem, Roster(problem, ()))


def texts(sheet: Worksheet) -> list[str]:
    return [
        str(cell.value)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


def rows_under(sheet: Worksheet, heading: str) -> list[tuple[object, ...]]:
    """Give the rows of a table from its heading to the next empty row."""
    found: list[tuple[object, ...]] = []
    for row in sheet.iter_rows(values_only=True):
        if found and not any(cell not in (None, "") for cell in row):
            return found
        if found or row[0] == heading:
            found.append(row)
    return found


def test_pages_stand_in_their_order(book: Workbook) -> None:
    days = [f"{MONDAY + timedelta(days=n):%a %-d %b}" for n in range(7)]
    assert book.sheetnames == [
        "Summary",
        "Rota",
        "To fill",
        "By client",
        "Commissioned hours",
        "Checks",
        "Hours",
        "Fair share",
        "Sessions",
        "About",
        *days,
        "_rota",
    ]


def test_without_clients_there_are_none(tmp_path: Path) -> None:
    problem = house(clients=(), plan_lines=(), sessions=(), client_away=())
    book = opened(tmp_path / "out.xlsx", problem, Roster(problem, ()))
    assert tuple(book.sheetnames[:-1]) == TITLES
    assert not set(PLAN_TITLES) & set(book.sheetnames)
    said = " ".join(texts(book["Summary"]))
    assert "Support plans" not in said
    assert "not given" not in said


# -- by client ----------------------------------------------------------------


def test_a_clients_week_names_people(book: Workbook) -> None:
    problem, said = house(), texts(book["By client"])
    roster = given(problem)
    for session in problem.sessions:
        for one in roster.times_of(session.id):
            names = [w.name for w in roster.workers_on(one.id)]
            kind = str(one.line.kind)
            block = "\n".join((f"{one.times}  {kind}", *names))
            assert block in said


def test_the_word_for_client_is_theirs(book: Workbook) -> None:
    said = " ".join(texts(book["By client"]))
    assert "Elm House: by tenant" in said
    assert "client" not in said
    assert "Tenant" in texts(book["Commissioned hours"])
    assert "Tenant" in texts(book["Mon 14 Dec"])


def test_faces_are_counted_and_named(book: Workbook) -> None:
    problem = house()
    roster = given(problem)
    people = {
        worker.name
        for session in problem.sessions_of_client[CARR]
        for one in roster.times_of(session.id)
        for worker in roster.workers_on(one.id)
    }
    rows = rows_under(book["By client"], "Tenant")
    [row] = [row for row in rows if row[0] == CARR]
    assert row[3] == len(people)
    assert all(name in str(row[5]) for name in people)


def test_too_many_faces_are_on_the_summary(tmp_path: Path) -> None:
    problem = house()
    clients = tuple(one.replace(faces=2) for one in problem.clients)
    problem = problem.replace(clients=clients)
    book = opened(tmp_path / "out.xlsx", problem, given(problem))
    said = " ".join(texts(book["Summary"]))
    assert "Who comes" in said
    assert "Miss Carr: 4 from Mon 14 Dec to Sun 20 Dec; at most 2" in said


# -- commissioned hours -------------------------------------------------------


def test_hours_are_numbers_and_worked_is_blank(book: Workbook) -> None:
    rows = rows_under(book["Commissioned hours"], "Funder")
    [bell] = [row for row in rows if row[0] == "Eastham ICB"]
    assert bell[:5] == (
        "Eastham ICB",
        "NC-002",
        "H2",
        BELL,
        "community access",
    )
    assert bell[5] == datetime(2026, 12, 14)
    assert bell[6:8] == (6, 6)
    assert bell[8] is None
    sheet = book["Commissioned hours"]
    assert sheet.auto_filter.ref.startswith("A4:N")
    said = texts(sheet)
    assert any("Worked is blank: these weeks were not over" in x for x in said)


def test_those_without_a_funder_come_last(book: Workbook) -> None:
    problem = house()
    plans = tuple(
        one.replace(funder="") if one.kind is Support.APPOINTMENT else one
        for one in problem.plan_lines
    )
    problem = problem.replace(plan_lines=plans)
    own = openpyxl.Workbook()
    weeks = commissioned_hours(problem, given(problem))
    sheet = own.create_sheet()
    draw(sheet, Heading("Elm House", "", "tenant"), weeks)
    rows = rows_under(sheet, "Funder")[1:]
    assert [row[0] for row in rows].index("No funder") == len(rows) - 1
    sums = rows_under(sheet, "By funder and kind")
    assert sums[-1][0] == "All without a funder"


def test_sums_are_those_of_the_lines(book: Workbook) -> None:
    sheet = book["Commissioned hours"]
    lines = rows_under(sheet, "Funder")[1:]
    sums = rows_under(sheet, "By funder and kind")[1:]
    for funder in ("Eastham ICB", "Northshire Council"):
        mine = [float(str(row[7])) for row in lines if row[0] == funder]
        [total] = [row for row in sums if row[0] == f"All {funder}"]
        assert total[7] == sum(mine)


# -- sessions -----------------------------------------------------------------


def test_sessions_are_a_plain_table(book: Workbook) -> None:
    rows = list(book["Sessions"].iter_rows(values_only=True))
    assert rows[0] == (
        "Date",
        "From",
        "To",
        "Client",
        "Support",
        "Who",
        "Keep",
    )
    problem = house()
    roster = given(problem)
    held = [t for s in problem.sessions for t in roster.times_of(s.id)]
    assert len(rows) == len(held) + 1
    [dunn] = [row for row in rows if row[3] == DUNN]
    assert dunn[:3] == (datetime(2026, 12, 16), time(14, 20), time(15, 50))
    assert dunn[4] == "appointment"
    both = {row[5] for row in rows if row[4] == "2:1"}
    assert all(str(names).count(", ") == 1 for names in both)


def test_what_the_program_filled_is_remembered(tmp_path: Path) -> None:
    problem = house()
    roster = given(problem)
    [session] = problem.sessions_of_client[DUNN]
    [one] = roster.times_of(session.id)
    [worker] = roster.workers_on(one.id)
    pin = Assignment(worker_id=worker.id, duty_id=one.id)
    for pins, keep in (((), None), ((pin,), "yes")):
        book = opened(
            tmp_path / "out.xlsx", problem.replace(pinned=pins), roster
        )
        memory = read_memory(book)
        [row] = [
            row
            for row in book["Sessions"].iter_rows(values_only=True)
            if row[3] == DUNN
        ]
        assert (row[6] or None) == keep
        said = (one.client.id, one.date, one.times, "Appointment")
        assert filled_session(memory, *said, worker.name) is (not pins)
        assert not filled_session(memory, *said, "Somebody else")


def test_the_memory_of_the_rota_is_as_it_was(book: Workbook) -> None:
    problem = house()
    memory = read_memory(book)
    filled = [key for key in memory if key[0] == "rota"]
    assert len(filled) == sum(
        len({duty.date for duty in given(problem).by_worker[worker.id]})
        for worker in problem.workers
    )


# -- what is not given --------------------------------------------------------


def test_what_is_not_given_keeps_the_rota_from_being_ready(
    empty: Workbook,
) -> None:
    said = " ".join(texts(empty["Summary"]))
    assert "Not ready to publish" in said
    assert "38 h 30 of support not given" in said
    assert "Hours not given" in said
    assert "Mr Abbot, week of Mon 14 Dec: 14 h 1:1 not given." in said


def test_to_fill_names_the_client_and_no_worker(empty: Workbook) -> None:
    sheet = empty["To fill"]
    rows = rows_under(sheet, "Date, or week of")
    assert rows[0][5] == "Tenant"
    [bell] = [row for row in rows if row[5] == BELL]
    assert bell[0] == datetime(2026, 12, 14)
    assert bell[1:5] == ("10:00", "16:00", 6, "community access")
    assert str(bell[9]).startswith("any day of the week, between these")
    assert bell[8] == "service vehicle"
    said = " ".join(texts(sheet))
    assert not [name for name in NAMES if name in said]


def test_to_fill_asks_for_the_driver_of_a_trip(tmp_path: Path) -> None:
    problem = house()
    pairs = given(problem).pairs
    people = tuple(w.replace(driving=None) for w in problem.workers)
    problem = problem.replace(workers=people)
    book = opened(tmp_path / "out.xlsx", problem, Roster(problem, pairs))
    rows = rows_under(book["To fill"], "Date, or week of")
    asked = [row for row in rows if "a driver" in str(row[9])]
    roster = Roster(problem, pairs)
    assert len(asked) == len(check(problem, roster).of("trip driver")) > 1
    assert {row[8] for row in asked} == {"yes", "service vehicle"}


def test_a_time_nobody_gives_is_marked_on_its_day(empty: Workbook) -> None:
    said = texts(empty["Mon 14 Dec"])
    assert "to fill" in said
    assert "Miss Carr, Mon 14 Dec 09:00-11:00: 2 h 1:1 not given" in said


def test_checks_say_it_once(empty: Workbook) -> None:
    rows = list(empty["Checks"].iter_rows(values_only=True))
    mine = [r for r in rows if "Miss Carr, Mon 14 Dec" in str(r[4])]
    assert [row[0] for row in mine] == ["Not given"]
    assert not [row for row in rows if row[1] == "Support hours"]


def test_the_check_in_text_says_it_too() -> None:
    problem = house()
    said = check_text(check(problem, Roster(problem, ())))
    bare = " ".join(said.split())
    assert "Miss Carr, Mon 14 Dec 09:00-11:00: 2 h 1:1 not given." in bare
    assert "Sessions: 38 h 30 commissioned, 0 min of them given" in bare


# -- care ---------------------------------------------------------------------


def test_nothing_of_care_or_training_is_beside_a_name(tmp_path: Path) -> None:
    problem = house()
    plans = tuple(
        one.replace(skills=("epilepsy",), care_by=(NAMES[0],))
        for one in problem.plan_lines
    )
    people = tuple(
        Worker.model_validate(
            one.model_dump()
            | {"qualifications": (Qualification(skill="epilepsy"),)}
        )
        for one in problem.workers[:5]
    )
    problem = problem.replace(plan_lines=plans, workers=people)
    roster = Roster(problem, given(problem).pairs)
    book = opened(tmp_path / "out.xlsx", problem, roster)
    broken = check(problem, roster).of("personal care")
    assert broken
    for title in book.sheetnames:
        if title not in ("About", "_rota"):
            said = " ".join(texts(book[title])).casefold()
            assert "epilepsy" not in said, title
            assert "personal care" not in said, title


@pytest.mark.parametrize("name", ["=1+1", "+44", "-Ann", "@SUM(A1)"])
def test_a_name_never_becomes_a_formula(tmp_path: Path, name: str) -> None:
    problem = house(days=2)
    clients = tuple(one.replace(name=name) for one in problem.clients[:1])
    problem = problem.replace(clients=(*clients, *problem.clients[1:]))
    book = opened(tmp_path / "out.xlsx", problem, given(problem))
    for title in book.sheetnames:
        for row in book[title].iter_rows():
            assert all(cell.data_type != "f" for cell in row), title
    assert name in texts(book["Sessions"])
    assert name in texts(book["Mon 14 Dec"])


# -- a run after another ------------------------------------------------------


def test_a_second_run_replaces_the_pages(tmp_path: Path) -> None:
    problem = house()
    first = tmp_path / "first.xlsx"
    opened(first, problem, given(problem))
    later = house(days=3)
    book = opened(tmp_path / "second.xlsx", later, given(later), first)
    assert book.sheetnames.count("Sessions") == 1
    days = [title for title in book.sheetnames if title.endswith("Dec")]
    assert days == ["Mon 14 Dec", "Tue 15 Dec", "Wed 16 Dec"]


def test_their_own_sheets_of_those_names_stay(tmp_path: Path) -> None:
    own = openpyxl.Workbook()
    own.worksheets[0].title = "sessions"
    own["sessions"].append(("Date", "Who"))
    own["sessions"].append((date(2026, 12, 14), "Ana"))
    own.create_sheet("Mon 14 Dec")["A1"] = "mine"
    source = tmp_path / "own.xlsx"
    own.save(source)
    problem = house()
    result = result_of(problem, given(problem))
    written = write(result, tmp_path / "out.xlsx", source)
    book = openpyxl.load_workbook(written.path)
    assert book["Mon 14 Dec"]["A1"].value == "mine"
    assert "Mon 14 Dec (rota)" in book.sheetnames
    assert book["sessions as typed"]["B2"].value == "Ana"
    assert any("sessions as typed" in note for note in written.notes)


def test_dates_of_two_years_have_names_of_their_own() -> None:
    days = [MONDAY, MONDAY.replace(year=2037), MONDAY.replace(day=15)]
    titles = day_titles(days)
    assert titles[days[0]] == "Mon 14 Dec 2026"
    assert titles[days[1]] == "Mon 14 Dec 2037"
    assert titles[days[2]] == "Tue 15 Dec"
