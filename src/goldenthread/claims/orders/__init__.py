"""What stands highest, lowest or second, and what rose at every step."""
