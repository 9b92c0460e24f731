"""Pages on staffing: training, cover, agency, alone, shifts to fill."""

from __future__ import annotations

from rota import discretion, words
from rota.calendar import clock, local_date
from rota.domain import Demand, Strength
from rota.evidence import Evidence, SkillOnShift
from rota.io.pages.checks import amount
from rota.io.pages.evidence.sheet import (
    HOURS,
    Page,
    hours,
    moment,
    yes,
)
from rota.rules.base import Breach

GAPS = ("cover minimum", "nobody there", "skill cover")


def training(pack: Evidence) -> Page:
    """Training on the day of each shift."""
    lines = pack.training
    return Page(
        "training on the day of each shift",
        (
            "Each skill that a shift, or a session of support, needs of"
            " everybody on it; and each that cover asks somebody there to"
            " hold, where the person has it on record. Valid: from its first"
            " day to its last, both included.",
        ),
        (
            "Name",
            "Date",
            "Shift",
            "Unit",
            "Skill",
            "Needed of",
            "Expires",
            "Valid that day",
        ),
        [_skill(line) for line in lines],
        (),
        (24, 17, 12, 14, 22, 18, 17, 14),
        nothing="No shift asks for a skill.",
        alarms=[n for n, line in enumerate(lines) if not line.is_valid],
        alarm_column=7,
    )


def _skill(line: SkillOnShift) -> list[object]:
    undated = "no date recorded" if line.is_recorded else "not recorded"
    return [
        line.worker.name,
        line.duty.date,
        line.duty.code,
        line.duty.unit_id or "whole service",
        line.skill.capitalize(),
        "everybody on it" if line.is_needed else "somebody there",
        line.expires or undated,
        yes(line.is_valid),
    ]


def cover(pack: Evidence) -> Page:
    """Planned against required, need by need."""
    rows: list[list[object]] = [
        [*_need(p.demand), p.demand.minimum, p.there, p.short, ""]
        for p in pack.metrics.people
    ]
    rows += [
        [
            *_need(held.demand),
            held.demand.minimum,
            held.there,
            held.short,
            ", ".join(held.names),
        ]
        for held in pack.metrics.holders
    ]
    rows.sort(key=lambda row: (row[0], str(row[1]), str(row[2]), str(row[3])))
    short = [n for n, row in enumerate(rows) if row[6]]
    return Page(
        "planned against required",
        (
            "What the Cover sheet asks for, and the fewest there at any moment"
            " of it. People in induction are not counted.",
        ),
        (
            "Date",
            "Unit",
            "When",
            "Who",
            "Required",
            "Planned",
            "Short",
            "Who holds the skill",
        ),
        rows,
        ("", "", "", "", "0", "0", "0", ""),
        (17, 16, 18, 22, 10, 10, 8, 60),
        nothing="The Cover sheet asks for nothing.",
        alarms=short,
        alarm_column=6,
    )


def _need(demand: Demand) -> list[object]:
    times = f"{clock(demand.begins)}-{clock(demand.ends)}"
    codes = "/".join(demand.codes[:1])
    who = demand.skill or demand.kind.value
    return [
        demand.date,
        demand.unit_id or "whole service",
        f"{codes} {times}".strip(),
        who.capitalize(),
    ]


def agency(pack: Evidence) -> Page:
    """Agency staff by the week."""
    weeks = pack.agency
    return Page(
        "agency by the week",
        ("Waking shifts, in paid hours; a week is Monday to Sunday.",),
        (
            "From",
            "To",
            "Hours",
            "Agency hours",
            "Share",
            "Shifts",
            "Agency shifts",
        ),
        [
            [
                week.first,
                week.last,
                hours(week.minutes),
                hours(week.agency),
                week.share,
                week.duties,
                week.agency_duties,
            ]
            for week in weeks
        ],
        ("", "", HOURS, HOURS, "0.0%", "0", "0"),
        (18, 18, 12, 14, 10, 10, 14),
    )


def alone(pack: Evidence) -> Page:
    """Who was the only one in a unit."""
    times = pack.alone
    return Page(
        "working alone",
        (
            "When one person was the only one on site in a unit, awake or"
            " asleep, by the rota. People in induction are not counted;"
            " managers and visitors are not seen.",
            "Signed off: May work alone in the Workers sheet. Agency staff,"
            " people under 18 and new staff never are.",
        ),
        ("Name", "Unit", "From", "To", "Hours", "Asleep", "Signed off"),
        [
            [
                one.worker.name,
                one.unit_id or "whole service",
                moment(one.begins),
                moment(one.ends),
                hours(one.minutes),
                yes(one.is_asleep),
                yes(one.signed_off),
            ]
            for one in times
        ],
        ("", "", "", "", HOURS, "", ""),
        (24, 16, 18, 18, 10, 10, 14),
        nothing="Nobody was alone.",
        alarms=[n for n, one in enumerate(times) if one.signed_off is False],
        alarm_column=6,
    )


def exceptions(pack: Evidence) -> Page:
    """Exceptions to the rules: who, why, how often."""
    every = pack.exceptions
    names = pack.problem.worker
    rows = []
    for one in every:
        override = one.override
        who = names.get(override.worker_id)
        private = discretion.is_private(one.rule)
        reason = override.reason or "no reason given"
        rows.append(
            [
                discretion.title(one.rule),
                _STRENGTH[override.strength],
                who.name if who else "everybody",
                override.first,
                override.last,
                "in the Rules sheet" if private else reason,
                override.approver or "no approver given",
                one.used,
            ]
        )
    return Page(
        "exceptions to the rules",
        (
            "Exceptions that the Rules sheet makes. Made use of: how often the"
            " rule was not kept where the exception allows it.",
        ),
        (
            "Rule",
            "Is then",
            "For",
            "From",
            "To",
            "Reason",
            "Approver",
            "Made use of",
        ),
        rows,
        ("", "", "", "", "", "", "", "0"),
        (26, 14, 24, 17, 17, 44, 24, 10),
        nothing="The Rules sheet makes no exceptions.",
        alarms=[n for n, one in enumerate(every) if one.lacks],
        alarm_column=6,
    )


_STRENGTH = {
    Strength.MUST: "a must",
    Strength.SHOULD: "a priority",
    Strength.WATCH: "only watched",
    Strength.OFF: "off",
}


def changes(pack: Evidence) -> Page:
    """Cells that are not as they were published."""
    found = pack.changes or ()
    rows = [
        [
            one.worker,
            one.date,
            one.one or "off",
            one.other or "off",
            yes((one.worker, one.date) in pack.at_short_notice),
        ]
        for one in sorted(found, key=lambda one: (one.date, one.worker))
    ]
    known = pack.changes is not None
    return Page(
        "changes after publication",
        (
            "What stands in the rota now and was otherwise when it was"
            " published: in the workbook given with --published or, without"
            " one, when this program last wrote the rota (cells that somebody"
            " had typed before that cannot be compared).",
            "When and by whom a change was made is not recorded in the"
            " workbook.",
        ),
        ("Name", "Date", "Published", "Now", "Recorded at short notice"),
        rows,
        (),
        (24, 17, 24, 24, 16),
        nothing="Nothing was changed."
        if known
        else "What was published is not known.",
    )


def to_fill(pack: Evidence) -> Page:
    """Cover that is short, and every rule broken."""
    gaps = [b for name in GAPS for b in pack.report.of(name)]
    broken = [b for b in pack.report.broken if b not in gaps]
    return Page(
        "shifts to fill and rules broken",
        ("What the check finds; `rota check` says more of each.",),
        ("What", "Rule", "Day", "How much", "Sentence"),
        [
            *(_finding(pack, breach, "To fill") for breach in gaps),
            *(_finding(pack, breach, "Rule broken") for breach in broken),
        ],
        (),
        (14, 26, 14, 14, 90),
        nothing="Nothing is to fill, and no rule is broken.",
    )


def _finding(pack: Evidence, breach: Breach, what: str) -> list[object]:
    key = breach.key
    day = key.date or (local_date(key.at) if key.at else None)
    return [
        what,
        discretion.title(breach.rule),
        words.day(day) if day else "",
        amount(breach),
        discretion.sentence(pack.problem, breach),
    ]
