"""This room’s commands."""
