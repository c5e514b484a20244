"""The partnership's site: people, agencies, what they send, and the figures on screen."""
