"""Changes told beside two numbers and no third."""
