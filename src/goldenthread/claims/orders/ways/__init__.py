"""Each way a statement can tell an order, held against the values."""
