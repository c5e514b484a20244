"""The example a trial begins with: Luton's partnership, its agencies, one account for each role."""
