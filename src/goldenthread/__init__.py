"""Golden Thread: what happens to children, measured and published truly.

The rooms, from the top floor down, are listed in ``docs/explanation/how-a-number-travels.md``.
"""
