"""Indicators of youth justice."""
