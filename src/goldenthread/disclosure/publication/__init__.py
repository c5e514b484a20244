"""A publication as the whole of its numbers: cells, what is printed of them, how they add up."""
