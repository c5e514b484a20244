"""Is it said truly: reads sentences and tables, finds their numbers, and holds them to each other.

``documents`` reads files of any kind into ``reading``; ``checks`` has one file for each kind of
check, and is the place to begin. What the checks look for is found by rooms of one subject each:

- ``language``: a sentence with its numbers, dates and words of change;
- ``changes``, ``shares``, ``ratios``, ``wholes``, ``impossible``: what a sentence says of its
  numbers; ``assertions`` is the general reading that those of one sort fall back on;
- ``orders``: what stands highest or lowest; ``dates``: days and lengths of time;
- ``tables``: what a printed table ought to add up to; ``quoting``: what a text takes from one;
- ``sayings``: one thing told twice; ``book``: what is quoted of published figures.

``found`` and ``kinds`` say what a fault and a check are, ``intervals`` what a printed number
stands for; ``echoes`` and ``many_alike`` make one of several faults that are one.
``misdirected`` and ``unbound`` check sentences that this project composes itself.
"""
