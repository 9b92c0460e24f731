"""The command line: parse, call one library function, print, exit code.

Everything heavy is imported inside the commands, so that `rota --help` is
there at once and `rota check` never loads a solver.
"""

from rota.cli.batch import batch, compare
from rota.cli.commands import main
from rota.cli.evidence import evidence
from rota.cli.hours import hours
from rota.cli.next_period import next_period

main.add_command(batch)
main.add_command(compare)
main.add_command(evidence)
main.add_command(hours)
main.add_command(next_period)

__all__ = ["main"]
