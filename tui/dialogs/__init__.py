"""Questions and pages over the screen, each imported when it is first opened."""
