"""Sessions: who supports whom, as a plain table that is read back."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from rota.calendar import local
from rota.domain import SessionTime
from rota.io.memory import Entry, session_entry
from rota.io.next_pages import Names
from rota.io.pages import paper
from rota.io.pages.facts import Facts

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS = ("Date", "From", "To", "Client", "Support", "Who", "Keep")
KEPT = "yes"
FORMATS = ("ddd d mmm yyyy", "hh:mm", "hh:mm")


def draw(sheet: Worksheet, facts: Facts) -> list[Entry]:
    """Draw the table from the first row on; gives what the program filled."""
    paper.widths(sheet, 18, 9, 9, 26, 20, 44, 9)
    times = taking_place(facts)
    lines = [_line(facts, one) for one in times]
    paper.table(sheet, 1, HEADINGS, lines, FORMATS)
    sheet.row_dimensions[1].height = 20
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:G{max(2, len(lines) + 1)}"
    paper.set_up_page(sheet, facts.title, upright=True, rows="1:1")
    return [
        session_entry(one, _who(facts, one))
        for one in times
        if not _is_kept(facts, one)
    ]


def taking_place(facts: Facts) -> list[SessionTime]:
    """List the sessions that take place, by begin."""
    return sorted(
        (
            one
            for session in facts.problem.sessions
            for one in facts.roster.times_of(session.id)
        ),
        key=lambda one: (one.begins, one.id),
    )


def _line(facts: Facts, one: SessionTime) -> list[object]:
    return [
        one.date,
        _clock(one.begins),
        _clock(one.ends),
        _client(facts, one),
        str(one.line.kind),
        _who(facts, one),
        KEPT if _is_kept(facts, one) else "",
    ]


def _clock(moment: int) -> time:
    return local(moment).time()


def _client(facts: Facts, one: SessionTime) -> str:
    """Give the name; the number where two have the name."""
    name = one.client.name
    same = [c for c in facts.problem.clients if c.name == name]
    return one.client.id if len(same) > 1 else name


def _who(facts: Facts, one: SessionTime) -> str:
    """Name those who give it so that they are found again."""
    names = Names(facts.problem)
    return ", ".join(names.of(w.id) for w in facts.roster.workers_on(one.id))


def _is_kept(facts: Facts, one: SessionTime) -> bool:
    """Tell a session that a person typed, or marked to be kept."""
    pins = facts.problem.pinned_pairs
    there = facts.roster.workers_on(one.id)
    return any((worker.id, one.id) in pins for worker in there)
