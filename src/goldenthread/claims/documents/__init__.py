"""Documents as the checks see them, passages and grids of cells, whatever the format."""
