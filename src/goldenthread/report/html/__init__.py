"""The report as one self-contained accessible page, in which each figure opens its thread."""

from goldenthread.report.html.render import render

__all__ = ["render"]
