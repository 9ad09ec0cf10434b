"""Pictures made of characters, as pure functions: no widget, no theme, no screen."""
