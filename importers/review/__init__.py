"""What an import would store, beside what is on record, and what the user says of it: nothing here writes."""
