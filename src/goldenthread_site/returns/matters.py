"""What an agency was asked for and sent is part of that agency, where an interest is declared."""

from goldenthread_site.returns.models import DataRequest, Return
from goldenthread_site.returns.permissions import AGENCY
from goldenthread_site.trail.matters import belongs

belongs(
    "returns.datarequest",
    AGENCY,
    lambda number: DataRequest.objects.filter(agency=number).values_list("pk", flat=True),
)
belongs(
    "returns.return",
    AGENCY,
    lambda number: Return.objects.filter(request__agency=number).values_list("pk", flat=True),
)
