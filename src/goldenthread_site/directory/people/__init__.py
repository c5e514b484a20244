"""People of a partnership: who is invited, who holds which role, and what each must not see."""
