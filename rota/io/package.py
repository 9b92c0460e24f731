"""A workbook as what it is on disk: a zip of parts that point at each other.

Whatever we do not know is carried along untouched, byte for byte. XML that
has to change is changed with minidom, which keeps every name-space prefix;
Excel repairs a file in which one has gone missing.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from xml.dom.minidom import Document, Element

from defusedxml.minidom import parseString  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from typing import Self

CONTENT_TYPES = "[Content_Types].xml"
OFFICE_DOCUMENT = "/officeDocument"


def parse(data: bytes) -> Document:
    """Read XML without entities."""
    document: Document = parseString(data)
    return document


def dump(document: Document) -> bytes:
    """Write XML as bytes."""
    return bytes(document.toxml(encoding="UTF-8"))


def elements(node: Element | Document, name: str) -> list[Element]:
    """Give the elements of a name, whatever their prefix."""
    found: list[Element] = node.getElementsByTagNameNS("*", name)
    return found


def root(document: Document) -> Element:
    """Give the outermost element."""
    found = document.documentElement
    if found is None:
        raise ValueError("the XML is empty")
    return found


@dataclass(frozen=True, slots=True)
class Relation:
    """One part points at another."""

    id: str
    type: str
    target: str  # the name of a part; empty if outside the workbook


@dataclass
class Package:
    """The parts of a workbook by name, in order."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, source: Path | bytes) -> Self:
        """Read all parts of a zip."""
        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        with zipfile.ZipFile(stream) as archive:
            names = [i.filename for i in archive.infolist() if not i.is_dir()]
            return cls({name: archive.read(name) for name in names})

    def to_bytes(self) -> bytes:
        """Write the parts as a zip, the content types first."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda n: n != CONTENT_TYPES):
                archive.writestr(name, self.parts[name])
        return stream.getvalue()

    def relations(self, part: str) -> list[Relation]:
        """Give what a part points at; the empty name is the workbook file."""
        data = self.parts.get(rels_of(part))
        if data is None:
            return []
        return [
            Relation(
                node.getAttribute("Id"),
                node.getAttribute("Type"),
                ""
                if node.getAttribute("TargetMode") == "External"
                else resolve(part, node.getAttribute("Target")),
            )
            for node in elements(parse(data), "Relationship")
        ]

    @property
    def workbook(self) -> str:
        """The name of the part that lists the sheets."""
        for relation in self.relations(""):
            if relation.type.endswith(OFFICE_DOCUMENT):
                return relation.target
        return "xl/workbook.xml"

    def target(self, part: str, kind: str) -> str:
        """Give the part of a kind that a part points at, or nothing."""
        for relation in self.relations(part):
            if relation.type.endswith("/" + kind) and relation.target:
                return relation.target
        return ""

    def reachable(self) -> set[str]:
        """Give every part that something leads to."""
        seen: set[str] = set()
        waiting = [""]
        while waiting:
            part = waiting.pop()
            for relation in self.relations(part):
                if relation.target and relation.target not in seen:
                    seen.add(relation.target)
                    waiting.append(relation.target)
        return seen

    def drop(self, names: Iterable[str]) -> None:
        """Take parts out, with their relations and content types."""
        gone = set(names)
        for name in gone:
            self.parts.pop(name, None)
            self.parts.pop(rels_of(name), None)
        types = parse(self.parts[CONTENT_TYPES])
        for node in elements(types, "Override"):
            if node.getAttribute("PartName").lstrip("/") in gone:
                _parent(node).removeChild(node)
        self.parts[CONTENT_TYPES] = dump(types)

    @property
    def is_macro_enabled(self) -> bool:
        """Tell a workbook with macros, which has a name of its own."""
        return b"macroEnabled" in self.parts[CONTENT_TYPES]


def _parent(node: Element) -> Element:
    parent = node.parentNode
    if not isinstance(parent, Element):
        raise TypeError("an element stands alone")
    return parent


def rels_of(part: str) -> str:
    """Name the part that holds the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def resolve(part: str, target: str) -> str:
    """Name the part that a relation of another part means."""
    if target.startswith("/"):
        return target.lstrip("/")
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join(folder, target))


def remove(node: Element) -> None:
    """Take an element out of its document."""
    _parent(node).removeChild(node)


def adopt(document: Document, node: Element, like: Element) -> Element:
    """Copy an element from elsewhere, with the prefix of `like`."""
    prefix = like.tagName.rpartition(":")[0]
    copied: Element = document.importNode(node, True)
    _rename(copied, prefix, like.namespaceURI)
    return copied


def _rename(node: Element, prefix: str, space: str | None) -> None:
    local = node.tagName.rpartition(":")[2]
    node.tagName = node.nodeName = f"{prefix}:{local}" if prefix else local
    node.namespaceURI = space
    for child in list(node.childNodes):
        if isinstance(child, Element):
            _rename(child, prefix, space)


def make(document: Document, name: str, like: Element) -> Element:
    """Make an element in the name space, and with the prefix, of another."""
    prefix = like.tagName.rpartition(":")[0]
    full = f"{prefix}:{name}" if prefix else name
    made: Element = document.createElementNS(like.namespaceURI, full)
    return made
