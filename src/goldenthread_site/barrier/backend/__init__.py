"""PostgreSQL, told before each statement who asks, where that has changed."""
