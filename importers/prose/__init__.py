"""Articles and press releases: what stands in them by name, and what they say of elections."""
