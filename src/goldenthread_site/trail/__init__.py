"""Who did what, when, why and from where: append-only, chained, and able to forget persons."""
