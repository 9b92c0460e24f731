"""Public and private instances, run by hand."""
