"""The answer: who works what."""

from __future__ import annotations

from datetime import timedelta

from rota.domain import Pair, PairKind
from rota.roster import EVERYTHING, Part, Roster
from tests.given import MONDAY, given, need

DAY = timedelta(days=1)
CASE = given(
    """  Mon  Tue
     Ben   N    .
     Ana L/SI   E""",
    history="""  Sun
             Ana   E
             Ben   .""",
)
ROSTER = CASE.roster


def test_it_iterates_sorted_whatever_the_order_it_was_given() -> None:
    again = Roster(CASE.problem, reversed(list(ROSTER.pairs)))
    assert list(again) == list(ROSTER)
    assert again == ROSTER
    assert hash(again) == hash(ROSTER)
    names = [entry.worker_id for entry in ROSTER]
    assert names == sorted(names)


def test_history_is_of_the_timeline_and_not_of_the_roster() -> None:
    assert [d.code for d in ROSTER.by_worker["Ana"]] == ["L", "SI", "E"]
    assert [d.code for d in ROSTER.timeline("Ana")] == ["E", "L", "SI", "E"]
    with_past = Roster.of(CASE.problem, CASE.problem.past)
    assert len(with_past) == 0


def test_who_is_on_a_duty() -> None:
    night = f"{MONDAY}:N:"
    assert [worker.id for worker in ROSTER.workers_on(night)] == ["Ben"]
    assert ROSTER.workers_on(f"{MONDAY}:E:") == ()


def test_a_change_and_the_difference_it_makes() -> None:
    night = ("Ben", f"{MONDAY}:N:")
    early = ("Ben", f"{MONDAY + DAY}:E:")
    changed = ROSTER.changed(add=[early], drop=[night])
    assert ROSTER.diff(changed) == ((night,), (early,))
    assert night in ROSTER
    assert night not in changed


def test_it_draws_as_managers_do() -> None:
    assert ROSTER.draw().splitlines() == [
        "     Mon  Tue",
        "Ben    N    .",
        "Ana L/SI    E",
    ]


def test_it_gives_a_table() -> None:
    frame = ROSTER.to_frame()
    assert list(frame["name"]) == ["Ana", "Ana", "Ana", "Ben"]
    ben = frame.iloc[-1]
    assert f"{ben['ends'] - ben['begins']}" == "0 days 10:00:00"
    assert list(Roster(CASE.problem, ()).to_frame().columns) == list(
        frame.columns
    )


def test_a_part_frees_some_people_on_some_days() -> None:
    part = Part(worker_ids=frozenset({"Ana"}), dates=frozenset({MONDAY}))
    assert part.frees("Ana", MONDAY)
    assert not part.frees("Ben", MONDAY)
    assert not part.frees("Ana", MONDAY + DAY)
    assert [w.id for w in part.workers(CASE.problem)] == ["Ana"]
    assert {d.date for d in part.duties(CASE.problem)} == {MONDAY}
    assert EVERYTHING.duties(CASE.problem) == CASE.problem.open_duties


def test_a_part_holds_the_demands_that_its_nights_could_meet() -> None:
    demands = tuple(need(MONDAY + n * DAY, "E") for n in range(4))
    case = given("Mon Tue Wed Thu\nAna . . . .", demands=demands)
    part = Part(dates=frozenset({MONDAY}))
    held = [demand.date for demand in part.demands(case.problem)]
    assert held == [MONDAY, MONDAY + DAY]


def test_a_part_holds_the_pairs_of_its_people() -> None:
    kind = PairKind.NEVER_TOGETHER
    pair = Pair(worker_id="Ana", other_id="Ben", kind=kind)
    problem = CASE.problem.replace(pairs=(pair,))
    ana, nobody = Part(frozenset({"Ana"})), Part(frozenset())
    assert ana.pairs(problem, kind) == [pair]
    assert ana.pairs(problem, PairKind.NOT_ONLY_THESE_TWO) == []
    assert nobody.pairs(problem, kind) == []
