"""The screen: what is being looked at, how one gets there and back, and what the keys do."""
