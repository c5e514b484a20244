"""One file for each kind of check: its words, examples, known limits, and how it decides."""
