"""Whether a size told is meant of two numbers beside it: evidence weighed, and not one pattern."""
