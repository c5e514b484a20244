"""Indicators of training, supervision and the social work workforce."""
