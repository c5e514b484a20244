"""Sentences of public English with their numbers, dates and words of change found in them."""
