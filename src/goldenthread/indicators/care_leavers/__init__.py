"""Indicators of care leavers."""
