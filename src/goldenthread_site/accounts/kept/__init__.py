"""What someone typed while their session ended: kept for an hour, and given back to them alone."""
