"""Indicators of the front door: contacts and what becomes of them."""
