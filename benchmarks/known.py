"""The best scores known to us of public instances."""

from __future__ import annotations

CURTOIS = {
    1: 607,
    3: 1001,
    5: 1143,
    7: 1056,
    9: 439,
    11: 3443,
    13: 1348,
    15: 3829,
    17: 5746,
    19: 3149,
    21: 21133,
    23: 17428,
}
INRC2 = {
    "n030w4_1_6-2-9-1": 1675,
    "n030w4_1_6-7-5-3": 1820,
    "n060w4_1_6-1-1-5": 2455,
    "n060w4_1_9-6-3-8": 2675,
}
