"""Everything that searches: the plan, its lowering to CP-SAT, the run."""
