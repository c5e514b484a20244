"""Says whether the site can do its work, to whatever keeps it running; nothing else."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from goldenthread_site.accounts.opening import open_to_everyone


@open_to_everyone
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 where the database answers, 503 otherwise; not why."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return HttpResponse("not ready\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
