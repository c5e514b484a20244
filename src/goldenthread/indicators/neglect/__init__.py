"""Indicators of how neglect is assessed."""
