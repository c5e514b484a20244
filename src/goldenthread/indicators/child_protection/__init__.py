"""Indicators of child protection: enquiries, conferences and plans."""
