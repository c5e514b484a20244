"""What may leave: rules by source, suppression, and ``Released``, the only printable value."""

from goldenthread.disclosure.drawn.earlier import EARLIER, figures_of, name_in_book
from goldenthread.disclosure.gate import Withstood, as_release, keep_in_ledger, withstand
from goldenthread.disclosure.release import as_they_stand, held_back, release, with_worked_out
from goldenthread.disclosure.released import Release, Released
from goldenthread.disclosure.rules import Rule, rule_for, rules

__all__ = [
    "EARLIER",
    "Release",
    "Released",
    "Rule",
    "Withstood",
    "as_release",
    "as_they_stand",
    "figures_of",
    "held_back",
    "keep_in_ledger",
    "name_in_book",
    "release",
    "rule_for",
    "rules",
    "with_worked_out",
    "withstand",
]
