"""How published results become records: one module a format."""
