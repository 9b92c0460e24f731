"""Rest, training, cover, agency, alone, exceptions; and what is not known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rota.calendar import clock
from rota.domain import (
    Contract,
    Driving,
    Kind,
    Override,
    Qualification,
    Strength,
)
from rota.domain.cutting import sessions_of
from rota.domain.support import Client, PlanLine
from rota.evidence import Evidence
from rota.evidence.front import figures
from rota.payroll import Worked, as_worked
from rota.roster import Roster
from rota.rules.rest import Rest
from rota.rules.weekly_rest import WeeklyRest, WeeklyRestMode
from tests.chance import Chance
from tests.given import MONDAY, given, need, shift_type

WEEK = "Mon Tue Wed Thu Fri Sat Sun"


def pack(grid: str, **facts: Any) -> Evidence:
    case = given(grid, **facts)
    return Evidence.of(case.problem, case.roster)


# -- weekly rest --------------------------------------------------------------


def test_case_14_seven_nights_and_seven_off() -> None:
    grid = f"{WEEK} {WEEK}\nAna N N N N N N N . . . . . . ."
    weekly = WeeklyRest(mode=WeeklyRestMode.EVERY_WEEK)
    found = pack(grid, rules=(weekly,)).weekly_rest
    assert [one.is_kept for one in found] == [False, True]
    once = WeeklyRest(mode=WeeklyRestMode.ONCE_A_FORTNIGHT)
    (fortnight,) = pack(grid, rules=(once,)).weekly_rest
    assert fortnight.is_kept
    assert fortnight.is_long
    assert fortnight.longest == (7 * 24 - 8) * 60


def test_a_period_that_is_not_all_known_is_not_judged() -> None:
    weekly = WeeklyRest(mode=WeeklyRestMode.EVERY_WEEK)
    found = pack(
        "Wed Thu Fri Sat Sun\nAna E E E E E",
        start=date(2026, 6, 3),
        rules=(weekly,),
    )
    (one,) = found.weekly_rest
    assert not one.is_known
    assert any("are not judged" in line for line in found.unknown)


@pytest.mark.parametrize("seed", range(20))
def test_weekly_rest_is_as_the_check_finds_it(seed: int) -> None:
    chance = Chance(seed, days=28)
    mode = chance.rng.choice(list(WeeklyRestMode))
    problem = chance.problem(rules=(WeeklyRest(mode=mode),))
    found = Evidence.of(problem, chance.roster(problem, 0.4))
    checked = {
        (b.key.worker_id, b.key.date): b.amount for b in found.report.breaches
    }
    shown = {
        (one.worker.id, one.first): one.needed - one.found
        for one in found.weekly_rest
        if one.is_known and not one.is_kept
    }
    employed = {
        place: amount
        for place, amount in checked.items()
        if place in {(o.worker.id, o.first) for o in found.weekly_rest}
    }
    assert shown == employed


# -- rest ---------------------------------------------------------------------


def test_an_exception_to_rest_names_its_approver() -> None:
    override = Override(
        strength=Strength.WATCH,
        worker_id="Ana",
        first=MONDAY,
        last=MONDAY + timedelta(days=1),
        reason="sickness in the night",
        approver="J. Hall",
    )
    found = pack(
        f"{WEEK}\nAna L E . . . . .\nBen L E . . . . .",
        rules=(Rest(overrides=(override,)),),
    )
    ana, ben = found.rest_owed
    assert found.approver_of_rest(ana) == "J. Hall"
    assert found.approver_of_rest(ben) == ""
    (one,) = found.exceptions
    assert (one.used, one.lacks) == (1, ())


def test_an_exception_after_a_block_is_found_by_the_day_work_goes_on() -> None:
    override = Override(
        strength=Strength.WATCH,
        worker_id="Ana",
        first=MONDAY + timedelta(days=2),
        last=MONDAY + timedelta(days=2),
        approver="J. Hall",
    )
    found = pack(
        f"{WEEK}\nAna . L/SI L . . . .",  # seven hours on Wednesday morning
        rules=(Rest(overrides=(override,)),),
    )
    debt = found.rest_owed[0]
    assert found.approver_of_rest(debt) == "J. Hall"


def test_an_exception_without_a_reason_is_told() -> None:
    override = Override(strength=Strength.OFF, worker_id="Ana")
    found = pack(
        f"{WEEK}\nAna E . . . . . .", rules=(Rest(overrides=(override,)),)
    )
    (one,) = found.exceptions
    assert (one.used, one.lacks) == (0, ("reason", "approver"))
    assert any("lack a reason" in line for line in found.unknown)


def test_of_two_exceptions_the_first_one_is_made_use_of() -> None:
    both = (
        Override(strength=Strength.WATCH, worker_id="Ana", reason="one"),
        Override(strength=Strength.WATCH, reason="two"),
    )
    found = pack(
        f"{WEEK}\nAna L E . . . . .\nBen L E . . . . .",
        rules=(Rest(overrides=both),),
    )
    assert [one.used for one in found.exceptions] == [1, 1]


# -- training -----------------------------------------------------------------


def first_aider(expires: date | None) -> dict[str, Any]:
    held = Qualification(skill="first aid", expires=expires)
    return {"qualifications": (held,)}


def test_case_20_a_certificate_that_runs_out_in_the_week() -> None:
    demands = tuple(
        need(MONDAY + timedelta(days=n), "07:00-15:00", skill="first aid")
        for n in range(3)
    )
    found = pack(
        "Mon Tue Wed\nAna E E E",
        workers={"Ana": first_aider(date(2026, 6, 2))},
        demands=demands,
    )
    assert [one.is_valid for one in found.training] == [True, True, False]
    assert {one.expires for one in found.training} == {date(2026, 6, 2)}
    assert not any(one.is_needed for one in found.training)


def test_a_skill_that_the_shift_needs_is_listed_though_not_held() -> None:
    types = (shift_type("M", "09:00-17:00", skills=("medication",)),)
    found = pack("Mon\nAna M\nBen M", types=types, workers={
        "Ana": {"qualifications": (Qualification(skill="medication"),)},
    })  # fmt: skip
    ana, ben = found.training
    assert (ana.is_needed, ana.is_valid, ana.expires) == (True, True, None)
    assert (ben.is_recorded, ben.is_valid) == (False, False)
    assert any("no expiry date" in line for line in found.unknown)


def test_a_driver_is_valid_by_licence_and_insurance() -> None:
    driving = Driving(
        licence_until=date(2030, 1, 1),
        own_car=True,
        business_insured_until=date(2026, 6, 1),
    )
    found = pack(
        "Mon Tue\nAna E E",
        workers={"Ana": {"driving": driving}},
        demands=tuple(
            need(MONDAY + timedelta(days=n), "07:00-15:00", skill="driver")
            for n in range(2)
        ),
    )
    assert [one.is_valid for one in found.training] == [True, False]
    assert found.training[0].expires == date(2026, 6, 1)


def test_a_session_of_support_asks_for_its_skill_and_names_nobody() -> None:
    case = given("Mon\nAna E")
    client = Client(id="c1", name="Mrs Secret")
    line = PlanLine(
        id="p1", client_id="c1", starts=480, ends=600, skills=("epilepsy",)
    )
    problem = case.problem.replace(
        clients=(client,),
        plan_lines=(line,),
        sessions=sessions_of((line,), (client,), (), MONDAY, MONDAY),
    )
    (session,) = problem.sessions
    (time,) = problem.times_of[session.id]
    roster = Roster(problem, {*case.roster.pairs, ("Ana", time.id)})
    (one,) = Evidence.of(problem, roster).training
    assert (one.skill, one.is_needed, one.is_valid) == (
        "epilepsy",
        True,
        False,
    )
    assert one.duty.code == "support"


def test_a_missing_night_assessment_is_told() -> None:
    workers = {
        "Ana": {"permanent_nights": True},
        "Ben": {
            "permanent_nights": True,
            "night_assessed_on": date(2026, 5, 1),
        },
    }
    found = pack("Mon Tue\nAna N .\nBen N .", workers=workers)
    assert any(
        "No night health assessment is recorded for 1 person" in line
        for line in found.unknown
    )


def test_changes_recorded_at_short_notice_are_counted() -> None:
    found = pack("Mon\nAna E", changed=(("Ana", MONDAY),))
    assert found.at_short_notice == {("Ana", MONDAY)}
    (figure,) = [f for f in figures(found) if f.page == "Changes"]
    assert figure.says == "not known; 1 recorded at short notice"


# -- staffing -----------------------------------------------------------------


def test_agency_share_by_the_week() -> None:
    found = pack(
        f"{WEEK} Mon\nAna E E E . . . . E\nBen . . . E . . SI E",
        workers={"Ben": {"contract": Contract.AGENCY}},
    )
    first, second = found.agency
    assert first.share == 0.25  # the sleep-in is no waking time
    assert (first.duties, first.agency_duties) == (4, 1)
    assert second.share == 0.5
    assert second.first == second.last == date(2026, 6, 8)


def test_a_week_without_shifts_has_no_share() -> None:
    (week,) = pack(f"{WEEK}\nAna . . . . . . .").agency
    assert week.share is None


def alone_of(found: Evidence) -> list[tuple[str, str, str, str]]:
    return [
        (one.worker.name, one.unit_id, clock(one.begins), clock(one.ends))
        for one in found.alone
    ]


def test_alone_is_by_unit_and_between_the_others() -> None:
    found = pack("""  Mon
                 Ana  E@Ash/L@Ash
                 Ben  L@Ash
                 Cat  E@Birch""")
    assert alone_of(found) == [
        ("Ana", "Ash", "07:00", "14:00"),
        ("Cat", "Birch", "07:00", "15:00"),
    ]


def test_alone_over_several_duties_is_one_time_but_for_sleep() -> None:
    found = pack("Mon Tue\nAna L/SI E")
    assert alone_of(found) == [
        ("Ana", "", "14:00", "22:00"),
        ("Ana", "", "22:00", "07:00"),
        ("Ana", "", "07:00", "15:00"),
    ]
    assert [one.is_asleep for one in found.alone] == [False, True, False]


def test_training_and_shadows_are_no_company() -> None:
    shadow = shift_type("SH", "07:00-15:00", Kind.SHADOW)
    new = {"counts_from": date(2026, 7, 1)}
    found = pack(
        "Mon\nAna E\nBen SH\nCat E",
        types=(shadow,),
        workers={"Cat": new},
    )
    assert alone_of(found) == [("Ana", "", "07:00", "15:00")]


def test_agency_and_young_people_are_never_signed_off() -> None:
    grid = "Mon Tue Wed\nAna E . .\nBen . E .\nCat . . E"
    found = pack(grid, workers={
        "Ana": {"contract": Contract.AGENCY, "lone_ok": True},
        "Ben": {"born_on": date(2009, 1, 1), "lone_ok": True},
        "Cat": {"lone_ok": True},
    })  # fmt: skip
    assert [one.signed_off for one in found.alone] == [False, False, True]


# -- as it was worked ---------------------------------------------------------


def test_evidence_is_of_what_was_worked() -> None:
    case = given(f"{WEEK}\nAna L E . . . . .\nBen E . . . . . .")
    late = next(d for d in case.roster.by_worker["Ana"] if d.code == "L")
    short = as_worked(late, late.begins, late.ends - 120)
    ben = case.roster.by_worker["Ben"][0]
    worked = (
        Worked(worker_id="Ana", planned_id=late.id, duty=short),
        Worked(worker_id="Ben", planned_id=ben.id),
    )
    planned = Evidence.of(case.problem, case.roster)
    was = Evidence.of(case.problem, case.roster, worked)
    assert len(planned.rest_owed) == 1
    assert not was.rest_owed  # she left at eight
    assert planned.assumed == 3
    assert was.assumed == 1
    assert not was.roster.by_worker["Ben"]
    times = {t.worker.name: t.worked for t in was.working_time}
    assert times == {"Ana": 14 * 60, "Ben": 0}


def test_an_extra_shift_counts_in_the_evidence() -> None:
    case = given(f"{WEEK}\nAna E . . . . . .")
    early = case.roster.by_worker["Ana"][0]
    extra = early.replace(
        id="extra",
        date=MONDAY + timedelta(days=1),
        begins=early.begins + 1440,
        ends=early.ends + 1440,
    )
    worked = (Worked(worker_id="Ana", duty=extra),)
    was = Evidence.of(case.problem, case.roster, worked)
    assert was.working_time[0].worked == 16 * 60


# -- the front page -----------------------------------------------------------


def test_missing_history_is_said_and_never_zero() -> None:
    found = pack(f"{WEEK}\nAna E E . . . . .")
    said = "\n".join(found.unknown)
    assert "Shifts before the rota starts are not known" in said
    assert "Hours are not known for every week" in said
    assert "No opt-out is recorded, either way, for 1 person" in said
    assert "What was published is not known" in said
    assert "2 shifts of 2 are taken to be as planned" in said


def test_every_figure_says_how_sure_it_is_and_has_a_page() -> None:
    from rota.io.evidence_book import PAGES

    found = figures(pack(f"{WEEK}\nAna L E . . . . ."))
    for figure in found:
        assert figure.says
        assert figure.how_sure.endswith(".")
        assert figure.page in PAGES
    rest = next(f for f in found if f.page == "Rest")
    assert rest.says == "1 time; 0 min still owed; 0 repaid late"


@pytest.mark.parametrize("seed", range(10))
def test_there_is_evidence_of_any_rota(seed: int) -> None:
    chance = Chance(seed)
    problem = chance.problem()
    found = Evidence.of(problem, chance.roster(problem, 0.3))
    assert len(figures(found)) == 13
    assert found.unknown
    assert all(line.endswith(".") for line in found.unknown)
