"""Tests of the files that a view is written to."""
