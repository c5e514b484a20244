"""The report's figures as open data: ``figures.csv`` with its description, and ``thread.json``."""

from goldenthread.report.data.thread import render as thread_json
from goldenthread.report.data.tidy import Tidy, tidy

__all__ = ["Tidy", "thread_json", "tidy"]
