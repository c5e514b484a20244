"""Brings the Department for Education's files here, whole and unchanged, and records what came."""

from goldenthread.sources.fetching.errand import Outcome, fetch
from goldenthread.sources.fetching.service import API, Service
from goldenthread.sources.fetching.wanted import Wanted, wanted

__all__ = ["API", "Outcome", "Service", "Wanted", "fetch", "wanted"]
