"""The check finds what is planted in a rota, all of it and nothing else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from rota.checker import check
from rota.domain import (
    AbsenceKind,
    Contract,
    Dbs,
    Kind,
    Pair,
    PairKind,
    PatternDay,
    Problem,
    Qualification,
    Request,
    WeeklyCap,
)
from rota.roster import Roster
from tests.given import away, meeting, need, shift_type, window
from tests.planted import Plant, on, planted
from tests.test_uk_rules import held

Found = tuple[str, str, date | None]  # rule, worker, date of the key
BANK = {"contract": Contract.BANK}
YOUNG = {"born_on": date(2009, 1, 1)}


def unpaid(name: str, first: str, last: str) -> dict[str, Any]:
    """Absence that credits no hours."""
    days = (on(first), on(last))
    return {"absences": (away(name, *days, kind=AbsenceKind.UNPAID),)}


def pair(name: str, other: str, kind: PairKind) -> dict[str, Any]:
    return {"pairs": (Pair(worker_id=name, other_id=other, kind=kind),)}


TWENTY_FIVE = (
    # who may have a duty at all
    Plant(
        "Kim", "10 Jun: E", ("leave 10 Jun",),
        facts=unpaid("Kim", "9 Jun", "10 Jun"),
    ),
    Plant(
        "Lee", "16 Jun: N", ("night before leave 16 Jun",),
        facts=unpaid("Lee", "17 Jun", "19 Jun"),
    ),
    Plant(
        "Mia", "24 Jun: E L", ("availability 25 Jun",), offered=False,
        facts={
            "availability": (
                window("Mia", on("24 Jun"), "06:00-23:00", offered=True),
                window("Mia", on("25 Jun"), "06:00-21:00", offered=True),
            )
        },
    ),
    Plant(
        "Ned", "29 Jun: E E E", ("employment 1 Jul",),
        worker={"ends_on": on("30 Jun")},
    ),
    Plant(
        "Ola", "15 Jul: N", ("right to work 15 Jul",),
        worker={"right_to_work_until": on("15 Jul")},
    ),
    Plant(
        "Pam", "2 Jul: E", ("dbs check 2 Jul",),
        worker={"dbs": Dbs.PENDING},
    ),
    Plant(
        "Quin", "2 Jun: N; 9 Jun: N", ("no nights 9 Jun",),
        worker={"no_nights_from": on("3 Jun")},
    ),
    Plant("Ray", "22 Jun: LD", ("under 18 22 Jun",), worker=YOUNG),
    Plant(
        "Tom", "7 Jul: EH", ("qualification 7 Jul",),
        types=(
            shift_type(
                "EH", "07:00-15:00", break_minutes=30, skills=("hoist",)
            ),
        ),
        worker={
            "qualifications": (
                Qualification(skill="hoist", expires=on("6 Jul")),
            )
        },
    ),
    Plant(
        "Uma", "13 Jul: N", ("shift allowed 13 Jul",),
        worker={"shift_codes": ("E", "L")},
    ),
    # one person's time
    Plant(
        "Vic", "14 Jul: M/MM", ("one place 14 Jul",),
        types=(shift_type("M", "08:00-12:00"),
               shift_type("MM", "11:00-15:00")),
    ),
    Plant("Wes", "16 Jun: L E", ("rest 17 Jun",)),
    Plant(
        "Xia", "17 Jun: XL XM", ("quick returns 18 Jun",),
        types=(
            shift_type("XL", "11:00-22:30", break_minutes=30),
            shift_type("XM", "10:00-16:00"),
        ),
    ),
    Plant(
        "Zoe", "22 Jul: E/T", ("spell length 22 Jul",),
        types=(shift_type("T", "15:00-22:00", break_minutes=30),),
    ),
    Plant(  # 17, from Tuesday to Saturday: 47.5 hours are free, not 48
        "Abe", "14 Jul: E E E E L",
        ("weekly rest 13 Jul", "long weekly rest 13 Jul"),
        worker=YOUNG,
    ),
    Plant(
        "Cal", "29 Jun: LD E XL XL XL", ("forty eight hours 29 Jun",),
        worker={"starts_on": on("29 Jun")},
    ),
    Plant(
        "Dan", "6 Jul: E E E", ("weekly caps 6 Jul",),
        worker={"caps": (WeeklyCap(minutes=20 * 60),)},
    ),
    Plant("Eli", "1 Jul: E E E E E E", ("many days in a row 6 Jul",)),
    Plant(
        "Roy", "22 Jun: N N N N N",
        (
            "many nights in a row 25 Jun",
            "many nights in a row 26 Jun",
            "nights in a row 26 Jun",
        ),
    ),
    Plant(
        "Lou", "27 Jul: N SI", ("recovery after nights 28 Jul",),
        types=(shift_type("SI", "22:00-07:00", Kind.SLEEP_IN),),
    ),
    # what has to be done
    Plant("Ana", "16 Jun: -E", ("*cover minimum 16 Jun",)),
    Plant(
        "Ben", "", ("*skill cover 21 Jun",),
        worker={
            "qualifications": (
                Qualification(skill="lead"),
                Qualification(skill="first aid", expires=on("20 Jun")),
            )
        },
        facts={
            "demands": tuple(
                need(on(day), "07:00-15:00", skill="first aid",
                     unit_id="House", occasion=True)
                for day in ("20 Jun", "21 Jun")
            )
        },
    ),
)  # fmt: skip

OTHERS = (
    Plant(
        "Kim", "9 Jun: M/A", ("young day 9 Jun",), worker=YOUNG,
        types=(shift_type("M", "08:00-12:00"),
               shift_type("A", "12:30-17:00")),
    ),
    Plant(
        "Lee", "10 Jun: S", ("young break 10 Jun",), worker=YOUNG,
        types=(shift_type("S", "09:00-14:00", break_minutes=20),),
    ),
    Plant(
        "Mia", "11 Jun: E@Annexe", ("unit allowed 11 Jun",),
        worker={"units": ("House",)},
    ),
    Plant(
        "Ned", "12 Jun: E", ("firm pattern 12 Jun", "pattern kept 12 Jun"),
        facts={
            "patterns": (
                PatternDay(worker_id="Ned", date=on("12 Jun"), firm=True),
            )
        },
    ),
    Plant(
        "Ola", "15 Jun: L", ("pattern kept 15 Jun",),
        facts={
            "patterns": (
                PatternDay(worker_id="Ola", date=on("15 Jun"), codes=("E",)),
            )
        },
    ),
    Plant(
        "Pam", "16 Jun: AF E", ("forward rotation 17 Jun",),
        types=(shift_type("AF", "12:00-18:00"),),
    ),
    Plant(
        "Quin", "18 Jun: HN", ("hazardous nights 18 Jun",),
        types=(
            shift_type("HN", "21:00-06:00", break_minutes=30,
                       is_hazardous=True),
        ),
    ),
    Plant(
        "Ray", "22 Jun: N", ("night assessment",),
        worker={
            "permanent_nights": True,
            "night_assessed_on": date(2025, 6, 21),
        },
    ),
    Plant("Sue", "22 Jun: LD LD LD LD", ("long days in a row 25 Jun",)),
    Plant(
        "Tom", "23 Jun: EE EE EE EE", ("early starts in a row 26 Jun",),
        types=(shift_type("EE", "06:30-13:00", break_minutes=30),),
    ),
    Plant("Vic", "29 Jun: E . E", ("single days off 30 Jun",)),
    Plant(
        "Wes", "13 Jun: E; 20 Jun: E; 27 Jun: E",
        ("weekends in a row 27 Jun",),
    ),
    Plant(
        "Ana", "", ("*cover ideal 3 Jul", "*cover maximum 2 Jul"),
        facts={
            "demands": (
                need(on("3 Jul"), "E", unit_id="House", minimum=0, ideal=3),
                need(on("2 Jul"), "L", unit_id="House", minimum=0, maximum=1),
            )
        },
    ),
    Plant(
        "Xia", "8 Jul: FT", ("*attendance 8 Jul",),
        facts={
            "diary": (
                meeting("FT", on("8 Jul"), "10:00-12:00", ("Xia", "Zoe"),
                        id="2026-07-08:FT:House"),
            )
        },
    ),
    Plant("Zoe", "", ()),
    Plant(
        "Abe", "1 Jul: E@Annexe", ("lone working 1 Jul",),
        worker={"lone_ok": False},
    ),
    Plant(  # in induction, and nobody else is there
        "Cal", "6 Jul: E@Annexe", ("supervision 6 Jul", "lone working 6 Jul"),
        worker={"counts_from": on("7 Jul")},
    ),
    Plant(
        "Dan", "14 Jul: E", ("never together 14 Jul",),
        facts=pair("Dan", "Eli", PairKind.NEVER_TOGETHER),
    ),
    Plant(
        "Eli", "13 Jul: E E", ("together when possible 13 Jul",),
        facts=pair("Eli", "Dan", PairKind.TOGETHER_WHEN_POSSIBLE),
    ),
    Plant(
        "Roy", "20 Jul: L", ("agency last 20 Jul",),
        worker={"contract": Contract.AGENCY},
    ),
    Plant(
        "Lou", "21 Jul: E", ("requests 21 Jul",),
        facts={"requests": (Request(worker_id="Lou", date=on("21 Jul")),)},
    ),
    Plant(
        "Ben", "", ("sponsored hours",),
        worker={"sponsored_minutes": 30 * 60},
    ),
    Plant(
        "Cat", "", ("*rota notice 1 Jun",),
        facts={"published_on": date(2026, 5, 12)},
    ),
    Plant(
        "Uma", "22 Jul: VL", ("*breaks", "*long shifts"),
        types=(shift_type("VL", "08:00-20:30", break_minutes=15),),
    ),
    Plant(
        "Gil", "23 Jul: E", ("typed 23 Jul",),
        facts={"kept": (("Gil", on("23 Jul")),)},
    ),
    Plant(
        "Hana", "27 Jul: E", ("stability 28 Jul",), known="28 Jul: E",
    ),
    Plant(
        "Ivo", "27 Jul: SI SI", ("second sleep in 28 Jul",),
        types=(shift_type("SI", "22:00-07:00", Kind.SLEEP_IN),),
    ),
)  # fmt: skip


def found(problem: Problem, roster: Roster) -> Counter[Found]:
    """Give what the check finds; money is paid, and not wrong."""
    return Counter(
        (breach.rule.id, breach.key.worker_id, breach.key.date)
        for breach in check(problem, roster).breaches
        if not breach.rule.is_money
    )


def wanted(plants: tuple[Plant, ...]) -> Counter[Found]:
    return Counter(_read(p.name, said) for p in plants for said in p.told)


def _read(name: str, said: str) -> Found:
    """Read `rest 9 Jun`; with a star the key names no person."""
    words = said.removeprefix("*").split()
    who = "" if said.startswith("*") else name
    if words[-1] in ("Jun", "Jul", "Aug"):
        return " ".join(words[:-2]), who, on(" ".join(words[-2:]))
    return " ".join(words), who, None


def test_the_rota_without_them_keeps_every_rule() -> None:
    assert not found(*planted())


def test_the_check_finds_all_25_and_nothing_else() -> None:
    expected = wanted(TWENTY_FIVE)
    assert expected.total() == 25
    assert found(*planted(*TWENTY_FIVE)) == expected


def test_so_it_does_with_the_rest_of_the_rule_book() -> None:
    assert found(*planted(*OTHERS)) == wanted(OTHERS)


# Rules of which nothing is planted, and why.
NOT_HERE = {
    "nobody there": "wherever it breaks, minimum cover does too",
    "invited": "only those named can be given a meeting",
    "travel time": "one house",
    "night average": "it asks for months of history",
    "very long weeks": "the 48-hour average breaks with it",
    "days in a row": "the sixth and seventh day break first",
    "long days limit": "off in supported living",
    "sleep ins in a row": "the second sleep-in breaks first",
    "sleep ins a week": "three of them leave single days off",
    "not only these two": "every moment of a shift is a key of its own",
    "agency share": "agency staff come last breaks with it",
    "contract hours": "the shares of all ten would change",
    "fair shares": "so would they",
    "christmas again": "a rota in summer",
    "christmas or new year": "a rota in summer",
    "extra pay": "money",
    "overtime": "money",
    # of support plans, which this house has none of
    **dict.fromkeys(
        (
            "faces",
            "not only strangers",
            "personal care",
            "personal care wish",
            "preferred people",
        ),
        "there are no visits",
    ),
}


def test_what_holds_a_uk_rule_is_planted_or_has_its_reason() -> None:
    planted_rules = {
        rule for rule, _, _ in wanted(TWENTY_FIVE) | wanted(OTHERS)
    }
    holds = {rule for rules, _ in held().values() for rule in rules}
    assert holds <= planted_rules | NOT_HERE.keys()
    assert not planted_rules & NOT_HERE.keys()
