"""What is known: the schema, the loading of records, the questions and their formulas."""
