"""A batch that is killed with -9 goes on where it was."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import sys
from rota.batch import compare
from rota.options import Option
from tests.solver.tiny import house

if __name__ == "__main__":
    found = compare(
        house(3, days=5, people=4),
        [Option(name=str(n)) for n in range(int(sys.argv[2]))],
        seconds=1,
        jobs=1,
        folder=sys.argv[1],
        progress=lambda outcome, done, of: print(outcome.name, flush=True),
    )
    assert len(found.rosters) == int(sys.argv[2])
"""
ROOT = Path(__file__).parents[2]


def start(folder: Path, options: int) -> subprocess.Popen[str]:
    script = folder / "batch_of_options.py"
    script.write_text(SCRIPT, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, str(script), str(folder / "done"), str(options)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def children(pid: int) -> list[int]:
    """Give the processes that a process has started."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8")
    return [int(one) for one in text.split()]


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False
    return state.rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="looks at /proc"
)
def test_a_batch_killed_midway_keeps_what_is_finished(tmp_path: Path) -> None:
    batch = start(tmp_path, 6)
    assert batch.stdout is not None
    first = [batch.stdout.readline().strip() for _ in range(2)]
    assert first == ["0", "1"]
    helpers = children(batch.pid)
    batch.send_signal(signal.SIGKILL)
    batch.wait()
    batch.stdout.close()
    before = {p.name: p.stat().st_mtime_ns for p in done(tmp_path)}
    assert 2 <= len(before) < 6
    for _ in range(100):
        if not any(map(is_alive, helpers)):
            break
        time.sleep(0.1)
    assert not any(map(is_alive, helpers)), "its processes went with it"

    batch = start(tmp_path, 6)
    said, _ = batch.communicate(timeout=60)
    assert batch.returncode == 0
    assert sorted(said.split()) == list("012345")
    after = {p.name: p.stat().st_mtime_ns for p in done(tmp_path)}
    assert len(after) == 6
    assert {name: after[name] for name in before} == before
    names = [json.loads(p.read_text("utf-8"))["name"] for p in done(tmp_path)]
    assert sorted(names) == list("012345")


def done(folder: Path) -> list[Path]:
    return list((folder / "done").glob("*.json"))
