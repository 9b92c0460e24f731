"""Dask distributed: a worker is killed in mid-batch, and nothing is lost."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from rota.batch import compare
from rota.cluster import cluster
from rota.comparison import Outcome
from rota.errors import ClusterError
from rota.options import Option
from tests.solver.tiny import house

# Dask warns of its own affairs: sockets, event loops, temporary folders.
pytestmark = pytest.mark.filterwarnings("ignore")
HOUSE = house(3, days=5, people=4)


def test_a_killed_worker_loses_no_option_and_doubles_none(
    tmp_path: Path,
) -> None:
    pytest.importorskip("distributed", reason="the extra cluster is optional")
    from distributed import get_client

    options = [Option(name=str(number)) for number in range(6)]
    told: list[str] = []
    killed: list[int] = []

    def watch(outcome: Outcome, done: int, of: int) -> None:
        told.append(outcome.name)
        if not killed:
            workers = get_client().run(os.getpid)
            killed.append(next(iter(workers.values())))
            os.kill(killed[0], signal.SIGKILL)

    with cluster(workers=2) as executor:
        found = compare(
            HOUSE,
            options,
            seconds=1,
            executor=executor,
            folder=tmp_path,
            progress=watch,
        )
    assert killed
    assert sorted(told) == list("012345")
    assert [outcome.error for outcome in found.outcomes] == [""] * 6
    assert len(found.rosters) == 6
    assert len(list(tmp_path.glob("*.json"))) == 6


def test_a_cluster_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rota.cluster.TIMEOUT", 1)
    pytest.importorskip("distributed", reason="the extra cluster is optional")
    with (
        pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:1"),
        cluster("tcp://127.0.0.1:1"),
    ):
        pass


def test_without_the_extra_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match="pip install"), cluster(workers=1):
        pass


def test_any_executor_will_do() -> None:
    with ProcessPoolExecutor(1) as executor:
        found = compare(
            HOUSE, [Option(name="a")], seconds=0.2, executor=executor
        )
    assert found.outcome["a"].has_rota
