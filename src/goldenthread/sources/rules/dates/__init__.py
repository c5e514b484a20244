"""Days that cannot be: something ends before it begins, or lasts no time at all."""
