"""What the Service, Shift types and Workers sheets hold for the rule book."""

from rota.io.column import Column, Type

PROFILES = ("standard", "continuity of care")

SERVICE_LINES = (
    Column(
        "Published",
        "The day on which people are told this rota.",
        Type.DATE,
        also=("Rota published", "Published on"),
        default="not said, and the notice is not looked at",
    ),
    Column(
        "Working time",
        "How the Working Time Regulations apply: standard; or continuity "
        "of care (reg 21), with averages over 26 weeks, for residential "
        "care.",
        Type.CHOICE,
        also=("Working time profile", "Profile"),
        choices=PROFILES,
        words=(("continuity", "continuity of care"), ("17", "standard")),
        default="standard",
    ),
    Column(
        "Leave year starts",
        "The first day of the leave year, to look at the days of leave, and "
        "for leave by the hour.",
        Type.DATE,
        also=("Leave year",),
        default="the days of leave are not looked at",
    ),
    Column(
        "Leave days",
        "Days of leave a year of somebody who works five days a week; "
        "`20 + bank holidays` where those come on top.",
        also=("Annual leave days", "Leave entitlement"),
        default="not looked at",
        example="20 + bank holidays",
    ),
)

HAZARDOUS = Column(
    "Hazardous night",
    "A night of special hazard or heavy strain, by risk assessment: "
    "8 hours in 24 at most.",
    Type.YES_NO,
    also=("Special hazard", "Hazardous"),
    default="No",
)

FIXED_LENGTH = (
    Column(
        "Fixed length",
        "When the clocks change in it: Yes, it lasts the hours agreed and "
        "ends an hour earlier or later by the clock; No, it ends at its end.",
        Type.YES_NO,
        also=("Fixed hours", "Hours agreed"),
        default="No",
    ),
    Column(
        "Fixed length from",
        "The first day on which that holds.",
        Type.DATE,
        also=("Fixed from",),
        default="always",
    ),
)


def _share(name: str, what: str) -> Column:
    return Column(
        name,
        f"By agreement, how much of a full fair share of {what}, in per cent; "
        "the reason stands nowhere.",
        Type.WHOLE,
        also=(f"{name} %",),
        default="100",
        least=0,
        most=100,
    )


AGREEMENTS = (
    Column(
        "Night assessment",
        "When the person was last offered the health assessment for night "
        "work.",
        Type.DATE,
        default="not recorded",
        also=("Night health assessment", "Night assessment on"),
    ),
    _share("Share of nights", "nights"),
    _share("Share of weekends", "weekends"),
)

TO_BE_GIVEN = Column(
    "Hours to be given",
    "Hours a week that must be given, by a certificate of sponsorship.",
    Type.HOURS,
    also=("Sponsored hours", "CoS hours", "Certificate hours"),
    default="none",
    least=0,
    most=84,
)
