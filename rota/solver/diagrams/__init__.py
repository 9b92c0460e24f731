"""Diagrams: every schedule of one worker, day by day, what is alike merged."""
