"""What a statement speaks of: the moments it names, and the rows or values it sets in order."""
