"""Places in an order of a closed list or of a table."""
