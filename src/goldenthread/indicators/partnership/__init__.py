"""Indicators of the partnership’s own work."""
