"""The dimensions an indicator may be broken down by, and what each one means.

A breakdown is part of an indicator and never an indicator of its own. A dimension has one meaning
wherever it is used, so that a table of one indicator can be read beside a table of another.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its name in a breakdown, its meaning, and values as they are written.

    ``overlapping`` where one child or event can stand in several of its categories, so that they
    need not add up to the whole.
    """

    name: str
    meaning: str
    examples: tuple[str, ...]
    overlapping: bool = False


_ALL = (
    Dimension(
        "age",
        "Age of the child or young person, in the bands of the source; bands are never split.",
        ("Under 1", "10-15", "17-18"),
    ),
    Dimension(
        "agency",
        "The agency that made, sent or answered what is counted, under its name at the time.",
        ("Bedfordshire Police", "Schools and academies"),
    ),
    Dimension("audit", "Which multi-agency audit the cases belong to.", ("Front door",)),
    Dimension(
        "category",
        "The category recorded for a plan, a need or an allegation; each return has its own list.",
        ("Neglect", "Emotional abuse"),
    ),
    Dimension(
        "course",
        "The title of a course or module, as in the programme of the year.",
        ("Understanding neglect",),
    ),
    Dimension(
        "duration",
        "How long something had lasted, in the bands of the source.",
        ("3 months or less", "2 years or more"),
    ),
    Dimension(
        "ethnicity",
        "Ethnic background as recorded, grouped as the source groups it.",
        ("White", "Mixed", "Not known"),
    ),
    Dimension(
        "factor",
        "A factor recorded at the end of an assessment; an assessment may have several.",
        ("Domestic abuse: parent", "Neglect"),
        overlapping=True,
    ),
    Dimension(
        "grade",
        "The grade that an audit panel agreed on, never the one an agency gave itself.",
        ("Good", "Requires improvement"),
    ),
    Dimension(
        "group",
        "The group that met, or the group of people who took part.",
        ("Executive", "Children"),
    ),
    Dimension(
        "history",
        "Which plan of the child it is, counted from the first in the council.",
        ("First plan", "Second plan", "Third plan or later"),
    ),
    Dimension(
        "issue",
        "What a contact was about, as its sender or the front door named it.",
        ("Domestic violence", "Information requests"),
    ),
    Dimension(
        "kind",
        "Which kind of the thing is counted, where a source keeps several apart.",
        ("class-based", "e-learning"),
    ),
    Dimension(
        "level",
        "The level of training, or the stage of a procedure.",
        ("Level 2", "Stage 1"),
    ),
    Dimension(
        "locality",
        "The part of the area in which the child’s home was on the day that is counted, by the "
        "partnership’s own table of postcodes: a ward, a family-hub area, a neighbourhood.",
        ("Northside", "Outside the area", "Not known"),
    ),
    Dimension(
        "month",
        "The month within the year, where a yearly table prints its months; a figure about one "
        "month alone has the month as its period instead.",
        ("April", "March"),
    ),
    Dimension(
        "need",
        "Primary need at assessment, by the codes N0 to N9 of the children in need census.",
        ("N1 Abuse or neglect", "N8 Absent parenting"),
    ),
    Dimension(
        "outcome",
        "What came of it: the decision, the result or the ending recorded.",
        ("No further action", "Substantiated"),
    ),
    Dimension(
        "rating",
        "How urgent the hub rated an episode when it began.",
        ("Red", "Amber"),
    ),
    Dimension(
        "reason",
        "Why it was done: the reason given for a referral, a notice or a closure.",
        ("Physical abuse", "Moved to another area"),
    ),
    Dimension(
        "sector",
        "The sector in which the adult worked or volunteered.",
        ("Education", "Fostering"),
    ),
    Dimension(
        "sex",
        "Sex as recorded; the children in need census called it gender before the return for 2025.",
        ("Female", "Male"),
    ),
    Dimension(
        "source",
        "Who brought a contact or a referral, in the groups of the source.",
        ("Police", "Schools"),
    ),
    Dimension(
        "stage",
        "The stage of the journey under its local name: the one the record says, or the one in "
        "force in the area on the day it is counted.",
        ("Early help", "Family Help"),
    ),
)

DIMENSIONS: dict[str, Dimension] = {each.name: each for each in _ALL}
