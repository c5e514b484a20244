"""Indicators from schools and of children out of school."""
