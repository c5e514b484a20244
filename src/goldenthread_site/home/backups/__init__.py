"""All that the site keeps in one encrypted file, and back into an empty place."""
