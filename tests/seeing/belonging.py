"""Whose a thing is, seen from whoever asks: their own agency's, another's, or of another place."""

from enum import StrEnum


class Whose(StrEnum):
    """Everyone who asks belongs to the first agency, where their role is held for one."""

    OWN = "own agency"
    OTHER = "another agency"
    SHUT = "another agency, interest declared"
    ELSEWHERE = "another partnership"


# What belongs to no agency: a group, a school, a hold.
OF_A_PARTNERSHIP = (Whose.OWN, Whose.ELSEWHERE)
