"""The parts of a screen: they draw values that they are handed and say what the user did, and read nothing themselves."""
