"""Indicators of serious incidents, reviews, audits and child deaths."""
