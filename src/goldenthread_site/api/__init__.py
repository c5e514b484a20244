"""The figures for other programs: tokens that people make, and what may be read with one."""
