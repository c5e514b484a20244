"""Parts of a whole, and all of them together."""
