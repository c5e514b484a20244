"""Numbers of a sentence that are a cell of a table near by, or the cell beside it."""
