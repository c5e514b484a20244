"""The figures the partnership holds, on screen: scorecard, pages of indicators, questions."""
