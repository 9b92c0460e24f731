"""Pages on working time: averages, nights, rest, weekly rest."""

from __future__ import annotations

from collections.abc import Iterator

from rota import words
from rota.calendar import HOUR
from rota.evidence import Evidence, Statutory, WorkingTime
from rota.io.pages.evidence.sheet import (
    HOURS,
    Page,
    hours,
    long_day,
    moment,
    yes,
)
from rota.rest_ledger import RestOwed

LIMIT = 48 * HOUR


def working_time(pack: Evidence) -> Page:
    """The 48-hour average of everybody, by the rule; and opt-outs."""
    times = pack.working_time
    return Page(
        "working time and opt-outs",
        (
            "Working Time Regulations 1998, regs 4 and 5. Hours a week over"
            " the reference weeks that end with the rota; sleep-ins count in"
            " full, and so do rounds of visits, the way and the waiting in"
            " them included.",
            "Average: (worked + credited + other job) / weeks known. Credited:"
            " each day of leave or sickness counts as the hours usually"
            " worked.",
        ),
        (
            "Name",
            "Opted out",
            "Opt-out from",
            "Opt-out until",
            "Period ends",
            "Weeks",
            "Weeks known",
            "Worked",
            "Other job",
            "Days away",
            "Credited",
            "Average",
            "Highest in this rota",
            "Remark",
        ),
        [_working_time(pack, one) for one in times],
        (
            *[""] * 5, "0", "0", HOURS, HOURS, "0", HOURS, HOURS, HOURS, "",
        ),
        (24, 13, 17, 17, 17, 8, 8, 10, 9, 8, 10, 10, 11, 64),
        alarms=[n for n, one in enumerate(times) if _is_over(one)],
        alarm_column=11,
    )  # fmt: skip


def _is_over(time: WorkingTime) -> bool:
    average = time.average or 0
    return average > LIMIT and not time.worker.is_opted_out_in(time.last)


def _working_time(pack: Evidence, time: WorkingTime) -> list[object]:
    worker, highest = time.worker, pack.highest(time.worker)
    return [
        worker.name,
        yes(worker.opted_out),
        worker.opted_out_from,
        worker.opted_out_until,
        time.statutory.last,
        len(time.every),
        time.weeks.count,
        hours(time.worked),
        hours(time.other_job),
        time.excluded_days,
        hours(time.credited),
        hours(time.average),
        hours(highest.average if highest else None),
        "; ".join(_remarks(time)),
    ]


def _remarks(time: WorkingTime) -> Iterator[str]:
    """Say what makes an average less than sure."""
    if time.worker.is_opted_out_in(time.last):
        yield "the limit does not apply while opted out"
    elif time.worker.opted_out:
        yield "weeks under an opt-out are left out"
    if time.missing:
        yield f"{time.missing} of its weeks are not known"


def statute(pack: Evidence) -> Page:
    """The same average by the exact formula, where it can be known."""
    exact = [(w, pack.statutory(w)) for w in pack.problem.workers]
    return Page(
        "working time by the statute's formula",
        (
            "Working Time Regulations 1998, reg 4(6): (A + B) / C. A: hours in"
            " the reference period. B: hours on the next days worked after it,"
            " as many as there were days of leave and sickness in it. C: its"
            " weeks.",
            "This is evidence: no rota is made by it, because B is in the"
            " future. It is for the latest period for which it can be known;"
            " days away count as days that would have been worked.",
        ),
        (
            "Name",
            "From",
            "To",
            "A",
            "Days away",
            "Days found after",
            "B",
            "C",
            "(A + B) / C",
            "Remark",
        ),
        [
            [
                worker.name,
                one.first,
                one.last,
                hours(one.worked),
                one.excluded,
                one.found,
                hours(one.after),
                one.weeks,
                hours(one.average),
                _why_not(one),
            ]
            for worker, one in exact
        ],
        ("", "", "", HOURS, "0", "0", HOURS, "0", HOURS, ""),
        (24, 17, 17, 11, 9, 10, 10, 7, 12, 46),
        alarms=[
            n for n, (_, one) in enumerate(exact) if (one.average or 0) > LIMIT
        ],
        alarm_column=8,
    )


def _why_not(one: Statutory) -> str:
    """Say why the formula has no answer."""
    if one.average is not None:
        return ""
    if one.found < one.excluded:
        more = words.count(one.excluded - one.found, "more day")
        return f"B needs {more} worked after the period"
    return "not every week of the period is known"


def nights(pack: Evidence) -> Page:
    """The average of those who work nights."""
    every = pack.nights
    return Page(
        "night work",
        (
            "Working Time Regulations 1998, regs 2, 6 and 21. Average: A /"
            " (B - C), A hours in the period, B its days, C one weekly rest in"
            " each week. At most 8; nobody can opt out.",
            "A night worker is on permanent nights, or had a waking night on a"
            " third of the days known before the rota. Working time in the"
            f" Service sheet: {pack.problem.profile.value}; under continuity"
            " of care reg 21 disapplies the limit.",
        ),
        (
            "Name",
            "Night worker",
            "Days with a night",
            "Days worked",
            "Hours (A)",
            "Days (B)",
            "Rests (C)",
            "Average in 24 h",
            "Weeks not known",
            "Health assessment",
        ),
        [
            [
                one.worker.name,
                yes(one.is_night_worker),
                one.nights,
                one.days,
                hours(one.minutes),
                7 * one.weeks,
                one.weeks,
                None if one.average is None else round(one.average, 2),
                one.missing,
                one.worker.night_assessed_on or "not recorded",
            ]
            for one in every
        ],
        ("", "", "0", "0", HOURS, "0", "0", HOURS, "0", ""),
        (24, 14, 12, 12, 12, 10, 10, 14, 12, 18),
        nothing="Nobody works waking nights.",
        alarms=[
            n
            for n, one in enumerate(every)
            if one.is_night_worker and (one.average or 0) > 8
        ],
        alarm_column=7,
    )


def rest(pack: Evidence) -> Page:
    """Rest of under 11 hours: owed, due, repaid."""
    debts = pack.rest_owed
    return Page(
        "rest and compensatory rest",
        (
            "Working Time Regulations 1998, regs 10, 22 and 24. In each 24"
            " hours from the start of work 11 hours of rest are due (12 under"
            " 18); what is missing is owed, and a longer rest repays it by"
            " what it has over 11 hours.",
            "Due: three days on; the law says as soon as possible. Time after"
            " the last shift that is known counts as rest until the rota"
            " ends.",
        ),
        (
            "Name",
            "From",
            "To",
            "Longest rest",
            "Owed",
            "Due by",
            "Repaid",
            "By the rest from",
            "To",
            "Still owed",
            "Exception by",
        ),
        [_debt(pack, debt) for debt in debts],
        ("", "", "", HOURS, HOURS, "", HOURS, "", "", HOURS, ""),
        (24, 18, 18, 9, 9, 16, 9, 18, 18, 9, 22),
        nothing="Everybody had 11 hours of rest in every 24 that are known.",
        alarms=[n for n, debt in enumerate(debts) if debt.left],
        alarm_column=9,
    )


def _debt(pack: Evidence, debt: RestOwed) -> list[object]:
    last = debt.repaid[-1] if debt.repaid else None
    late = " (late)" if debt.is_late else ""
    return [
        pack.problem.worker[debt.worker_id].name,
        moment(debt.begins),
        moment(debt.ends),
        hours(debt.had),
        hours(debt.owed),
        long_day(debt.due_by),
        hours(debt.owed - debt.left),
        f"{moment(last.begins)}{late}" if last else "",
        moment(last.ends) if last else "",
        hours(debt.left),
        pack.approver_of_rest(debt),
    ]


def weekly_rest(pack: Evidence) -> Page:
    """Weekly rest by period."""
    periods = pack.weekly_rest
    return Page(
        "weekly rest",
        (
            "Working Time Regulations 1998, reg 11, in the form that the Rules"
            " sheet sets. A rest lies wholly inside its period. 35 hours hold"
            " a weekly rest and a daily one.",
        ),
        (
            "Name",
            "From",
            "To",
            "Rests needed",
            "Hours each",
            "Rests found",
            "Longest time free",
            "35 hours",
            "Kept",
        ),
        [
            [
                one.worker.name,
                one.first,
                one.last,
                one.needed,
                one.length // HOUR,
                one.found,
                hours(one.longest),
                yes(one.is_long),
                yes(one.is_kept) if one.is_known else "not all known",
            ]
            for one in periods
        ],
        ("", "", "", "0", "0", "0", HOURS, "", ""),
        (24, 17, 17, 9, 9, 9, 11, 10, 14),
        nothing="No period of weekly rest is touched by the rota.",
        alarms=[
            n
            for n, one in enumerate(periods)
            if one.is_known and not one.is_kept
        ],
        alarm_column=8,
    )
