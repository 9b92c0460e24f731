"""The pages that are made from the code are as the code makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rota.io.schema import manual as workbook_manual
from rota.rules import RULES
from rota.rules.manual import find, manual, one_rule, rule_list

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize(
    ("name", "text"),
    [("rules.md", manual()), ("workbook.md", workbook_manual())],
)
def test_a_page_is_up_to_date(name: str, text: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    assert page == text, "run python docs/make.py"


def test_every_rule_says_what_it_asks() -> None:
    listed = rule_list()
    for rule in RULES:
        assert rule.title().endswith("."), rule
        assert rule.title() in listed
        assert rule.title() in one_rule(rule.id_of_class()).replace("\n", " ")


def test_a_rule_is_found_however_it_is_spelt() -> None:
    assert find("Days-in-a-ROW") is find("days in a row")


def test_links_lead_somewhere() -> None:
    for page in (DOCS.parent / "README.md", *DOCS.glob("*.md")):
        text = page.read_text(encoding="utf-8")
        for part in text.split("](")[1:]:
            target = part.split(")")[0]
            if not target.startswith("http"):
                assert (page.parent / target).exists(), (page, target)
