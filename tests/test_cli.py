"""The command line: what a manager types by chance ends in sentences."""

import signal
import threading
from collections.abc import Callable

import pytest
from click.testing import CliRunner

import rota
from rota.cli import main
from rota.cli.commands import _watched
from rota.progress import Progress
from rota.result import Result
from rota.solver import run
from tests.solver.tiny import house


@pytest.mark.parametrize("seconds", ["0", "-5", "nan", "inf", "soon"])
@pytest.mark.parametrize("command", ["solve", "batch"])
def test_a_time_without_an_end_is_refused(command: str, seconds: str) -> None:
    typed = [command, "a.xlsx", "-o", "b.xlsx", "--seconds", seconds]
    answer = CliRunner().invoke(main, typed)
    assert answer.exit_code == 2
    assert "seconds" in answer.output


def test_any_number_is_a_seed() -> None:
    result = rota.solve(house(4), seconds=5, seed=10**20, threads=1)
    assert result.seed == 10**20


def test_ctrl_c_keeps_the_best_rota(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In the midst of searches side by side, and pressed again."""
    monkeypatch.setattr(run, "ONE_SHOT", 0)
    problem = house(2, days=14, people=7)

    def job(
        watch: Callable[[Progress], None], stop: threading.Event
    ) -> Result:
        def press(progress: Progress) -> None:
            watch(progress)
            signal.raise_signal(signal.SIGINT)

        return rota.solve(problem, seconds=300, watch=press, stop=stop)

    usual = signal.getsignal(signal.SIGINT)
    result = _watched(job, seconds=300)
    assert len(result.roster) > len(problem.pinned)
    assert signal.getsignal(signal.SIGINT) is usual


def test_a_file_that_is_not_there_is_nothing_to_mend() -> None:
    answer = CliRunner().invoke(main, ["check", "nowhere.xlsx"])
    assert answer.exit_code == 3
    assert "cannot be read:\n  nowhere.xlsx: there is no such" in answer.output
    assert "to mend" not in answer.output
