"""Storing what a plan proposes, in one transaction, every row with its source and its place in it: `storing.store` does it."""
