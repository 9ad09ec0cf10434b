"""What the main screen writes down: imports, merges, schemes, scenarios."""
