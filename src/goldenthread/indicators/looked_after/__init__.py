"""Indicators of children looked after."""
