"""The pages about support plans, which a service with clients has too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rota import words
from rota.io.memory import Entry
from rota.io.pages.facts import Facts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

BY_CLIENT = "By client"
COMMISSIONED = "Commissioned hours"
SESSIONS = "Sessions"


def titles(facts: Facts, others: Sequence[str]) -> tuple[str, ...]:
    """Give the titles of all pages in order, for a service with clients.

    By client and Commissioned hours stand after To fill, a Day sheet for
    each date at the end.
    """
    if not facts.has_clients:
        return tuple(others)
    at = others.index("To fill") + 1
    last = others.index("About")
    return (
        *others[:at],
        BY_CLIENT,
        COMMISSIONED,
        *others[at:last],
        SESSIONS,
        *others[last:],
        *day_titles(facts.problem.dates).values(),
    )


def day_titles(dates: Sequence[date]) -> dict[date, str]:
    """Name the Day sheet of each date, with the year where two are alike."""
    said = [words.day(day) for day in dates]
    return {
        day: name if said.count(name) == 1 else f"{name} {day.year}"
        for day, name in zip(dates, said, strict=True)
    }


def draw(sheets: Mapping[str, Worksheet], facts: Facts) -> list[Entry]:
    """Draw them; gives the sessions that the program itself filled."""
    from rota.io.pages import (
        by_client,
        commissioned,
        day_plan,
        day_sheet,
        sessions_page,
    )
    from rota.io.pages.brush import Brush

    by_client.draw(sheets[BY_CLIENT], facts)
    heading = commissioned.Heading(
        facts.title, facts.period, facts.person_word
    )
    commissioned.draw(sheets[COMMISSIONED], heading, facts.commissioned)
    brush = Brush()
    names = day_titles(facts.problem.dates)
    for plan in day_plan.day_plans(facts):
        day_sheet.draw(sheets[names[plan.day]], plan, brush)
    return sessions_page.draw(sheets[SESSIONS], facts)
