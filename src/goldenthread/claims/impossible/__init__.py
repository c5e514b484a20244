"""Numbers that cannot be: a unit that is not theirs, a share beyond all there is."""
