"""Figures for programs: the values themselves, page by page, each with its thread."""

from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Schema
from ninja.errors import HttpError
from pydantic import Field

from goldenthread.indicators import catalogue
from goldenthread_site.accounts.opening import open_to
from goldenthread_site.api.v1.answering import answered, counts_of, only, standing_behind
from goldenthread_site.figures import queries
from goldenthread_site.figures.listing import Listed, Wanted, listed, state_for
from goldenthread_site.figures.permissions import READERS

MOST = 5000


class Asked(Schema):
    """The filters; each may be given more than once, and a figure then has to fit any of them."""

    year: list[str] = Field([], description="Reporting year, such as 2023-24")
    indicator: list[str] = Field([], description="Name of an indicator")
    area: list[str] = Field([], description="Code of a council, a region or England")
    breakdown: list[str] = Field(
        [], description="What figures are broken down by, such as age; total for none"
    )
    every_value: bool = Field(
        False, description="Also the other values of things that are told more than once"
    )
    page: int = Field(1, ge=1)
    per_page: int = Field(1000, ge=1, le=MOST)
    state: str = Field("", description="The state of the page before: refused if it has changed")


@open_to(*READERS)
def figures(request: HttpRequest, asked: Annotated[Asked, Query()]) -> HttpResponse:
    """Figures by year, indicator, area and breakdown, each with its thread."""
    standing = standing_behind(request)
    only(request, *Asked.model_fields)
    if unknown := sorted(set(asked.indicator) - set(catalogue())):
        raise HttpError(422, f"There is no indicator called {unknown[0]}: see indicators.")
    state = state_for(standing)
    if asked.state and asked.state != state:
        raise HttpError(409, "The figures have changed since the page before: begin again.")
    counts = counts_of(standing)

    def make() -> dict[str, Any]:
        wanted = Wanted(asked.year, asked.indicator, asked.area, asked.breakdown, asked.every_value)
        found = listed(standing, wanted, state, as_released=not standing.true_counts)
        pages = max(1, -(-len(found) // asked.per_page))
        first = (asked.page - 1) * asked.per_page
        return {
            "state": state,
            "counts": counts,
            "count": len(found),
            "page": asked.page,
            "pages": pages,
            "next": _next(request, asked.page + 1, state) if asked.page < pages else None,
            "items": [_shape(each) for each in found[first : first + asked.per_page]],
        }

    changed = queries.changed(standing)
    return answered(request, make, state=f"{state} {counts}", changed=changed)


def _next(request: HttpRequest, page: int, state: str) -> str:
    kept = request.GET.copy()
    kept["page"], kept["state"] = str(page), state
    return request.build_absolute_uri(f"{request.path}?{kept.urlencode()}")


def _shape(each: Listed) -> dict[str, Any]:
    """A row of ``shapes.Figure`` without the library's checks, which take most of the time: a test
    holds every answer to its shape instead."""
    figure = each.figure
    thread = figure.thread
    known = catalogue().get(figure.indicator)
    return {
        "id": figure.id,
        "indicator": figure.indicator,
        "title": known.title if known else figure.indicator,
        "unit": figure.unit.value,
        "area_code": figure.area.code,
        "area": figure.area.name,
        "area_kind": figure.area.kind.value,
        "year": each.year,
        "period": figure.period.code,
        "period_kind": figure.period.kind.value,
        "period_start": figure.period.start.isoformat(),
        "period_end": figure.period.end.isoformat(),
        "cut": each.cut,
        "breakdown": figure.breakdown.words,
        "value": _number(figure.value),
        "symbol": figure.symbol.value if figure.symbol else None,
        "symbol_means": figure.symbol.meaning if figure.symbol else None,
        "decimals": figure.decimals,
        "numerator": _number(figure.numerator),
        "denominator": _number(figure.denominator),
        "status": figure.status.value,
        "quality": figure.quality.value,
        "quality_note": figure.quality_note,
        "thread": {
            "source": thread.source,
            "release": thread.vintage,
            "file": thread.file,
            "file_digest": thread.digest,
            "place": thread.locator,
            "definition": thread.definition,
            "known_since": thread.known_since.isoformat() if thread.known_since else None,
            "calculation": thread.calculation,
            "inputs": thread.inputs,
        },
    }


def _number(known: Decimal | None) -> float | None:
    return None if known is None else float(known)
