"""Every sheet, read the way managers fill it in."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rota.calendar import DAY, Basis, Nation, NightPeriod, instant
from rota.domain import (
    AbsenceKind,
    Contract,
    Kind,
    PairKind,
    Strength,
    Wish,
)
from rota.io.read import read
from tests.io.workbooks import (
    COVER,
    SERVICE,
    SHIFT_TYPES,
    START,
    WORKERS,
    Rows,
    dates,
    faults,
    made,
    sheets,
    with_cell,
    with_row,
)


def problem(tmp_path: Path, **changes: Any) -> Any:
    return read(made(tmp_path, sheets(**changes))).problem


def test_four_sheets_are_enough(tmp_path: Path) -> None:
    loaded = read(made(tmp_path, sheets()))
    assert loaded.problem.name == "Rowan House"
    assert loaded.problem.end == date(2026, 12, 20)
    assert [w.id for w in loaded.problem.workers] == [
        "Ana Silva",
        "Ben Okoro",
        "Cara Jones",
    ]
    assert len(loaded.problem.shifts) == 14 * 5
    assert len(loaded.roster) == 0
    assert loaded.person_word == "person"
    assert any(
        note.startswith("3 of 3 have no opt-out") for note in loaded.notes
    )


def test_service(tmp_path: Path) -> None:
    rows = [
        ["A title", None],
        [None, None],
        ["Service name:", "Rowan and Birch"],
        ["Kind", "Supported Living"],
        ["Nation", "Scotland"],
        ["Start date", "07/12/2026"],
        ["Ends", "3 Jan 2027"],
        ["Units", "Rowan, Birch"],
        ["Bank holiday basis", "substitute"],
        ["Travel Rowan to Birch", 15],
        ["History known from", "01/12/2026"],
        ["Night from", "00:00"],
        ["Night ends", "07:30"],
    ]
    loaded = read(made(tmp_path, sheets(Service=rows)))
    found = loaded.problem
    assert (found.nation, found.holiday_basis) == (
        Nation.SCOTLAND,
        Basis.SUBSTITUTE,
    )
    assert (found.end, found.units) == (date(2027, 1, 3), ("Rowan", "Birch"))
    assert found.travel[0].minutes == 15
    assert found.known_from == date(2026, 12, 1)
    assert found.night_period == NightPeriod(DAY, 450)
    assert loaded.person_word == "tenant"


def test_shift_types(tmp_path: Path) -> None:
    rows = with_row(
        [[*SHIFT_TYPES[0], "Skills needed", "Contract hours", "Colour"]],
        ["E", "Early", time(7), time(15), None, 30, None, None, None, "blue"],
        [
            "L",
            None,
            0.5833333,
            "10pm",
            "day",
            "30",
            None,
            "Medication",
            7,
            None,
        ],
        [
            "N",
            "Night",
            "22.00",
            "7",
            "Waking night",
            0,
            None,
            None,
            None,
            None,
        ],
    )
    early, late, night = problem(tmp_path, Shift_types=rows).shift_types
    assert (early.start, early.colour) == (time(7), "BDD7EE")
    assert (late.start, late.end, late.contract) == (time(14), time(22), 420)
    assert late.skills == ("medication",)
    assert night.kind is Kind.WAKING
    assert night.on(START).contract == 540


def test_cover_by_code_band_and_clock_time(tmp_path: Path) -> None:
    rows = [
        ["Shift", "From", "To", "At", "Days", "Min", "Skill", "How many"],
        ["E", None, None, None, "weekday", 2, None, None],
        ["E", None, None, None, "Sat", 1, "Lead", 1],
        [None, "20:00", "08:00", None, None, 1, None, None],
        [None, None, None, time(9), "Mon-Fri", None, "medication", 1],
    ]
    found = problem(tmp_path, Cover=rows).demands
    early = [d for d in found if d.codes and not d.skill]
    assert [d.minimum for d in early] == [2, 2, 2, 2, 2, 1] * 2
    assert early[0].codes == ("E", "LD")
    rounds = [d for d in found if d.occasion]
    assert len(rounds) == 10
    assert rounds[0].skill == "medication"
    assert rounds[0].begins == instant(START, 9 * 60)
    assert len([d for d in found if d.skill == "lead"]) == 2
    nights = [d for d in found if not d.codes and not d.occasion]
    assert nights[0].length == 12 * 60


def test_cover_of_units(tmp_path: Path) -> None:
    service = with_row(SERVICE, ["Units", "Rowan, Birch"])
    rows = [
        ["Unit", "Shift", "Minimum"],
        ["Rowan", "E", 2],
        ["each", "L", 1],
        [None, "N", 1],
    ]
    found = problem(tmp_path, Service=service, Cover=rows)
    first = [d for d in found.demands if d.date == START]
    assert [(d.unit_id, d.codes[0]) for d in first] == [
        ("Rowan", "E"),
        ("Birch", "L"),
        ("Rowan", "L"),
        ("", "N"),
    ]
    assert len(found.shifts) == 14 * 5 * 2


def test_workers_with_everything(tmp_path: Path) -> None:
    row = {
        "First": "Dee",
        "Surname": "Obi",
        "Role": "Senior",
        "WTE": 0.8,
        "Payroll": "00417",
        "Contract": "Part-time",
        "Shifts": "e, L, SI",
        "Sleep-ins": "N",
        "Driver": "Y",
        "Own car": "Y",
        "Business insurance until": "31/12/2026",
        "Lead": "Yes",
        "Start": "01/02/2020",
        "Right to work until": date(2027, 1, 1),
        "No nights until": "20/12/2026",
        "Weekly cap": 20,
        "Opt-out": "Y",
        "Brought forward": -3.5,
        "Pay per hour": "£13.10",
    }
    headings = ["Name" if name == "First" else name for name in row]
    rows = [["Staff list"], [], headings, list(row.values())]
    worker = problem(tmp_path, Workers=rows).workers[0]
    assert (worker.id, worker.name) == ("00417", "Dee Obi")
    assert worker.weekly_minutes == 1800
    assert worker.shift_codes == ("E", "L")
    assert worker.driving is not None
    assert worker.driving.drives(date(2026, 12, 31))
    assert not worker.driving.drives(date(2027, 1, 1))
    assert worker.holds("lead", START)
    assert worker.no_nights_from == START
    assert worker.caps[0].minutes == 1200
    assert worker.opted_out is True
    assert (worker.brought_forward, worker.pay_pence) == (-210, 1310)


def test_bank_staff_need_no_hours_and_nights_can_be_left_out(
    tmp_path: Path,
) -> None:
    rows = with_row(WORKERS, ["Eve Hart", "Carer", None, None, None])
    rows = [[*row, None] for row in rows]
    rows[0][-1], rows[-1][-1] = "Contract", "Zero hours"
    ana, ben, _, eve = problem(tmp_path, Workers=rows).workers
    assert ana.shift_codes == ()
    assert ben.shift_codes == ("E", "L", "LD", "SI")
    assert (eve.contract, eve.weekly_minutes) == (Contract.BANK, 0)


def test_who_works_no_nights_is_kept_from_those_of_the_agreement(
    tmp_path: Path,
) -> None:
    service = with_row(SERVICE, ["Night from", "21:00"])
    service = with_row(service, ["Night to", "05:00"])
    shifts = with_row(SHIFT_TYPES, ["Q", "Twilight", "15:00", "00:00"])
    changes = {"Shift_types": shifts, "Workers": WORKERS}
    found = problem(tmp_path, Service=service, **changes)
    assert "Q" not in found.workers[1].shift_codes
    assert found.duty[f"{START}:Q:"].is_night
    usual = problem(tmp_path, **changes)
    assert "Q" in usual.workers[1].shift_codes
    assert not usual.duty[f"{START}:Q:"].is_night


def test_an_unlawful_night_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    service = with_row(SERVICE, ["Night to", time(4, 0)])
    (fault,) = faults(made(tmp_path, sheets(Service=service)))
    assert fault.value == "04:00"


def test_two_people_with_one_name_are_told_apart_by_payroll(
    tmp_path: Path,
) -> None:
    rows = [
        ["Name", "Role", "Hours", "Payroll"],
        ["Sarah Hill", "Carer", 30, 11],
        ["Sarah Hill", "Carer", 30, 12],
    ]
    leave = [["Name", "From"], ["Sarah Hill (12)", START], [11, START]]
    found = problem(
        tmp_path, Workers=rows, Leave=leave, Cover=[COVER[0][:3], ["E", "", 1]]
    )
    assert [a.worker_id for a in found.absences] == ["12", "11"]


def test_training_as_a_list(tmp_path: Path) -> None:
    rows = [
        ["Name", "Course", "Valid from", "Expiry"],
        ["Ana Silva", "Medication", None, "14/12/2026"],
        ["Ben Okoro", "First Aid", "10/12/2026", None],
    ]
    loaded = read(made(tmp_path, sheets(Training=rows)))
    ana, ben, _ = loaded.problem.workers
    assert ana.holds("medication", date(2026, 12, 14))
    assert not ana.holds("medication", date(2026, 12, 15))
    assert not ben.holds("first aid", date(2026, 12, 9))
    assert ben.holds("first aid", date(2027, 12, 9))
    assert any("runs out on Mon 14 Dec" in note for note in loaded.notes)


def test_training_as_a_matrix(tmp_path: Path) -> None:
    rows = [
        ["Training matrix"],
        ["Name", "Role", "Medication", "Moving and handling"],
        ["Ana Silva", "Senior", date(2026, 12, 10), "Y"],
        ["Ben Okoro", "Carer", None, "31/01/2027"],
        ["Cara Jones", "Carer", "n/a", "booked"],
    ]
    ana, ben, cara = problem(tmp_path, Training=rows).workers
    assert not ana.holds("medication", date(2026, 12, 11))
    assert ana.holds("moving and handling", date(2030, 1, 1))
    assert ben.holds("moving and handling", date(2027, 1, 31))
    assert not cara.holds("moving and handling", START)


def test_patterns_roll_over_the_dates(tmp_path: Path) -> None:
    rows = [
        ["Name", "Week", "Starts", "Firm", "Mon", "Tue", "Sat", "Sun"],
        ["Ana Silva", 1, "30/11/2026", "Firm", "E", "E/L", "OFF", "OFF"],
        ["Ana Silva", 2, None, None, None, "L", "L", "9-3"],
    ]
    found = problem(tmp_path, Patterns=rows)
    days = found.pattern_of
    assert days["Ana Silva", date(2026, 12, 8)].codes == ("L",)
    assert days["Ana Silva", date(2026, 12, 13)].codes == ("9-3",)
    assert days["Ana Silva", date(2026, 12, 14)].codes == ("E",)
    assert days["Ana Silva", date(2026, 12, 14)].firm
    assert days["Ana Silva", date(2026, 12, 15)].codes == ("E", "L")
    assert days["Ana Silva", date(2026, 12, 19)].codes == ()
    assert ("Ana Silva", date(2026, 12, 7)) not in days
    own = [shift for shift in found.shifts if shift.code == "9-3"]
    assert [shift.invited for shift in own] == [("Ana Silva",)]


def test_patterns_in_term_and_school_holidays(tmp_path: Path) -> None:
    holidays = [
        ["Date", "To", "Name", "What"],
        ["01/09/2026", "11/12/2026", "Autumn", "term"],
    ]
    rows = [
        ["Name", "When", "Mon", "Fri"],
        ["Ben Okoro", "Term time", "E", "E"],
        ["Ben Okoro", "school holidays", "OFF", None],
    ]
    days = problem(tmp_path, Bank_holidays=holidays, Patterns=rows).patterns
    assert [(d.date.day, d.codes) for d in days] == [
        (7, ("E",)),
        (11, ("E",)),
        (14, ()),
    ]


def test_availability(tmp_path: Path) -> None:
    workers = with_row(
        [[*WORKERS[0], "Contract"]],
        ["Ana Silva", "Senior", 37.5, None, None, None],
        ["Fay Lunt", "Carer", None, None, None, "bank"],
        ["Gus Agency", "Carer", None, None, None, "agency"],
    )
    rows = [
        ["Name", "From", "To", "Days", "From time", "To time", "Status",
         "Booked"],
        ["Ana Silva", None, None, "Wed", "17:00", "23:00", "Never", None],
        ["Fay Lunt", "12/12/2026", None, None, None, None, "Yes", None],
        ["Gus Agency", "13/12/2026", None, None, None, None, None, "N"],
    ]  # fmt: skip
    cover = [["Shift", "Minimum"], ["E", 1]]
    found = problem(tmp_path, Workers=workers, Availability=rows, Cover=cover)
    barred = found.availability_of["Ana Silva"]
    assert [window.offered for window in barred] == [False, False]
    assert barred[0].begins == instant(date(2026, 12, 9), 17 * 60)
    offer = found.availability_of["Fay Lunt"][0]
    assert offer.begins == instant(date(2026, 12, 12))
    assert offer.ends == instant(date(2026, 12, 13), 7 * 60)
    assert [p.duty_id for p in found.pinned] == ["2026-12-13:N:"]


def test_leave_requests_and_pairs(tmp_path: Path) -> None:
    leave: Rows = [
        ["Name", "First", "Last", "Type", "From time", "To time"],
        ["Ana Silva", "08/12/2026", "10/12/2026", "A/L", None, None],
        ["Ben Okoro", "08/12/2026", None, "Sickness", None, None],
        ["Cara Jones", "08/12/2026", None, "unpaid", "09:00", "12:00"],
    ]
    leave[1][3] = "Annual leave"
    requests = [
        ["Name", "Date", "Last", "Wants", "Priority"],
        ["Ana Silva", "19/12/2026", "22/12/2026", "OFF", "High"],
        ["Ben Okoro", "19/12/2026", None, "e", None],
        ["Cara Jones", "19/12/2026", None, "Not  l", None],
    ]
    pairs = [
        ["Name", "And", "Kind"],
        ["Ana Silva", "Ben Okoro", "Never together"],
        ["Ben Okoro", "Cara Jones", "together"],
    ]
    found = problem(tmp_path, Leave=leave, Requests=requests, Pairs=pairs)
    assert [a.kind for a in found.absences] == [
        AbsenceKind.LEAVE,
        AbsenceKind.SICK,
        AbsenceKind.UNPAID,
    ]
    assert (found.absences[2].starts, found.absences[2].ends) == (540, 720)
    assert [(r.date.day, r.code, r.wish) for r in found.requests] == [
        (19, "", Wish.HIGH),
        (20, "", Wish.HIGH),
        (19, "E", Wish.NORMAL),
        (19, "L", Wish.NORMAL),
    ]
    assert [r.avoid for r in found.requests] == [False, False, False, True]
    assert [pair.kind for pair in found.pairs] == [
        PairKind.NEVER_TOGETHER,
        PairKind.TOGETHER_WHEN_POSSIBLE,
    ]


def test_diary(tmp_path: Path) -> None:
    rows = [
        ["Title", "Date", "Start", "End", "Who", "Share", "Paid hours",
         "Counts in cover"],
        ["Team meeting", "09/12/2026", "13:00", "15:00", None, 0.8],
        ["Supervision", "10/12/2026", "10:00", "11:00", "Ana Silva, seniors",
         None, 1.5, "Yes"],
    ]  # fmt: skip
    meeting, supervision = problem(tmp_path, Diary=rows).diary
    assert (meeting.code, meeting.share, meeting.needed) == ("TM", 80, 3)
    assert meeting.kind is Kind.TRAINING
    assert supervision.invited == ("Ana Silva",)
    assert (supervision.kind, supervision.contract) == (Kind.WAKING, 90)


def test_rules(tmp_path: Path) -> None:
    rows = [
        ["Rule", "Strength", "Price £", "Setting", "Value", "Worker", "From"],
        ["Rest", None, None, "hours", 12, None, None],
        ["Requests", "High", None, None, None, None, None],
        ["Pattern kept", "Medium", 45, None, None, None, None],
        ["Rest", "Watch", None, None, None, "Ana Silva", "10/12/2026"],
    ]
    before = problem(tmp_path)
    found = problem(tmp_path, Rules=rows)
    assert found.rule("rest").hours == 12
    assert found.rule("rest").overrides[0].strength is Strength.WATCH
    assert found.rule("requests").price == 2 * before.rule("requests").price
    assert found.rule("pattern kept").price == 4500
    assert [r.id for r in found.rules] == [r.id for r in before.rules]


def test_rules_whose_settings_are_pairs(tmp_path: Path) -> None:
    rows = [
        ["Rule", "Strength", "Setting", "Value"],
        ["Successions", "Must", "never", "L then E,N then  E"],
        ["Same shift in a row", "High", "most", "E=3, N = 2"],
        ["Most of a shift", "Must", "most", "N=4"],
    ]
    found = problem(tmp_path, Rules=rows)
    successions = found.rule("successions")
    assert successions.strength is Strength.MUST
    assert successions.never == (("L", "E"), ("N", "E"))
    assert found.rule("same shift in a row").most == (("E", 3), ("N", 2))
    assert found.rule("most of a shift").most == (("N", 4),)


def test_numbers_that_one_person_agreed(tmp_path: Path) -> None:
    rows = [
        ["Rule", "Strength", "Setting", "Value", "Worker", "From"],
        ["Days in a row", None, "most", 4, "Ana Silva", None],
        ["Days in a row", None, "most", 6, None, None],
        ["Most hours", "Must", "most", 150, None, None],
        ["Most hours", None, "most", 80, "Ben Okoro", None],
        ["Most weekends", "Must", None, None, None, None],
        ["Most weekends", None, "most", 1, "Ben Okoro", "01/01/2020"],
        ["Fewest shifts", None, "least", 3, "Ben Okoro", "01/01/2090"],
    ]
    found = problem(tmp_path, Rules=rows)
    days = found.rule("days in a row")
    ana, ben = found.worker["Ana Silva"], found.worker["Ben Okoro"]
    assert (days.limit(ana), days.limit(ben)) == (4, 6)
    hours = found.rule("most hours")
    assert (hours.limit(ana), hours.limit(ben)) == (150 * 60, 80 * 60)
    assert found.rule("most weekends").own == (("Ben Okoro", 1),)
    assert found.rule("fewest shifts").own == ()


def test_bank_holidays_added_and_taken_off(tmp_path: Path) -> None:
    service = with_cell(SERVICE, 2, 2, date(2026, 12, 21))
    rows = [
        ["Date", "Name", "What"],
        ["28/12/2026", "Boxing Day", "remove"],
        ["29/12/2026", "Founder's day", "add"],
    ]
    cover = [["Shift", "Days", "Minimum"], ["E", "bank holiday", 3]]
    found = problem(tmp_path, Service=service, Bank_holidays=rows, Cover=cover)
    assert date(2026, 12, 28) not in found.holidays
    asked = [d.date.day for d in found.demands]
    assert asked == [25, 26, 29, 1]


def test_history_as_a_list(tmp_path: Path) -> None:
    rows = [
        [
            "Name",
            "Date",
            "Shift",
            "Hours",
            "Days of leave",
            "Carried",
            "Count",
        ],
        ["Ana Silva", "05/12/2026", "N", None, None, None, None],
        ["Ben Okoro", "06/12/2026", "9-3", None, None, None, None],
        ["Ben Okoro", "24/11/2026", None, 44.5, 1, None, None],
        ["Cara Jones", None, None, None, None, "Nights", 7],
        ["Somebody Left", "01/12/2026", "E", None, None, None, None],
    ]
    loaded = read(made(tmp_path, sheets(History=rows)))
    found = loaded.problem
    assert len(found.past) == 2
    assert found.duty["2026-12-05:N:"].ends == instant(date(2026, 12, 6), 420)
    assert found.week_totals[0].monday == date(2026, 11, 23)
    assert found.week_totals[0].minutes == 2670
    assert found.carried == {("Cara Jones", "nights"): 7}
    assert found.known_from == date(2026, 12, 5)
    assert any("Somebody Left" in note for note in loaded.notes)


def test_history_as_the_last_rota(tmp_path: Path) -> None:
    before = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2)]
    rows = [["Name", *before], ["Ana Silva", "E", "OFF", "N"]]
    found = problem(tmp_path, History=rows)
    assert [entry.duty_id for entry in found.past] == [
        "2026-11-30:E:",
        "2026-12-02:N:",
    ]
    assert found.known_from == before[0]


def test_sheets_with_other_names_and_misspelt_columns(tmp_path: Path) -> None:
    content = sheets()
    content["STAFF"] = [
        [*WORKERS[0], "Brougth forward", "Shoe size"],
        *WORKERS[1:],
    ]
    del content["Workers"]
    loaded = read(made(tmp_path, content))
    assert len(loaded.problem.workers) == 3
    odd = [note for note in loaded.notes if "is not read" in note]
    assert len(odd) == 1
    assert "'Brought forward'" in odd[0]


def test_a_workbook_open_in_excel_is_read_as_last_saved(
    tmp_path: Path,
) -> None:
    file = made(tmp_path, sheets())
    file.with_name("~$rowan.xlsx").touch()
    assert any("open in Excel" in note for note in read(file).notes)


def test_headings_repeated_in_the_middle_are_passed_over(
    tmp_path: Path,
) -> None:
    rows = [*WORKERS, [], WORKERS[0], ["Dan Ross", "Carer", 20, None, None]]
    assert len(problem(tmp_path, Workers=rows).workers) == 4


@pytest.mark.parametrize("cell", [datetime(2026, 12, 7), "07/12/2026"])
def test_text_dates_and_real_dates_mean_the_same(
    tmp_path: Path, cell: Any
) -> None:
    service = with_cell(SERVICE, 2, 2, cell)
    assert problem(tmp_path, Service=service).start == START


def test_macro_workbooks_and_other_sheets_do_not_matter(
    tmp_path: Path,
) -> None:
    file = made(tmp_path, sheets())
    workbook = openpyxl.load_workbook(file)
    workbook.create_sheet("Petty cash").append(["Tea", 3.2])
    workbook.save(file)
    assert read(file).problem.dates == tuple(dates())
