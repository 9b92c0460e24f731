"""The sheets about getting there: Vehicles, Travel."""

from rota.io.column import Column, Sheet, Type

VEHICLES = Sheet(
    "Vehicles",
    "The vehicles of the service. Without any in the list they are not"
    " counted.",
    (
        Column(
            "Vehicle",
            "What it is called.",
            required=True,
            also=("Name", "Registration", "Car"),
            example="Minibus",
            width=20,
        ),
        Column(
            "Off from",
            "The first day on which it is off the road; a further row with the"
            " same name for a further time.",
            Type.DATE,
            default="never off the road",
            also=("Off the road from", "From", "Off road from"),
        ),
        Column(
            "Off to",
            "The last such day, included.",
            Type.DATE,
            default="the same day",
            also=("Off the road to", "To", "Off road to", "Until"),
        ),
    ),
    also=("Vehicle", "Cars", "Minibuses"),
)

TRAVEL = Sheet(
    "Travel",
    "Minutes between two places, either way: units, or places of the Clients"
    " sheet. The same place twice is the way between two homes there.",
    (
        Column(
            "From",
            "One place, or unit.",
            required=True,
            also=("Place", "Start", "Between"),
            example="Canton",
            width=18,
        ),
        Column(
            "To",
            "The other.",
            required=True,
            also=("Other place", "End", "And"),
            example="Ely",
            width=18,
        ),
        Column(
            "Minutes by car",
            "Minutes by car, door to door.",
            Type.WHOLE,
            required=True,
            also=("Minutes", "By car", "Car", "Drive"),
            least=0,
            most=240,
            example="15",
        ),
        Column(
            "Minutes on foot",
            "Minutes for those without a car for work: on foot, by bus.",
            Type.WHOLE,
            default="the same as by car",
            also=("On foot", "Walk", "Foot", "By bus"),
            least=0,
            most=240,
            example="40",
        ),
    ),
    also=("Travel times", "Journeys"),
)
