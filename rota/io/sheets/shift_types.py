"""The sheet of the codes of the rota: Shift types."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets import rule_book

DUTY_KINDS = ("waking", "sleep-in", "on-call", "training", "shadow", "round")

SHIFT_TYPES = Sheet(
    "Shift types",
    "The codes of the rota and what each one means.",
    (
        Column(
            "Code",
            "What stands in a rota cell.",
            required=True,
            also=("Shift", "Shift code", "Abbreviation"),
            example="E",
        ),
        Column(
            "Name",
            "What the code is short for.",
            also=("Shift name", "Description", "Meaning"),
            default="the code",
            example="Early",
            width=18,
        ),
        Column(
            "Start",
            "When it starts.",
            Type.CLOCK,
            required=True,
            also=("Starts", "Start time", "From", "Begin", "Begins"),
            example="07:00",
        ),
        Column(
            "End",
            "When it ends; at or before the start means the next day.",
            Type.CLOCK,
            required=True,
            also=("Ends", "End time", "Finish", "To", "Until"),
            example="15:00",
        ),
        Column(
            "Kind",
            "Waking, sleep-in, on-call, training, shadow or round: decides "
            "which hours and which cover it counts to. A round is the time "
            "within which somebody makes visits; the visits count the hours.",
            Type.CHOICE,
            also=("Type", "Shift kind"),
            choices=DUTY_KINDS,
            words=(
                ("sleep", "sleep-in"),
                ("sleeping night", "sleep-in"),
                ("sleep over", "sleep-in"),
                ("day", "waking"),
                ("night", "waking"),
                ("waking night", "waking"),
                ("work", "waking"),
                ("shadowing", "shadow"),
                ("induction", "shadow"),
                ("meeting", "training"),
                ("visits", "round"),
                ("run", "round"),
            ),
            default="waking",
        ),
        Column(
            "Break minutes",
            "Minutes of break inside it.",
            Type.WHOLE,
            also=("Break", "Breaks", "Unpaid break"),
            default="0",
            least=0,
            most=240,
        ),
        Column(
            "Break paid",
            "Whether the break is paid.",
            Type.YES_NO,
            also=("Paid break",),
            default="No",
        ),
        Column(
            "Contract hours",
            "Hours it counts towards contracted hours.",
            Type.HOURS,
            also=("Counted hours", "Hours", "Paid hours"),
            default="its length without an unpaid break; 0 for a sleep-in",
            least=0,
            most=48,
        ),
        Column(
            "Skills needed",
            "What everybody on it must hold, with commas.",
            Type.LIST,
            also=("Skills", "Skill", "Skill needed"),
            default="none",
        ),
        Column(
            "Units",
            "The units in which it is worked, with commas.",
            Type.LIST,
            also=("Unit",),
            default="every unit",
        ),
        Column(
            "Counts as",
            "Other codes whose cover it also meets, such as E, L for a long "
            "day.",
            Type.LIST,
            also=("Covers", "Also covers"),
            default="only itself",
        ),
        Column(
            "Minimum age",
            "The age from which somebody may do it.",
            Type.WHOLE,
            also=("Min age",),
            default="none",
            least=0,
            most=30,
        ),
        rule_book.HAZARDOUS,
        *rule_book.FIXED_LENGTH,
        Column(
            "Colour",
            "The colour of its rota cells, as a word or as in #FFE699.",
            also=("Color",),
            default="a colour of the program's choice",
        ),
    ),
    required=True,
    also=("Shifts", "Shift codes", "Codes", "Key", "Legend"),
)
