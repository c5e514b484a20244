"""Figures as they may leave a partnership, and the ledger of what has left already."""
