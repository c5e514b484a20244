"""What may leave: rules by source, suppression, and ``Released``, the only printable value."""

from goldenthread.disclosure.release import release
from goldenthread.disclosure.released import Release, Released
from goldenthread.disclosure.rules import Rule, rule_for, rules

__all__ = ["Release", "Released", "Rule", "release", "rule_for", "rules"]
