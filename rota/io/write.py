"""Writing the answer: our pages, in front of the manager's own sheets."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rota.io import atomic
from rota.io.graft import MARK, graft, titles
from rota.io.memory import SHEET as MEMORY
from rota.io.memory import write_memory
from rota.io.naming import sheet_of
from rota.io.package import Package
from rota.io.pages.facts import Facts
from rota.io.sheets.running import ROTA
from rota.result import Result

if TYPE_CHECKING:
    from openpyxl import Workbook

TITLES = (
    "Summary",
    "Rota",
    "To fill",
    "Checks",
    "Hours",
    "Fair share",
    "About",
)


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
    data = _build(facts, theirs, said)
    wanted = _named(Path(path), theirs, said)
    place = atomic.write_bytes(wanted, data, origin)
    if place != wanted:
        said.append(
            f"{wanted.name} is open, or may not be written over; the rota is"
            f" in {place.name} instead."
        )
    return Written(place, tuple(said))


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


def _build(facts: Facts, theirs: Package | None, said: list[str]) -> bytes:
    """Make the pages, and put them into the manager's workbook."""
    if theirs is None:
        return _saved(_pages(facts, dict(zip(TITLES, TITLES, strict=True))))
    every, ours = titles(theirs)
    drop = [t for t in every if t == MEMORY or (t in ours and t in TITLES)]
    drop += _empty_forms(theirs, every, drop)
    kept = [title for title in every if title not in drop]
    rename = _renames(kept, said)
    taken = {rename.get(title, title).casefold() for title in kept}
    names = {title: _free(title, taken) for title in TITLES}
    made = Package.open(_saved(_pages(facts, names)))
    graft(theirs, made, drop=drop, rename=rename)
    return theirs.to_bytes()


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


def _free(title: str, taken: Iterable[str]) -> str:
    """Give a title of ours that none of their sheets has."""
    if title.casefold() not in taken:
        return title
    return f"{title} (rota)"


def _empty_forms(
    theirs: Package, every: Sequence[str], drop: Sequence[str]
) -> list[str]:
    """Give rota sheets in which nobody has typed anything yet."""
    from rota.io.cells import is_blank

    found = []
    for title in every:
        if title in drop or sheet_of(title, (ROTA,)) is None:
            continue
        sheet = _values(theirs, title)
        beyond = any(
            not is_blank(value) for row in sheet[1:] for value in row
        )
        if not beyond:
            found.append(title)
    return found


def _values(theirs: Package, title: str) -> list[tuple[object, ...]]:
    import openpyxl

    stream = io.BytesIO(theirs.to_bytes())
    book = openpyxl.load_workbook(stream, read_only=True, data_only=False)
    try:
        rows = book[title].iter_rows(values_only=True, max_row=2000)
        return [tuple(row) for row in rows]
    finally:
        book.close()


def _pages(facts: Facts, names: dict[str, str]) -> Workbook:
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
    summary.draw(sheets["Summary"], facts)
    filled = rota_page.draw(sheets["Rota"], facts)
    to_fill.draw(sheets["To fill"], facts)
    checks.draw(sheets["Checks"], facts)
    hours.draw(sheets["Hours"], facts)
    fair_share.draw(sheets["Fair share"], facts)
    about.draw(sheets["About"], facts)
    _mark(book)
    write_memory(book, filled)
    book.active = 0
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
