"""`slatewatch import`, `imports` and `undo`: published results on their way into the record."""
