"""Lists that are said to make a whole, and parts that are more than theirs."""
