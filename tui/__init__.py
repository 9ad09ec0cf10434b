"""How it is seen: the app, its panes and drawings, the exports, the command line."""
