"""Write the pages that are made from the code: rules.md and workbook.md.

Usage: python docs/make.py
"""

from __future__ import annotations

from pathlib import Path

from rota.io.schema import manual as workbook_manual
from rota.rules.manual import manual as rules_manual

HERE = Path(__file__).parent
PAGES = {"rules.md": rules_manual, "workbook.md": workbook_manual}


def main() -> None:
    """Write each page beside this script."""
    for name, write in PAGES.items():
        (HERE / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main()
