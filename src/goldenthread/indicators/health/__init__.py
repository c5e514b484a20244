"""Indicators from hospitals, community health and mental health."""
