"""Coverage-guided fuzzing of the readers, in processes of its own: see ``reading``."""
