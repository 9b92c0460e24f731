"""Putting our pages into a manager's workbook, and nothing else.

Our pages are made in a workbook of their own. Their parts are then added to
the manager's, whose own sheets, pictures, pivots, macros and all stay as they
are on disk. Pages of an earlier run are taken out first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.dom.minidom import Document, Element

from rota.io import styles
from rota.io.package import (
    CONTENT_TYPES,
    Package,
    dump,
    elements,
    make,
    parse,
    rels_of,
    remove,
    resolve,
    root,
)

MARK = "_rota_page"  # a hidden name, local to each page of ours
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLE = re.compile(rb'(<(?:c|row)\b[^>]*? s=")(\d+)(")')
_COLUMN = re.compile(rb'(<col\b[^>]*? style=")(\d+)(")')
_SELECTED = re.compile(
    rb'(<(?:\w+:)?sheetView\b[^>]*?) tabSelected="(?:1|true)"'
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, as the workbook lists it."""

    title: str
    part: str
    node: Element


def sheets_of(package: Package, book: Document) -> list[Sheet]:
    """List the sheets of a workbook in order."""
    targets = {r.id: r.target for r in package.relations(package.workbook)}
    return [
        Sheet(
            node.getAttribute("name"),
            targets.get(_relation_id(node), ""),
            node,
        )
        for node in elements(book, "sheet")
    ]


def _relation_id(node: Element) -> str:
    for space in (
        _R,
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ):
        if node.hasAttributeNS(space, "id"):
            return node.getAttributeNS(space, "id")
    return node.getAttribute("r:id")


def titles(package: Package) -> tuple[list[str], set[str]]:
    """Give the titles of all sheets, and of those that we wrote."""
    book = parse(package.parts[package.workbook])
    every = [sheet.title for sheet in sheets_of(package, book)]
    ours = {
        every[int(node.getAttribute("localSheetId"))]
        for node in elements(book, "definedName")
        if node.getAttribute("name") == MARK
        and node.getAttribute("localSheetId").isdigit()
        and int(node.getAttribute("localSheetId")) < len(every)
    }
    return every, ours


def graft(
    theirs: Package,
    ours: Package,
    *,
    drop: Sequence[str],
    rename: Mapping[str, str],
) -> None:
    """Put the sheets of our workbook before those of theirs.

    Parameters
    ----------
    theirs
        The manager's workbook; it is changed.
    ours
        A workbook that holds nothing but our pages.
    drop
        Titles of their sheets to take out.
    rename
        New titles of their sheets, by the old.
    """
    book = parse(theirs.parts[theirs.workbook])
    before = theirs.reachable()
    old = sheets_of(theirs, book)
    kept = [sheet for sheet in old if sheet.title not in drop]
    gone = [sheet for sheet in old if sheet.title in drop]
    _take_out(theirs, gone)
    theirs.drop(before - theirs.reachable())
    for sheet in kept:
        sheet.node.setAttribute("name", rename.get(sheet.title, sheet.title))
        if sheet.part in theirs.parts:
            found = _SELECTED.sub(rb"\1", theirs.parts[sheet.part], count=1)
            theirs.parts[sheet.part] = found
    added = _bring_in(theirs, ours, book)
    _names(book, ours, added, [sheets_index(old, s) for s in kept])
    _views(book)
    theirs.parts[theirs.workbook] = dump(book)


def sheets_index(sheets: Sequence[Sheet], sheet: Sheet) -> int:
    """Give the place of a sheet among others."""
    return next(n for n, one in enumerate(sheets) if one is sheet)


def _take_out(theirs: Package, gone: Sequence[Sheet]) -> None:
    """Take sheets off the list, and off the workbook's relations."""
    name = rels_of(theirs.workbook)
    relations = parse(theirs.parts[name])
    ids = {_relation_id(sheet.node) for sheet in gone}
    for node in elements(relations, "Relationship"):
        if node.getAttribute("Id") in ids:
            remove(node)
    for sheet in gone:
        remove(sheet.node)
    theirs.parts[name] = dump(relations)


def _bring_in(theirs: Package, ours: Package, book: Document) -> list[Sheet]:
    """Copy our sheets with all that hangs on them."""
    our_styles = ours.target(ours.workbook, "styles")
    style_part = theirs.target(theirs.workbook, "styles")
    moved = 0
    if style_part:
        theirs.parts[style_part], moved = styles.merged(
            ours.parts[our_styles], theirs.parts[style_part]
        )
    our_book = parse(ours.parts[ours.workbook])
    ours_listed = sheets_of(ours, our_book)
    copier = _Copier(theirs, ours, moved, {})
    if not style_part:
        copier.link(copier.copy(our_styles), len(ours_listed), "styles")
    listed = elements(book, "sheets")[0]
    first = listed.firstChild
    made = []
    free = 1 + max(
        [int(n.getAttribute("sheetId") or 0) for n in elements(book, "sheet")],
        default=0,
    )
    for number, sheet in enumerate(ours_listed):
        part = copier.copy(sheet.part)
        link = copier.link(part, number)
        node = _listed(book, listed, sheet, free + number, link)
        listed.insertBefore(node, first)
        made.append(Sheet(sheet.title, part, node))
    copier.finish()
    return made


def _listed(
    book: Document, listed: Element, sheet: Sheet, number: int, link: str
) -> Element:
    node = make(book, "sheet", listed)
    node.setAttribute("name", sheet.title)
    node.setAttribute("sheetId", str(number))
    state = sheet.node.getAttribute("state")
    if state and state != "visible":
        node.setAttribute("state", state)
    prefix = _prefix(root(book))
    node.setAttributeNS(_R, f"{prefix}:id", link)
    return node


def _prefix(top: Element) -> str:
    """Give the prefix of relations; declared if it is not yet."""
    for name, value in top.attributes.items():
        if value == _R and name.startswith("xmlns:"):
            return str(name.partition(":")[2])
    top.setAttribute("xmlns:r", _R)
    return "r"


@dataclass
class _Copier:
    """Copies parts from our workbook to theirs under free names."""

    theirs: Package
    ours: Package
    moved: int
    names: dict[str, str]

    def copy(self, part: str) -> str:
        """Copy a part and what it points at; gives its new name."""
        if part in self.names:
            return self.names[part]
        name = self._free(part)
        self.names[part] = name
        data = self.ours.parts[part]
        if part.startswith("xl/worksheets/"):
            data = _STYLE.sub(self._shift, data)
            data = _COLUMN.sub(self._shift, data)
        self.theirs.parts[name] = data
        relations = self.ours.parts.get(rels_of(part))
        if relations is not None:
            self.theirs.parts[rels_of(name)] = self._relations(part, relations)
        return name

    def _free(self, part: str) -> str:
        used = {name.casefold() for name in self.theirs.parts}
        if part.casefold() not in used:
            return part
        stem, dot, ending = part.rpartition(".")
        bare = stem.rstrip("0123456789")
        number = 1
        while f"{bare}{number}.{ending}".casefold() in used:
            number += 1
        return f"{bare}{number}{dot}{ending}"

    def _shift(self, match: re.Match[bytes]) -> bytes:
        number = int(match[2]) + self.moved
        return match[1] + str(number).encode() + match[3]

    def _relations(self, part: str, data: bytes) -> bytes:
        document = parse(data)
        for node in elements(document, "Relationship"):
            if node.getAttribute("TargetMode") != "External":
                target = resolve(part, node.getAttribute("Target"))
                node.setAttribute("Target", "/" + self.copy(target))
        return dump(document)

    def link(self, part: str, number: int, kind: str = "worksheet") -> str:
        """Let their workbook point at a part; gives the relation's id."""
        name = rels_of(self.theirs.workbook)
        document = parse(self.theirs.parts[name])
        known = elements(document, "Relationship")
        used = {node.getAttribute("Id") for node in known}
        link = next(
            f"rIdRota{n}"
            for n in range(number + 1, number + 1000)
            if f"rIdRota{n}" not in used
        )
        node = make(document, "Relationship", root(document))
        node.setAttribute("Id", link)
        node.setAttribute("Type", f"{_R}/{kind}")
        node.setAttribute("Target", "/" + part)
        root(document).appendChild(node)
        self.theirs.parts[name] = dump(document)
        return link

    def finish(self) -> None:
        """Say the content type of every part that was copied."""
        ours = parse(self.ours.parts[CONTENT_TYPES])
        theirs = parse(self.theirs.parts[CONTENT_TYPES])
        known = {
            n.getAttribute("PartName").lstrip("/"): n.getAttribute(
                "ContentType"
            )
            for n in elements(ours, "Override")
        }
        endings = {
            n.getAttribute("Extension").casefold(): n.getAttribute(
                "ContentType"
            )
            for n in elements(ours, "Default")
        }
        for part, name in self.names.items():
            kind = known.get(part) or endings[part.rpartition(".")[2]]
            node = make(theirs, "Override", root(theirs))
            node.setAttribute("PartName", "/" + name)
            node.setAttribute("ContentType", kind)
            root(theirs).appendChild(node)
        self.theirs.parts[CONTENT_TYPES] = dump(theirs)


def _names(
    book: Document, ours: Package, added: Sequence[Sheet], kept: Sequence[int]
) -> None:
    """Move names that belong to sheets, and add those of our pages."""
    places = {old: len(added) + new for new, old in enumerate(kept)}
    for node in elements(book, "definedName"):
        local = node.getAttribute("localSheetId")
        if local and int(local) in places:
            node.setAttribute("localSheetId", str(places[int(local)]))
        elif local:
            remove(node)
    into = _defined_names(book)
    for node in elements(parse(ours.parts[ours.workbook]), "definedName"):
        made = make(book, "definedName", into)
        for name in ("name", "localSheetId", "hidden"):
            if node.hasAttribute(name):
                made.setAttribute(name, node.getAttribute(name))
        text = "".join(
            child.data for child in node.childNodes if hasattr(child, "data")
        )
        made.appendChild(book.createTextNode(text))
        into.appendChild(made)


def _defined_names(book: Document) -> Element:
    found = elements(book, "definedNames")
    if found:
        return found[0]
    top = root(book)
    before = ("sheets", "functionGroups", "externalReferences")
    made = make(book, "definedNames", top)
    after = _following(top, before)
    if after is None:
        top.appendChild(made)
    else:
        top.insertBefore(made, after)
    return made


def _following(top: Element, names: Sequence[str]) -> Element | None:
    """Give the element after the last one of those names."""
    held = [node for node in top.childNodes if isinstance(node, Element)]
    last = max(n for n, node in enumerate(held) if node.localName in names)
    return held[last + 1] if last + 1 < len(held) else None


def _views(book: Document) -> None:
    """Open at our first page, and work out every formula on opening."""
    for node in elements(book, "workbookView"):
        node.setAttribute("activeTab", "0")
        node.setAttribute("firstSheet", "0")
    for node in elements(book, "calcPr"):
        node.setAttribute("fullCalcOnLoad", "1")
