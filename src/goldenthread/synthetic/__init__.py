"""Made-up children: whole linked histories, projected into every format. Nobody's, in any cell."""

from goldenthread.synthetic.histories import by_area, histories

__all__ = ["by_area", "histories"]
