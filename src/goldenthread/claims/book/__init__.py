"""A sentence's words matched to an indicator, an area and a period of the figure book."""
