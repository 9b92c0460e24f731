"""From a workbook to a rota in six lines.

python examples/six_lines.py ROTA.xlsx NEW.xlsx 30
"""

import sys

import rota

workbook, new, seconds = sys.argv[1:]
loaded = rota.load(workbook)
result = rota.solve(loaded.problem, seconds=float(seconds))
print(result)
rota.save(result, new, source=workbook, notes=loaded.notes)
