"""What agencies are asked to send, what they sent, and the figures that came of it."""
