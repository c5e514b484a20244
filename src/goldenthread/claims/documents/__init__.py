"""Documents as the checks see them, passages of prose and grids of cells, whatever the format."""
