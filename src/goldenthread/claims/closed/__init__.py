"""What a few numbers that stand alone together must mean, in whatever words it is said.

Where a sentence or two hold just the numbers that a relation needs, they belong together: a size of
change and two levels, a share with its part and its whole, a list and its longest, two clauses of
one thing. Each folder is one such relation; its ``told`` reads a text for it, after all other
readings, and its other modules are what ``told`` goes by. Words are held against one another, and
lists of them are of closed classes only (decision 31).
"""
