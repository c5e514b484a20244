"""The first page: the public's, or the work of whoever is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread_site.accounts.opening import open_to_everyone
from goldenthread_site.directory.standing import standing_of


@open_to_everyone
def home(request: HttpRequest) -> HttpResponse:
    """What needs this person's attention; without an account, what the site is."""
    page = "home/work.html" if standing_of(request).person else "home/welcome.html"
    return render(request, page)


@open_to_everyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "home/accessibility.html")
