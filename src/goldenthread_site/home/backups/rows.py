"""Rows as lines of JSON that are the same whichever database they come from."""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

# Left out: whoever was signed in signs in again, and what pages show is made again from the rows.
LEFT_OUT = frozenset({"sessions.Session", "figures.Prepared"})
# Made by ``migrate`` in any new database, so no sign that the place is in use.
MADE_WITH_THE_TABLES = frozenset({"contenttypes.ContentType", "auth.Permission"})


def kept_models() -> list[type[models.Model]]:
    """Every table with its own rows, the joining ones too, by name."""
    found = (
        each
        for each in apps.get_models(include_auto_created=True)
        if each._meta.managed and not each._meta.proxy and each._meta.label not in LEFT_OUT
    )
    return sorted(found, key=lambda each: each._meta.label)


def lines_of(model: type[models.Model]) -> Iterator[bytes]:
    """The column names, then each row in order of its key."""
    fields = _fields(model)
    yield _line([each.attname for each in fields])
    rows = model._base_manager.order_by("pk").values_list(*(each.attname for each in fields))
    for row in rows.iterator(500):
        yield _line([_plain(each) for each in row])


def row_from(model: type[models.Model], columns: list[str], line: bytes) -> models.Model:
    """The row of a line, as it was: nothing set anew, no date of today."""
    fields = {each.attname: each for each in _fields(model)}
    values = json.loads(line)
    given = {name: _typed(fields[name], value) for name, value in zip(columns, values, strict=True)}
    return model(**given)


def columns_of(model: type[models.Model]) -> list[str]:
    """What the first line says."""
    return [each.attname for each in _fields(model)]


def _fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    return list(model._meta.concrete_fields)


def _line(values: list[Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return f"{value.days} {value.seconds}.{value.microseconds:06}"
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def _typed(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    return (field.target_field if isinstance(field, models.ForeignKey) else field).to_python(value)
