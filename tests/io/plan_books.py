"""Workbooks with support plans for tests: each sheet as rows."""

from __future__ import annotations

from typing import Any

from tests.io.workbooks import COVER, START, Rows, dates, sheets

PLAN_SERVICE: Rows = [
    ["Name", "Rowan House"],
    ["Kind", "supported living"],
    ["Starts", START],
    ["Weeks", 1],
]
PLAN_WORKERS: Rows = [
    ["Name", "Role", "Hours", "Skills", "Driver", "Own car",
     "Business insurance until", "Personal care group"],
    ["Ana Silva", "Senior", 37.5, "Medication", "Y", "Y", "31/12/2030",
     "women"],
    ["Ben Okoro", "Support worker", 37.5, "Hoist", "Y", None, None, "M"],
    ["Cara Jones", "Support worker", 37.5, "Hoist", None, None, None, "F"],
    ["Dev Patel", "Support worker", 37.5, None, None, None, None, None],
]  # fmt: skip
CLIENTS: Rows = [
    ["Name", "Key workers", "Known by", "Most faces"],
    ["Alma R", "Ana Silva", "Ben Okoro", 4],
    ["Bob T", None, None, None],
]
PLAN_HEAD = ["Client", "Support", "People", "Hours a week", "Hours a day",
             "From", "To", "Days", "Earliest", "Latest", "Shortest",
             "Longest", "Skills", "Driver", "Personal care by", "Preferred",
             "Excluded", "Essential", "From date", "To date",
             "Trip"]  # fmt: skip
DIARY_HEAD = ["Client", "What", "From", "From time", "To", "To time", "Hours",
              "People", "Driver", "Skills"]  # fmt: skip
SESSIONS_HEAD = ["Date", "From", "To", "Client", "Support", "Who", "Keep"]


def plan(client: str, support: object = "1:1", **cells: Any) -> list[Any]:
    """Give a row of Support plans; underscores stand for spaces."""
    named = {name.replace("_", " "): value for name, value in cells.items()}
    row = [named.pop(name, None) for name in PLAN_HEAD]
    assert not named, f"no such columns: {named}"
    row[:2] = [client, support]
    return row


def plan_sheets(*rows: list[Any], **changes: Any) -> dict[str, Rows]:
    """Give the sheets of a house with these rows of Support plans."""
    content = {
        "Service": PLAN_SERVICE,
        "Cover": COVER,
        "Workers": PLAN_WORKERS,
        "Clients": CLIENTS,
        "Support_plans": [PLAN_HEAD, *rows],
    }
    return sheets(**(content | changes))


WEDNESDAY = dates()[2]
