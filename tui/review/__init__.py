"""Importing inside the app: what was read is looked at, decided on and stored; loaded when its first key is pressed."""
