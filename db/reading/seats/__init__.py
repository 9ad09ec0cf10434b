"""Seats by the rules and who held them: a body on one day, and what contradicts itself there."""
