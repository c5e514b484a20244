"""Partnerships, agencies and their successors, groups, posts, and the roles people hold."""
