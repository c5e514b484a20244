"""A printed table understood: its cells and labels, its totals, and what ought to add up."""
