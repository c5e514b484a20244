"""Is it said truly: reads sentences, finds their numbers, and checks them."""

from goldenthread.claims.changes import misdirected
from goldenthread.claims.unbound import unbound

__all__ = ["misdirected", "unbound"]
