"""The sheets about what people can do, want, and are to each other."""

from rota.io.column import Column, Sheet, Type

NAME = Column(
    "Name",
    "The name as in the Workers sheet, or the payroll number.",
    required=True,
    also=("Worker", "Staff", "Staff name", "Employee", "Person"),
    example="Ana Silva",
    width=22,
)


def date_column(name: str, text: str, default: str, *also: str) -> Column:
    """Make an optional column of dates."""
    return Column(name, text, Type.DATE, default=default, also=also)


FIRST = Column(
    "First",
    "The first day.",
    Type.DATE,
    required=True,
    also=("From", "Date", "First day", "Start", "Start date", "From date"),
    example="21/12/2026",
)
LAST = date_column(
    "Last",
    "The last day, included.",
    "the same day",
    "To",
    "Until",
    "Last day",
    "End",
    "End date",
    "To date",
)
TRAINING = Sheet(
    "Training",
    "Who holds which skill until when: as a list, or as a matrix with people "
    "down, skills across, and expiry dates (or Yes) inside.",
    (
        NAME,
        Column(
            "Skill",
            "The skill, by the name used in Cover.",
            also=("Course", "Training", "Qualification"),
            example="Medication",
        ),
        date_column(
            "From",
            "First day it is valid.",
            "already valid",
            "Valid from",
            "Completed",
            "Date completed",
            "Passed",
        ),
        date_column(
            "Expires",
            "Last day it is valid.",
            "does not expire",
            "Expiry",
            "Expiry date",
            "Valid until",
            "Until",
            "Due",
        ),
    ),
    without="skills are only those of the Workers sheet",
    loose=True,
    also=("Training matrix", "Skills", "Qualifications"),
)

REQUESTS = Sheet(
    "Requests",
    "What people ask for: a wish, not a promise.",
    (
        NAME,
        FIRST,
        LAST,
        Column(
            "Wants",
            "OFF, a shift code, or not and a code: not N.",
            also=("Request", "Want", "Shift", "Code", "Asks for"),
            default="OFF",
            example="OFF",
        ),
        Column(
            "Priority",
            "How much it matters.",
            Type.CHOICE,
            choices=("high", "normal", "low"),
            words=(("medium", "normal"), ("urgent", "high")),
            default="normal",
        ),
    ),
    without="nobody has asked for anything",
    also=("Wishes", "Requests off"),
)

PAIRS = Sheet(
    "Pairs",
    "Two people to keep apart, or to bring together.",
    (
        NAME,
        Column(
            "Other",
            "The other person.",
            required=True,
            also=("Other name", "With", "Name 2", "And", "Second name"),
            width=22,
        ),
        Column(
            "Kind",
            "What the two are to each other.",
            Type.CHOICE,
            choices=(
                "never together",
                "not only these two",
                "together when possible",
            ),
            words=(
                ("apart", "never together"),
                ("not together", "never together"),
                ("not alone together", "not only these two"),
                ("together", "together when possible"),
            ),
            default="never together",
            also=("What", "Rule"),
            width=22,
        ),
    ),
    without="nobody is kept apart",
)
