"""The small scripts for developers run as they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import rota
from rota.examples import write_example

TOP = Path(__file__).resolve().parents[2]


def run(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(TOP / "examples" / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(TOP)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_python() -> None:
    assert "hours to fill  0.0" in run("from_python.py")
    text = (TOP / "examples" / "from_python.py").read_text()
    assert len(text.splitlines()) < 60


def test_six_lines(tmp_path: Path) -> None:
    workbook, new = tmp_path / "rota.xlsx", tmp_path / "new.xlsx"
    write_example("personal-assistants", workbook)
    said = run("six_lines.py", str(workbook), str(new), "10")
    assert "rules broken  0" in said
    assert rota.load(new).roster.pairs
