"""Whole schedules of each worker, put together by a linear programme.

Column generation (Dantzig and Wolfe): a master programme chooses among the
schedules known of each worker those that fit together; its dual prices say
what an hour is worth at each time; and for each worker the best schedule at
these prices is found and added. The bound is far tighter than that of any
linear programme over single duties, for each worker's own rules hold whole.
"""
