"""What may leave: rules by source, suppression, and ``Released``, the only printable value."""

from goldenthread.disclosure.released import Release, Released

__all__ = ["Release", "Released"]
