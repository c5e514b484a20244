"""Indicators of the children who live here and their circumstances."""
