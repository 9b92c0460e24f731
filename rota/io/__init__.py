"""Workbooks in and out; nothing here loads a solver."""
