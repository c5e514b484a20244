"""One thing told twice, in whatever words."""
