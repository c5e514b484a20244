"""What a person sees first: what draws on every room below."""
