"""The Options sheet: variants of the rota to put side by side."""

from rota.io.column import Column, Sheet, Type

CHANGES = (
    "Nothing",
    "Rule",
    "Cover",
    "Shift out",
    "Shift in",
    "Joins",
    "Leaves",
    "Training",
    "Leave moved",
    "Seed",
)

OPTIONS = Sheet(
    "Options",
    "Variants for `rota batch`: what would be, if. A row is one change; rows "
    "with the same option belong together. `rota solve` does not use it.",
    (
        Column(
            "Option",
            "The name of the option.",
            required=True,
            also=("Option name", "Variant", "Scenario"),
            example="Two more at 30 h",
            width=24,
        ),
        Column(
            "Change",
            "What kind of change it is.",
            Type.CHOICE,
            choices=CHANGES,
            words=(("Worker added", "Joins"), ("Worker removed", "Leaves")),
            default="nothing changes: the rota as it is",
            width=14,
        ),
        Column(
            "What",
            "The rule, the shift code, or the person. Cover without one is "
            "all cover.",
            also=("Who", "Who or what"),
            width=22,
        ),
        Column("Unit", "The unit of the cover, or of those who join."),
        Column(
            "Setting",
            "Of a rule: Strength, Price or a setting of its own. Of cover: "
            "Minimum, Ideal or Times.",
            default="Minimum, for cover; none else",
            width=16,
        ),
        Column(
            "Value",
            "What the setting is to be; how many join; the times of the shift "
            "that comes in; the number of the seed.",
            default="1 person who joins",
            example="12",
        ),
        Column(
            "Hours",
            "Weekly hours of each who joins; paid hours of a shift.",
            Type.HOURS,
            default="0; what follows from the times",
            least=0,
            most=80,
        ),
        Column(
            "Skills",
            "Of those who join; the one that is trained; the one that cover "
            "asks for.",
            Type.LIST,
            default="none",
            also=("Skill",),
            width=18,
        ),
        Column(
            "Contract",
            "Of those who join.",
            Type.CHOICE,
            choices=("permanent", "bank", "sessional", "agency"),
            default="permanent",
        ),
        Column(
            "From",
            "Since when the training counts, or people join; the first day of "
            "the leave as it is.",
            Type.DATE,
            default="from the start",
        ),
        Column("To", "The first day of the leave as it would be.", Type.DATE),
    ),
    also=("Options to compare", "Scenarios"),
)
