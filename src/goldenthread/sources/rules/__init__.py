"""What records must be for indicators to be right: one rule, one file, in the folders beside this.

The rules stand with the sources because they judge what arrives, and name the indicators that go
wrong where it is not as it must be; they read tables and nothing of any format.
"""

from goldenthread.sources.rules.catalogue import rules
from goldenthread.sources.rules.definition import BetweenReturns, Rule, Told, WithinRecords
from goldenthread.sources.rules.judging import judged

__all__ = ["BetweenReturns", "Rule", "Told", "WithinRecords", "judged", "rules"]
