"""The links from page to page under a long list, as the pagination component takes them."""

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict


def steps(page: Page, asked: QueryDict) -> dict[str, Any] | None:
    """What the component is given; None where everything is on one page. Filters are kept."""
    if page.paginator.num_pages < 2:
        return None

    def href(number: int) -> str:
        kept = asked.copy()
        kept["page"] = str(number)
        return f"?{kept.urlencode()}"

    items: list[dict[str, Any]] = [
        {"ellipsis": True}
        if each == page.paginator.ELLIPSIS
        else {"number": each, "href": href(int(each)), "current": each == page.number}
        for each in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    given: dict[str, Any] = {"items": items}
    if page.has_previous():
        given["previous"] = {"href": href(page.previous_page_number())}
    if page.has_next():
        given["next"] = {"href": href(page.next_page_number())}
    return given
