"""Values that belong together, with the labels they are known by: in prose and in tables."""
