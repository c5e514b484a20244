"""Indicators of allegations about adults who work with children."""
