"""Workbooks as a manager fills them in, made with openpyxl for tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook


def manager_book() -> Workbook:
    """Make a small workbook: two units, six people, two weeks."""
    book = openpyxl.Workbook()
    service = book.worksheets[0]
    service.title = "Service"
    for row in (
        ("Name", "Rowan House"),
        ("Kind", "supported living"),
        ("Starts", date(2026, 12, 21)),
        ("Weeks", 2),
        ("Units", "Rowan, Ash"),
    ):
        service.append(row)
    _table(book, "Shift types", "Code Name Start End Kind", SHIFT_TYPES)
    _table(book, "Cover", "Unit Shift Minimum Lead", COVER)
    _table(book, "Workers", "Name Role Hours Units Lead", WORKERS)
    _table(book, "Leave", "Name From To Kind", LEAVE)
    return book


SHIFT_TYPES = (
    ("E", "Early", "07:00", "15:00", "waking"),
    ("L", "Late", "14:00", "22:00", "waking"),
    ("SI", "Sleep-in", "22:00", "07:00", "sleep-in"),
)
COVER = (
    ("each", "E", 1, 1),
    ("each", "L", 1, None),
    ("Rowan", "SI", 1, None),
)
WORKERS = (
    ("Ana Silva", "Senior", 37.5, "Rowan", "yes"),
    ("Ben Okoro", "Senior", 37.5, "Rowan, Ash", "yes"),
    ("Cath Jones", "Support worker", 30, "", ""),
    ("Dev Patel", "Support worker", 30, "Ash", ""),
    ("Ewa Nowak", "Support worker", 24, "Rowan, Ash", "yes"),
    ("Femi Ade", "Support worker", 24, "Ash", ""),
)
LEAVE = (("Cath Jones", date(2026, 12, 24), date(2026, 12, 26), "leave"),)


def _table(
    book: Workbook,
    title: str,
    headings: str,
    rows: tuple[tuple[object, ...], ...],
) -> None:
    sheet = book.create_sheet(title)
    sheet.append(headings.split())
    for row in rows:
        sheet.append(row)


def with_extras(book: Workbook) -> Workbook:
    """Add what a manager adds: a formula, a comment, a sheet, a format."""
    notes = book.create_sheet("My notes")
    notes["A1"] = 2
    notes["A2"] = "=A1*21"
    notes["A2"].number_format = '"£"0.00'
    notes["A3"] = "=COUNTA(Workers!A:A)"
    notes["A1"].comment = Comment("ask Ana", "manager")
    notes.sheet_view.tabSelected = True
    book["Workers"]["A2"].comment = Comment("prefers lates", "manager")
    return book


def typed_rota(book: Workbook) -> Workbook:
    """Add a Rota sheet with cells typed by hand."""
    sheet = book.create_sheet("Rota")
    days = [date(2026, 12, 21 + n) for n in range(4)]
    sheet.append(["Name", *days])
    sheet.append(["Ana Silva", "E", "L", "OFF", None])
    sheet.append(["Cath Jones", "L@Ash", None, None, None])
    sheet.append(["Femi Ade", "AL", "AL", None, "9-3"])
    return book


def saved(book: Workbook, path: Path) -> Path:
    """Save a workbook and give its path."""
    book.save(path)
    return path
