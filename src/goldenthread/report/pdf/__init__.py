"""The report as a tagged PDF, laid out by Typst from data and never from pasted text."""
