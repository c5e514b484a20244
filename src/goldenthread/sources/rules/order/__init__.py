"""Steps of the journey in an order they cannot have happened in."""
