"""What a partnership agrees about an indicator: what it aims at, and where its series is broken."""
