"""What an address asks for: which indicator, which year, and the scorecard’s filters."""

from django.http import Http404, HttpRequest
from django.utils.http import urlencode

from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Period, PeriodKind

FILTERS = ("theme", "words", "area")


def known(name: str) -> Indicator:
    """The indicator of a name. Raises Http404 where there is none."""
    if name not in catalogue():
        raise Http404("There is no such indicator.")
    return catalogue()[name]


def chosen(request: HttpRequest, years: list[Period]) -> Period | None:
    """The year asked for, of those there are; None where it asks for none of them."""
    asked = request.GET.get("year", "")
    return next((each for each in years if each.code == asked), None)


def year_of(request: HttpRequest) -> str:
    """The code of the financial year in the address; nothing where it names none.

    Raises Http404 for what is no financial year.
    """
    asked = request.GET.get("year", "").strip()
    if not asked:
        return ""
    try:
        period = Period.parse(asked)
    except ValueError as error:
        raise Http404("There is no such year.") from error
    if period.kind is not PeriodKind.FINANCIAL_YEAR:
        raise Http404("That is no financial year.")
    return period.code


def kept(request: HttpRequest) -> str:
    """The filters of the scorecard, which an indicator’s page keeps for the way back."""
    given = {name: request.GET.get(name, "").strip()[:200] for name in FILTERS}
    return urlencode({name: text for name, text in given.items() if text})
