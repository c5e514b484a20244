"""Indicators from the police, and of domestic abuse."""
