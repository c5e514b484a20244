"""The environment of every page's template: components, addresses, dates as people write them."""

from datetime import date, datetime
from typing import Any

from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from goldenthread_site.design.fields import errors_of, shown


def environment(**options: Any) -> Environment:
    """Jinja as Django asks for it, with the components beside our own templates."""
    loader = ChoiceLoader(
        [
            options.pop("loader"),
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    made = Environment(loader=loader, **options)  # noqa: S701  (Django switches escaping on)
    made.globals.update(
        static=static, url=address, field=shown, errors_of=errors_of, get_messages=get_messages
    )
    made.filters.update(day=day, moment=moment, capital=capital)
    return made


def address(name: str, *given: Any, **named: Any) -> str:
    """The address of a page by its name."""
    return reverse(name, args=given, kwargs=named)


def day(value: date | None) -> str:
    """A date as people write it: 5 April 2024."""
    if value is None:
        return "no date"
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime | None) -> str:
    """A moment in Europe/London: 5 April 2024 at 2:05pm."""
    if value is None:
        return "not yet"
    here = timezone.localtime(value)
    hour = here.hour % 12 or 12
    return f"{day(here.date())} at {hour}:{here:%M}{'am' if here.hour < 12 else 'pm'}"


def capital(text: str) -> str:
    """With a capital first letter, the other letters as they are: names keep theirs."""
    return f"{text[:1].upper()}{text[1:]}"
