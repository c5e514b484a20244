"""Contents of pages made ready before anyone asks: rows, good for one state of the figures."""
