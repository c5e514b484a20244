"""Numbers of a text that a table near by has as well, and has otherwise."""
