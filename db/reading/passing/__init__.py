"""From one day to another: who followed whom in which seat, and why."""
