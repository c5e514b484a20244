"""The API's description in OpenAPI, as the site serves it and as ``docs/reference`` keeps it."""

import json
import os
from functools import cache


@cache
def described() -> str:
    """The description as JSON, the same every time."""
    from goldenthread_site.api.v1.addresses import START, api

    schema = api.get_openapi_schema(path_prefix=START)
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def page() -> str:
    """The same, for ``make docs``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread_site.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    return described()
