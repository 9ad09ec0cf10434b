"""How a view is laid out on the screen: lines, blocks and the room each of them gets."""
