"""What is written hangs together: what Excel would otherwise repair."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from rota.io.graft import titles
from rota.io.package import (
    CONTENT_TYPES,
    Package,
    elements,
    parse,
    rels_of,
    resolve,
)
from rota.io.read import read
from rota.io.write import write
from tests.io.books import manager_book, saved, typed_rota, with_extras
from tests.io.test_write import a_result
from tests.io.test_write_source import solved


@pytest.fixture(scope="module", params=["new", "first run", "second run"])
def package(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Package:
    folder = tmp_path_factory.mktemp("package")
    if request.param == "new":
        return Package.open(write(a_result(), folder / "new.xlsx").path)
    book = typed_rota(with_extras(manager_book()))
    book["Workers"].print_title_rows = "1:1"
    source = saved(book, folder / "mine.xlsx")
    out = write(solved(read(source)), folder / "one.xlsx", source).path
    if request.param == "second run":
        out = write(solved(read(out)), folder / "two.xlsx", out).path
    return Package.open(out)


def test_every_relation_leads_to_a_part(package: Package) -> None:
    for part in ["", *package.parts]:
        for relation in package.relations(part):
            assert not relation.target or relation.target in package.parts


def test_every_part_has_one_content_type(package: Package) -> None:
    types = parse(package.parts[CONTENT_TYPES])
    named = [
        node.getAttribute("PartName").lstrip("/")
        for node in elements(types, "Override")
    ]
    endings = {
        node.getAttribute("Extension") for node in elements(types, "Default")
    }
    assert [n for n, times in Counter(named).items() if times > 1] == []
    assert set(named) <= set(package.parts)
    for part in package.parts:
        known = part in named or part.rpartition(".")[2] in endings
        assert known or part == CONTENT_TYPES, part


def test_nothing_lies_about(package: Package) -> None:
    loose = {
        part
        for part in set(package.parts) - package.reachable()
        if not part.endswith(".rels") and part != CONTENT_TYPES
    }
    assert not loose


def test_sheets_have_numbers_and_titles_of_their_own(
    package: Package,
) -> None:
    book = parse(package.parts[package.workbook])
    sheets = elements(book, "sheet")
    for attribute in ("name", "sheetId", "r:id"):
        held = [node.getAttribute(attribute).casefold() for node in sheets]
        assert len(set(held)) == len(held)
    assert all(len(node.getAttribute("name")) <= 31 for node in sheets)


def test_names_belong_to_sheets_that_are_there(package: Package) -> None:
    book = parse(package.parts[package.workbook])
    count = len(elements(book, "sheet"))
    seen = []
    for node in elements(book, "definedName"):
        local = node.getAttribute("localSheetId")
        assert not local or int(local) < count
        seen.append((node.getAttribute("name"), local))
    assert len(set(seen)) == len(seen)


def test_our_pages_are_known_again(package: Package) -> None:
    every, ours = titles(package)
    assert ours == set(every[:7])


def test_every_cell_has_a_style_that_exists(package: Package) -> None:
    styles = parse(package.parts[package.target(package.workbook, "styles")])
    lists = {
        name: [
            node
            for node in elements(styles, name)[0].childNodes
            if node.nodeType == node.ELEMENT_NODE
        ]
        for name in ("fonts", "fills", "borders", "cellXfs")
    }
    for name, held in lists.items():
        node = elements(styles, name)[0]
        assert int(node.getAttribute("count")) == len(held)
    for node in lists["cellXfs"]:
        for attribute, name in (
            ("fontId", "fonts"),
            ("fillId", "fills"),
            ("borderId", "borders"),
        ):
            assert int(node.getAttribute(attribute)) < len(lists[name])
    for part, data in package.parts.items():
        if "worksheets/sheet" in part:
            used = re.findall(rb'<c [^>]*?s="(\d+)"', data)
            assert all(int(n) < len(lists["cellXfs"]) for n in used)


def test_names_of_relations_are_found() -> None:
    assert rels_of("xl/workbook.xml") == "xl/_rels/workbook.xml.rels"
    assert rels_of("") == "_rels/.rels"
    assert resolve("xl/worksheets/s.xml", "../media/a.png") == "xl/media/a.png"
    assert resolve("xl/workbook.xml", "/xl/styles.xml") == "xl/styles.xml"


def test_parts_that_nobody_leads_to_are_taken_out(tmp_path: Path) -> None:
    one = Package.open(write(a_result(), tmp_path / "one.xlsx").path)
    charts = [part for part in one.parts if "charts/" in part]
    assert charts
    one.drop(charts)
    assert not set(charts) & set(one.parts)
    assert b"charts" not in one.parts[CONTENT_TYPES]
