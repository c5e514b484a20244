"""How it is seen: a chart, its table and its words, always together."""
