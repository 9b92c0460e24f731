"""Other machines to solve on: Dask distributed, where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from rota.errors import ClusterError

RETRIES = 2  # of an option whose worker is lost, or that fails there
TIMEOUT = 15  # seconds for a scheduler to answer


@contextmanager
def cluster(address: str = "", workers: int = 0) -> Iterator[Executor]:
    """Give an executor of a cluster, and let go of it at the end.

    Parameters
    ----------
    address
        The scheduler's, such as `tcp://10.0.0.5:8786`. Its workers need the
        same version of rota.
    workers
        Without an address: start so many workers on this machine.

    Raises
    ------
    ClusterError
        Dask distributed is not installed, or nobody answers.
    """
    client = _client(address, workers)
    try:
        yield client.get_executor(retries=RETRIES)
    finally:
        client.close()
        if client.cluster is not None:
            client.cluster.close()


def _client(address: str, workers: int) -> Any:
    try:
        dask: Any = import_module("distributed")  # it has no types
    except ImportError as error:
        raise ClusterError(
            "For a cluster, install the extra: pip install 'rota[cluster]'."
        ) from error
    try:
        if address:
            return dask.Client(address, timeout=TIMEOUT)
        local = dask.LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=None
        )
        return dask.Client(local)
    except (OSError, TimeoutError, ValueError) as error:
        where = address or "this machine"
        raise ClusterError(f"No cluster answers at {where}.") from error
