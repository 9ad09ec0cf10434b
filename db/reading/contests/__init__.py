"""Contests and candidacies: figures, races for a seat, careers."""
