"""The rule book: RULES, in the order of the manual, and their defaults."""
