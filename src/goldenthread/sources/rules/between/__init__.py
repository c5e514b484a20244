"""What one return says and another of the same months does not: rules no one else has."""
