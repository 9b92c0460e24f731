"""The pages that the program writes: one file for each."""
