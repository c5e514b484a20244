"""Days, quarters and years that cannot be, and lengths of time that are not so long."""
