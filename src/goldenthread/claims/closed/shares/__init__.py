"""Percentages whose part and whole are plain from what stands with them."""
