"""What a scenario assumes, and what that makes of seats, leanings and contests."""
