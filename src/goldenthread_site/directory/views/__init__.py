"""The directory’s pages."""
