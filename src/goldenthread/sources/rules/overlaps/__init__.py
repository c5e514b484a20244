"""Two of what there can be one of at a time, and gaps where one follows another."""
