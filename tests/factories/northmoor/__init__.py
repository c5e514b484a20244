"""Northmoor: an invented council, and the parts of its made-up report."""
