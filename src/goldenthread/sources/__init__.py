"""How it arrives: one reader per format, returning tables or figures, and faults."""
