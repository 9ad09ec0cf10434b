"""What is meant and what there is: from words to keys, the tree of bodies, the days of change, the ways of grouping."""
