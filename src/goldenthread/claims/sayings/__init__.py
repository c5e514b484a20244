"""What a sentence says, so that two sayings can be compared within a text and across texts."""
