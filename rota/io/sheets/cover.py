"""The Cover sheet: how many people are needed, when, and with what."""

from rota.io.column import Column, Sheet, Type
from rota.words import DAY_NAMES

DAY_WORDS = ("every day", "weekday", "weekend", "bank holiday", *DAY_NAMES)

COVER = Sheet(
    "Cover",
    "How many people are needed, when, and with which skills. A row for a "
    "date goes before one for bank holidays, that before one for a named "
    "weekday, that before weekday or weekend, that before every day; a cell "
    "left blank there keeps what the wider row says.",
    (
        Column(
            "Unit",
            "The unit; `each` for every unit by itself; blank counts the "
            "whole service together.",
            also=("House", "Floor", "Area"),
            default="the whole service",
        ),
        Column(
            "Shift",
            "A shift code. Or leave it blank and give From and To.",
            also=("Code", "Shift code", "Shift type"),
            example="E",
        ),
        Column(
            "From",
            "When a time band starts, if no shift is given.",
            Type.CLOCK,
            also=("Start", "Start time"),
        ),
        Column(
            "To",
            "When a time band ends.",
            Type.CLOCK,
            also=("End", "End time", "Until"),
        ),
        Column(
            "At",
            "A clock time at which a skill is needed once, such as a "
            "medication round.",
            Type.CLOCK,
            also=("Time", "At time"),
        ),
        Column(
            "Days",
            "Every day, weekday, weekend, bank holiday, Mon, Mon-Fri, "
            "Mon Wed, or a date.",
            also=("Day", "When", "Date"),
            default="every day",
            choices=DAY_WORDS,
            example="weekday",
            width=14,
        ),
        Column(
            "At home",
            "Only when so many who live there are at home that day: 5, 4+, or "
            "0 to 3. It goes before rows that leave it blank.",
            also=("At home that day", "People at home", "Clients at home"),
            default="however many are at home",
            example="4+",
        ),
        Column(
            "Minimum",
            "How many people there must be.",
            Type.WHOLE,
            also=("Min", "People", "Needed", "Staff", "Number", "Required"),
            least=0,
            most=500,
            example="2",
        ),
        Column(
            "Ideal",
            "How many there should be.",
            Type.WHOLE,
            default="the minimum",
            also=("Best", "Target", "Preferred"),
            least=0,
            most=500,
        ),
        Column(
            "Maximum",
            "More than this is too many.",
            Type.WHOLE,
            also=("Max", "Most"),
            default="no limit",
            least=0,
            most=500,
        ),
        Column(
            "Skill",
            "A skill that some of them must hold between them; or give the "
            "skill a column of its own, headed with its name.",
            also=("Skills", "Skill needed", "With skill"),
            example="Medication",
            width=14,
        ),
        Column(
            "How many",
            "How many must hold the skill.",
            Type.WHOLE,
            also=("With the skill", "Skill number", "Number with skill"),
            default="1",
            least=0,
            most=100,
        ),
        Column(
            "Kind",
            "Whether a time band needs waking people, or a sleep-in.",
            Type.CHOICE,
            choices=("waking", "sleep-in", "on-call"),
            default="waking",
        ),
    ),
    required=True,
    loose=True,
    also=("Cover needed", "Staffing", "Demand", "Minimum staffing"),
)
