"""The pages of the evidence: one file for each kind of question."""
