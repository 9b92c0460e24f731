"""Writing the answer: our pages, in front of the manager's own sheets."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rota import words
from rota.io import atomic, carried
from rota.io.column import Sheet
from rota.io.graft import MARK, graft, sheets_of, titles
from rota.io.memory import SHEET as MEMORY
from rota.io.memory import Entry, write_memory
from rota.io.naming import sheet_of
from rota.io.package import Package, parse
from rota.io.pages import plans
from rota.io.pages.facts import Facts
from rota.io.sheets.clients import SESSIONS
from rota.io.sheets.running import ROTA
from rota.result import Result

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TITLES = (
    "Summary",
    "Rota",
    "To fill",
    "Checks",
    "Hours",
    "Fair share",
    "About",
)
PLAN_TITLES = (plans.BY_CLIENT, plans.COMMISSIONED, plans.SESSIONS)
_DAY = re.compile(r"[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}(?: \d{4})?")


@dataclass(frozen=True, slots=True)
class Written:
    """Where the workbook is, and what there is to say about it."""

    path: Path
    notes: tuple[str, ...] = ()


def write(
    result: Result,
    path: str | Path,
    source: str | Path | None = None,
    notes: Sequence[str] = (),
    person_word: str = "client",
) -> Written:
    """Write a rota as a workbook.

    Parameters
    ----------
    result
        The rota, its check, and how it was found.
    path
        Where to write; the ending follows the source's kind of workbook.
    source
        The manager's workbook. It is never changed; all its sheets stand
        after our pages, with everything in them as it was.
    notes
        What the reader had to say, for the Summary.
    person_word
        What a person supported is called.

    Returns
    -------
    Where it was written, which is beside `path` if that file is open, and
    sentences to tell.

    Raises
    ------
    OutputError
        Nothing can be written there.
    """
    origin = None if source is None else Path(source)
    facts = Facts.of(result, notes, person_word)
    theirs = None if origin is None else Package.open(origin)
    if origin is not None:
        digest = hashlib.sha256(origin.read_bytes()).hexdigest()
        facts = replace(facts, source_hash=digest)
    said: list[str] = []
    data = _build(facts, theirs, origin, said)
    wanted = _named(Path(path), theirs, said)
    place = atomic.write_bytes(wanted, data, origin)
    if place != wanted:
        said.append(
            f"{_why_not(wanted, origin)}; the rota is in {place.name}."
        )
    return Written(place, tuple(said))


def _why_not(wanted: Path, origin: Path | None) -> str:
    """Say why a file was left as it is."""
    if origin is not None and atomic.is_same(wanted, origin):
        return f"{wanted.name} is your own workbook, which is never changed"
    return f"{wanted.name} is open, or may not be written over"


def _named(path: Path, theirs: Package | None, said: list[str]) -> Path:
    """Give the path with the ending that the kind of workbook must have."""
    macros = theirs is not None and theirs.is_macro_enabled
    ending = ".xlsm" if macros else ".xlsx"
    if path.suffix.casefold() == ending:
        return path
    known = path.suffix.casefold() in (".xlsx", ".xlsm", ".xls")
    name = f"{path.stem if known else path.name}{ending}"
    if path.suffix:
        why = "has macros" if macros else "has no macros"
        said.append(f"The workbook {why}, so it is written as {name}.")
    return path.with_name(name)


def _build(
    facts: Facts, theirs: Package | None, origin: Path | None, said: list[str]
) -> bytes:
    """Make the pages, and put them into the manager's workbook."""
    wanted = plans.titles(facts, TITLES)
    if theirs is None or origin is None:
        names = dict(zip(wanted, wanted, strict=True))
        return _saved(_pages(facts, names, []))
    every, ours = titles(theirs)
    drop = [t for t in every if t == MEMORY or (t in ours and _is_page(t))]
    forms = (ROTA, SESSIONS) if facts.has_clients else (ROTA,)
    drop += _empty_forms(origin, [t for t in every if t not in drop], forms)
    kept = [title for title in every if title not in drop]
    rename = _renames(kept, said)
    if facts.has_clients:
        rename |= _sessions_renamed(kept, said)
    taken = {rename.get(title, title).casefold() for title in kept}
    names = {title: _free(title, taken) for title in wanted}
    book = _pages(facts, names, carried.absence_typed(origin))
    if "Rota" in ours and _has_comments(theirs, "Rota"):
        _carry_comments(book[names["Rota"]], origin, said)
    graft(theirs, Package.open(_saved(book)), drop=drop, rename=rename)
    return theirs.to_bytes()


def _has_comments(theirs: Package, title: str) -> bool:
    book = parse(theirs.parts[theirs.workbook])
    return any(
        theirs.target(sheet.part, "comments")
        for sheet in sheets_of(theirs, book)
        if sheet.title == title
    )


def _carry_comments(sheet: Worksheet, origin: Path, said: list[str]) -> None:
    """Put the comments of the last Rota page on the new one."""
    lost = carried.put_comments(sheet, carried.comments(origin, "Rota"))
    if lost:
        things = words.count(lost, "comment")
        said.append(
            f"{things} on the last Rota page could not be carried over: the"
            " person or the date is not on this one."
        )


def _renames(kept: Sequence[str], said: list[str]) -> dict[str, str]:
    """Give new titles to sheets that would be read as the rota."""
    found = {}
    for title in kept:
        if sheet_of(title, (ROTA,)) is not None:
            found[title] = f"{title[:22]} as typed"
            said.append(
                f"The sheet {title} as it was is now {found[title]}; the"
                " rota is in Rota."
            )
    return found


def _sessions_renamed(kept: Sequence[str], said: list[str]) -> dict[str, str]:
    """Give a new title to a sheet that would be read as our Sessions."""
    mine = [t for t in kept if sheet_of(t, (SESSIONS,)) is not None]
    found = {title: f"{title[:22]} as typed" for title in mine}
    said += [
        f"The sheet {title} as it was is now {renamed}; who supports whom is"
        f" in {SESSIONS.name}."
        for title, renamed in found.items()
    ]
    return found


def _is_page(title: str) -> bool:
    """Tell the title of a page that an earlier run may have written."""
    known = (*TITLES, *PLAN_TITLES)
    return title in known or _DAY.fullmatch(title) is not None


def _free(title: str, taken: Iterable[str]) -> str:
    """Give a title of ours that none of their sheets has."""
    if title.casefold() not in taken:
        return title
    return f"{title} (rota)"


def _empty_forms(
    origin: Path, every: Sequence[str], forms: tuple[Sheet, ...]
) -> list[str]:
    """Give rota sheets in which nobody has typed anything yet."""
    import openpyxl

    found = {title: sheet_of(title, forms) for title in every}
    alike = {title: form for title, form in found.items() if form is not None}
    if not alike:
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about extras that are not read
        book = openpyxl.load_workbook(origin, read_only=True)
    try:
        return [
            title
            for title, form in alike.items()
            if carried.is_empty_form(
                list(book[title].iter_rows(values_only=True, max_row=2000)),
                form,
            )
        ]
    finally:
        book.close()


def _pages(facts: Facts, names: dict[str, str], away: list[Entry]) -> Workbook:
    """Make a workbook of our pages, in their order."""
    import openpyxl

    from rota.io.pages import (
        about,
        checks,
        fair_share,
        hours,
        rota_page,
        summary,
        to_fill,
    )

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheets = {title: book.create_sheet(name) for title, name in names.items()}
    if facts.has_clients:
        away = [*away, *plans.draw(sheets, facts)]
    summary.draw(sheets["Summary"], facts)
    filled = rota_page.draw(sheets["Rota"], facts)
    to_fill.draw(sheets["To fill"], facts)
    checks.draw(sheets["Checks"], facts)
    hours.draw(sheets["Hours"], facts)
    fair_share.draw(sheets["Fair share"], facts)
    about.draw(sheets["About"], facts)
    _mark(book)
    write_memory(book, [*filled, *away, *carried.changed(facts)])
    book.active = 0
    sheets["Summary"].sheet_view.tabSelected = True
    return book


def _mark(book: Workbook) -> None:
    """Mark our pages with a hidden name, so that a next run knows them."""
    from openpyxl.workbook.defined_name import DefinedName

    for sheet in book.worksheets:
        name = DefinedName(MARK, attr_text="TRUE", hidden=True)
        sheet.defined_names[MARK] = name


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
