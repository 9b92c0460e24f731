"""docs/uk-rules.md names every id, and only rules that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rota.rules import RULES

PAGE = Path(__file__).parent.parent / "docs" / "uk-rules.md"
_NAMES = """
WTR-48 WTR-48b WTR-DR WTR-WR WTR-WR35 WTR-BRK WTR-CR WTR-NT WTR-NTH WTR-NHA
WTR-YW8 WTR-YW40 WTR-YWDR WTR-YWWR WTR-YWBR WTR-YWN SI-WT SI-NMW NGT-PREG
BH-CAL BH-FAIR IMM-RTW IMM-STU IMM-SUP IMM-MIN CQC-18 CQC-SKILL CQC-TRN
CQC-NEW CQC-DBS CARE-SEX CARE-CONT CARE-30 CON-HRS CON-NOT FAT-N3 FAT-LD3
FAT-7 FAT-2N FAT-12 FAT-FWD FAT-WE
"""
IDS = _NAMES.split()
_ID = re.compile(r"\b(?:WTR|SI|NGT|BH|IMM|CQC|CARE|CON|FAT)-[A-Z0-9]+b?\b")


def held() -> dict[str, tuple[list[str], str]]:
    """Give the rules that hold each id, and the reason where none does."""
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if _ID.fullmatch(cells[0]):
            assert cells[0] not in found, f"{cells[0]} stands twice"
            rules = [name for name in cells[2].split(", ") if name]
            found[cells[0]] = rules, cells[3]
    return found


def test_every_id_is_there_once() -> None:
    assert list(held()) == IDS


def reference() -> str:
    """Give the text of the rule book that the ids are from, or skip."""
    places = (parent / "shared" / "UK_RULES.md" for parent in PAGE.parents)
    found = next((place for place in places if place.exists()), None)
    if found is None:
        pytest.skip("the rule book that the ids are from is not here")
    return found.read_text(encoding="utf-8")


def test_the_ids_are_those_of_the_rule_book() -> None:
    """Its table writes `WTR-YW8 / YW40` for two that stand together."""
    table = reference().split("## 1. ")[1].split("\n## ")[0]
    first = [line.split("|")[1] for line in table.splitlines() if "|" in line]
    named = [name.replace("/ YW40", "/ WTR-YW40") for name in first]
    assert [i for name in named for i in _ID.findall(name)] == IDS


def test_every_case_of_the_rule_book_is_a_test_that_names_it() -> None:
    cases = reference().split("## 13. ")[1].split("\n## ")[0]
    asked = {int(n) for n in re.findall(r"^\| (\d+) \|", cases, re.MULTILINE)}
    assert asked == set(range(1, 41))
    tests = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parent.rglob("test_*.py")
    )
    named = {int(n) for n in re.findall(r"def test_case_(\d+)_", tests)}
    assert named == asked


@pytest.mark.parametrize("name", IDS)
def test_an_id_has_a_rule_or_a_reason(name: str) -> None:
    rules, reason = held()[name]
    assert bool(rules) != bool(reason)
    assert set(rules) <= {rule.id_of_class() for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id_of_class())
def test_the_ids_that_a_rule_names_are_held_by_it(rule: type) -> None:
    for name in _ID.findall(rule.__doc__ or ""):
        assert rule.id_of_class() in held()[name][0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", IDS)
def test_a_rule_that_holds_an_id_names_it(name: str) -> None:
    rules, _ = held()[name]
    texts = [rule.__doc__ for rule in RULES if rule.id_of_class() in rules]
    assert not rules or any(name in (text or "") for text in texts)
