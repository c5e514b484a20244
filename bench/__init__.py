"""How fast and how large: measured, never asserted, because machines differ."""
