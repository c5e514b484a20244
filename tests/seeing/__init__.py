"""Who sees what, asked of the site itself: every role, every page, whoever a thing belongs to."""
