"""Where sources state different values for one field of one row."""
