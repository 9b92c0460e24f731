"""Kept for a moment while imports move to rota.checker."""

from rota.checker import SIXTIETHS, Report, check

__all__ = ["SIXTIETHS", "Report", "check"]
