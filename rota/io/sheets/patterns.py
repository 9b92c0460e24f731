"""The sheet of rolling patterns."""

from rota.io.column import Column, Sheet, Type
from rota.io.sheets.people import NAME, date_column
from rota.words import DAY_NAMES, SHORT_DAY_NAMES

PATTERNS = Sheet(
    "Patterns",
    "Rolling patterns: one row for each week of a person's cycle.",
    (
        NAME,
        Column(
            "Week",
            "Which week of the cycle, 1 to 8.",
            Type.WHOLE,
            also=("Pattern week", "Week of cycle"),
            default="1",
            least=1,
            most=8,
            example="1",
        ),
        date_column(
            "Starts",
            "A date in the first week of the cycle; once is enough.",
            "the first week of the rota",
            "Start",
            "Start date",
            "Cycle starts",
        ),
        Column(
            "Firm",
            "Firm: nothing else on that day. Preferred: a wish "
            "that has a price.",
            Type.CHOICE,
            also=("Firm or preferred",),
            choices=("firm", "preferred"),
            words=(
                ("yes", "firm"),
                ("y", "firm"),
                ("fixed", "firm"),
                ("no", "preferred"),
                ("n", "preferred"),
            ),
            default="preferred",
        ),
        Column(
            "When",
            "Whether it holds always, in term, or in the school holidays.",
            Type.CHOICE,
            choices=("always", "term", "school holidays"),
            words=(
                ("term time", "term"),
                ("holidays", "school holidays"),
                ("school holiday", "school holidays"),
            ),
            default="always",
        ),
        *(
            Column(
                short,
                f"{full}: a code, codes as E/L, OFF, times, or blank for "
                "free.",
                Type.SHIFTS,
                also=(full,),
                default="free",
                example="E" if short == "Mon" else "",
                width=7,
            )
            for short, full in zip(SHORT_DAY_NAMES, DAY_NAMES, strict=True)
        ),
    ),
    without="nobody has a rolling pattern",
    also=("Pattern", "Rolling rota", "Fixed pattern"),
)
