"""What it means: last year, neighbours, targets, chance, limits, breaks, outliers."""
