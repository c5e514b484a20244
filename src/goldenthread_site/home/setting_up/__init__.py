"""Setting up a partnership: what comes first, each step with lists to begin from."""
