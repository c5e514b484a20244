"""What a few numbers that stand alone together must mean, in whatever words it is said."""
