"""What is left out and without which an indicator cannot be right."""
