"""How councils write codes, yes and no: made out by rule, not by a list of every spelling."""

from goldenthread.sources.spellings.meaning import code_in, flag_in, meaning

__all__ = ["code_in", "flag_in", "meaning"]
