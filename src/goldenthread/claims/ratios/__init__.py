"""Shares and multiples told in words: almost half, doubled, three to one."""
