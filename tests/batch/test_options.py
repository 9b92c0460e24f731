"""Options: what each kind of change makes of a problem, and its errors."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from rota.domain import Assignment, Contract, Problem, ShiftType, Strength
from rota.errors import OptionError
from rota.io.options import read_options
from rota.options import (
    Change,
    CoverChange,
    Joining,
    LeaveMoved,
    Leaving,
    Option,
    RuleChange,
    ShiftSwap,
    Training,
    apply,
)
from rota.roster import Roster
from rota.rules import RULES, defaults
from rota.rules.strengths import strengthened
from tests.house import START, house

HOUSE = house(days=14)
LONG = ShiftType(code="D", name="Day", start=time(8), end=time(20))


def made(*changes: Change) -> Problem:
    return apply(HOUSE, Option(name="try", changes=changes))


def rule(problem: Problem, name: str) -> Any:
    return next(one for one in problem.rules if one.id == name)


def test_an_option_without_changes_is_the_rota_as_it_is() -> None:
    assert made() == HOUSE


# -- rules --------------------------------------------------------------------


def test_a_rule_takes_settings_strength_and_prices_in_pounds() -> None:
    changed = made(
        RuleChange(rule="Rest", settings=(("hours", "12"),)),
        RuleChange(rule="cover_ideal", strength="off"),
        RuleChange(rule="many days in a row", settings=(("price", 80),)),
        RuleChange(rule="single days off", strength="Low"),
    )
    before = rule(HOUSE, "single days off")
    assert rule(changed, "rest").hours == 12
    assert rule(changed, "cover ideal").strength is Strength.OFF
    assert rule(changed, "many days in a row").price == 8000
    assert rule(changed, "single days off").price == before.price // 2 > 0
    assert rule(HOUSE, "rest").hours == 11, "the problem stays as it is"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            RuleChange(rule="rset"),
            "try: there is no rule 'rset'. Did you mean 'rest'?",
        ),
        (
            RuleChange(rule="rest", settings=(("hour", 12),)),
            "no setting of rest 'hour'. Did you mean 'hours'?",
        ),
        (
            RuleChange(rule="rest", settings=(("hours", -1),)),
            "rest, hours: Input should be greater than 0",
        ),
        (RuleChange(rule="rest", strength="hihg"), "Did you mean 'High'?"),
        (
            RuleChange(rule="rest", settings=(("price", "dear"),)),
            "rest, price: pounds are expected.",
        ),
        (CoverChange(code="E"), "needs a minimum, an ideal or a scale"),
        (CoverChange(code="Z", minimum=1), "no cover is asked for of shift"),
        (Leaving(worker="Ana Sliva"), "Did you mean 'Ana Silva'?"),
        (Joining(name="Ana Silva"), "Ana Silva is here already."),
        (Joining(name="New", units=("Ahs",)), "Did you mean 'Ash'?"),
        (
            Training(worker="Zoe Agnew", skill="medicine"),
            "no need here of the skill 'medicine'",
        ),
        (
            LeaveMoved(worker="Cath Jones", first=START, to=START),
            "Cath Jones has no leave that begins on 2026-12-07.",
        ),
        (ShiftSwap(out=("EE",)), "there is no shift type 'EE'"),
        (ShiftSwap(into=(LONG.replace(code="E"),)), "E is there twice"),
    ],
)
def test_what_is_not_there_is_named_with_the_option(
    change: Change, said: str
) -> None:
    with pytest.raises(OptionError, match=r"^try: ") as error:
        made(change)
    assert said in str(error.value)


# -- cover --------------------------------------------------------------------


def levels(problem: Problem, code: str, unit: str) -> set[tuple[int, int]]:
    return {
        (demand.minimum, demand.ideal)
        for demand in problem.demands
        if demand.codes[:1] == (code,)
        and demand.unit_id == unit
        and not demand.skill
    }


def test_cover_of_one_shift_in_one_unit_is_set() -> None:
    changed = made(CoverChange(code="L", unit="Rowan", minimum=3))
    assert levels(changed, "L", "Rowan") == {(3, 3)}
    assert levels(changed, "L", "Ash") == levels(HOUSE, "L", "Ash")
    assert levels(changed, "E", "Rowan") == levels(HOUSE, "E", "Rowan")


def test_all_cover_is_scaled_up_to_whole_people() -> None:
    changed = made(CoverChange(times=1.2))
    assert levels(changed, "L", "Rowan") == {(3, 3)}
    assert levels(changed, "N", "Rowan") == {(2, 2)}


def test_a_skill_is_asked_of_more_people() -> None:
    changed = made(CoverChange(code="L", skill="Medication", minimum=2))
    asked = {d.minimum for d in changed.demands if d.skill and "L" in d.codes}
    assert asked == {2}


# -- people -------------------------------------------------------------------


def test_people_join_on_the_same_terms() -> None:
    changed = made(
        Joining(name="New", people=2, hours=30, skills=("Medication",))
    )
    fresh = [w for w in changed.workers if w.id not in HOUSE.worker]
    assert [w.name for w in fresh] == ["New 1", "New 2"]
    assert {w.weekly_minutes for w in fresh} == {1800}
    assert all(w.holds("medication", START) for w in fresh)
    assert all(changed.allowed_of[w.id] for w in fresh)


def test_bank_staff_who_join_are_free_every_day_and_night() -> None:
    changed = made(Joining(name="Bank", contract=Contract.BANK))
    given = {(d.date, d.code) for d in changed.allowed_of["Bank"]}
    nights = {(day, "N") for day in HOUSE.dates}
    assert nights <= given


def test_everything_about_somebody_who_leaves_goes() -> None:
    for worker in HOUSE.workers:
        changed = made(Leaving(worker=worker.name))
        assert f'"{worker.id}"' not in changed.model_dump_json()


def test_training_counts_from_its_date() -> None:
    day = START + timedelta(days=7)
    changed = made(Training(worker="zoe agnew", skill="Medication", first=day))
    zoe = changed.worker["Zoe Agnew"]
    assert not zoe.holds("medication", day - timedelta(days=1))
    assert zoe.holds("medication", day)


def test_a_driving_course_makes_a_driver() -> None:
    driven = HOUSE.replace(
        demands=(
            *HOUSE.demands,
            HOUSE.demands[0].replace(id="trip", skill="driver"),
        )
    )
    ben = Training(worker="Ben Okoro", skill="driver")
    assert not driven.worker["Ben Okoro"].holds("driver", START)
    changed = apply(driven, Option(name="course", changes=(ben,)))
    assert changed.worker["Ben Okoro"].holds("driver", START)


def test_leave_is_moved_whole() -> None:
    first = START + timedelta(days=14)
    to = START + timedelta(days=1)
    changed = made(LeaveMoved(worker="Cath Jones", first=first, to=to))
    (leave,) = changed.absences_of["Cath Jones"]
    assert (leave.first, leave.last) == (to, to + timedelta(days=6))


# -- shift types --------------------------------------------------------------


def test_long_days_go_in_for_earlies_and_lates() -> None:
    changed = made(ShiftSwap(out=("E", "L"), into=(LONG,)))
    open_codes = {duty.code for duty in changed.open_duties}
    assert {"E", "L"}.isdisjoint(open_codes)
    assert "D" in open_codes
    assert {r.code for r in changed.requests} == {""}, "Hal's early has gone"


def test_cover_of_codes_that_go_is_asked_by_the_clock() -> None:
    changed = made(ShiftSwap(out=("E", "L"), into=(LONG,)))
    early = next(d for d in changed.demands if ":E:Rowan" in d.id)
    long_day = changed.duty[f"{START}:D:Rowan"]
    assert long_day in changed.meets[early.id]
    assert early.begins < long_day.begins, "from seven to eight is still short"


def test_a_typed_cell_goes_with_its_shift_type() -> None:
    changed = made(ShiftSwap(out=("LD",)))
    ben, saturday = "Ben Okoro", date(2026, 12, 12)
    assert (ben, saturday) in HOUSE.kept_days
    assert (ben, saturday) not in changed.kept_days
    assert ben not in {pin.worker_id for pin in changed.pinned}
    assert ("Dev Patel", date(2026, 12, 8)) in changed.kept_days


def test_what_was_worked_before_stays_when_its_type_goes() -> None:
    past = Assignment(worker_id="Ana Silva", duty_id=f"{START}:E:Rowan")
    worked = HOUSE.replace(past=(past,))
    swap = ShiftSwap(out=("E",), into=(LONG,))
    changed = apply(worked, Option(name="swap", changes=(swap,)))
    assert changed.past == (past,)
    assert len(Roster(changed, ()).timeline("Ana Silva")) == 1


# -- TOML ---------------------------------------------------------------------

EVERYTHING = """
[[option]]
name = "As it is"

[[option]]
name = "All at once"
seed = 3
joining = [{ name = "New", hours = 30, people = 2, contract = "bank" }]
leaving = ["Jo Quinn"]
training = [{ worker = "Zoe Agnew", skill = "medication" }]
leave = [{ worker = "Cath Jones", first = 2026-12-21, to = 2026-12-10 }]
cover = [{ code = "N", minimum = 2 }, { times = 1.5 }]

[option.shifts]
out = ["E", "L"]
into = [{ code = "D", start = "08:00", end = "20:00", break_minutes = 30 }]

[option.rules.rest]
strength = "must"
hours = 12

[option.rules."fair shares"]
strength = "High"

[[option]]
name = "Broken"
covr = []

[[option]]
name = "Half"
joining = [{ name = "New", hours = "many" }]
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "options.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_says_all_that_python_can(tmp_path: Path) -> None:
    as_it_is, every, *_ = read_options(written(tmp_path, EVERYTHING))
    assert as_it_is == Option(name="As it is")
    assert every.seed == 3
    kinds = {type(change) for change in every.changes}
    assert kinds == {
        Joining, Leaving, Training, LeaveMoved, CoverChange, ShiftSwap,
        RuleChange,
    }  # fmt: skip
    changed = apply(HOUSE, every)
    assert rule(changed, "rest").hours == 12
    assert changed.duty[f"{START}:D:Ash"].contract == 690


def test_what_is_wrong_in_one_option_is_said_when_it_is_made(
    tmp_path: Path,
) -> None:
    *_, broken, half = read_options(written(tmp_path, EVERYTHING))
    with pytest.raises(OptionError, match=r"Broken: 'covr'.*mean 'cover'"):
        apply(HOUSE, broken)
    with pytest.raises(OptionError, match="Half: hours: Input should be"):
        apply(HOUSE, half)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "has no table"),
        ("option = 1", "has no table"),
        ("[[option]\n", "is no TOML"),
        ("[[option]]\nname='A'\n[[option]]\nname='a'\n", "have the name 'a'"),
    ],
)
def test_a_file_that_is_no_list_of_options_says_so(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(OptionError, match=said):
        read_options(written(tmp_path, text))


@pytest.mark.parametrize(
    "line",
    [
        "rules = 3",
        "rules = { rest = 3 }",
        "leaving = 3",
        "joining = [3]",
        "cover = [{ code = 3 }]",
        "shifts = { out = 'E', into = [3] }",
        "seed = 'x'",
        "leave = [{ worker = 'Ana Silva', first = 3, to = 4 }]",
    ],
)
def test_nonsense_is_answered_with_a_sentence(
    tmp_path: Path, line: str
) -> None:
    text = f"[[option]]\nname = 'odd'\n{line}\n"
    (odd,) = read_options(written(tmp_path, text))
    with pytest.raises(OptionError, match=r"^odd: "):
        apply(HOUSE, odd)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"none\.toml cannot be read"):
        read_options(tmp_path / "none.toml")


@pytest.mark.parametrize("name", [one.id_of_class() for one in RULES])
def test_low_halves_what_every_rule_is_worth(name: str) -> None:
    (found,) = (one for one in defaults() if one.id == name)
    changes = strengthened(found, "Low")
    expected = found.price if found.is_money else round(found.price / 2)
    assert changes.get("price", found.price) == expected


def test_the_options_of_the_manual_can_be_made(tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs" / "options.md"
    _, *blocks = page.read_text(encoding="utf-8").split("```toml\n")
    for block in blocks:
        text, _, _ = block.partition("```")
        found = read_options(written(tmp_path, text))
        assert len(found) == 5
        for option in found:
            apply(house(days=28), option)
