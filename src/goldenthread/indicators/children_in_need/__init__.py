"""Indicators of children in need."""
