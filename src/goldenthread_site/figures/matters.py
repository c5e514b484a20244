"""Questions put to an agency, and its commentary, are part of it where an interest is declared."""

from goldenthread_site.figures.models import Commentary, Question
from goldenthread_site.trail.matters import belongs

AGENCY = "directory.agency"

belongs(
    "figures.question",
    AGENCY,
    lambda number: Question.objects.filter(asked_of=number).values_list("pk", flat=True),
)
belongs(
    "figures.commentary",
    AGENCY,
    lambda number: Commentary.objects.filter(agency=number).values_list("pk", flat=True),
)
