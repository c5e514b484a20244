"""Changes told in a sentence: their two numbers, their size and their way."""
