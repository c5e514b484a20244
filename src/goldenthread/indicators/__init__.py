"""What is counted: one file per indicator, found by the catalogue."""
