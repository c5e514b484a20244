"""A part, its whole and the percentage told of them."""
