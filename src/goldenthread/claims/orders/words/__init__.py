"""The words that put a value in its place, and what they are said of."""
