"""Indicators of referrals to children’s social care and of assessments."""
