"""Holders and votes counted by groups, with what is unknown: on one day, and on many."""
