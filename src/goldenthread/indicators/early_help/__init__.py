"""Indicators of early help."""
