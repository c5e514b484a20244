"""The first page: the public's, or the work of whoever is signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread_site.accounts.opening import open_to, open_to_everyone
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.standing import standing_of
from goldenthread_site.figures.permissions import READERS
from goldenthread_site.home.attention import gathered, matters
from goldenthread_site.home.measuring import measuring as to_measure
from goldenthread_site.home.presenters import work

# Name, what it is for, how long it is kept; a test holds them to what a browser is given.
COOKIES = (
    ("sessionid", "Keeps you signed in", "Until you close the browser, or 12 hours"),
    (
        "last-here",
        "Gives back what you typed where you were signed out meanwhile, to nobody but you",
        "1 day",
    ),
    ("csrftoken", "Makes sure that what is sent comes from this site’s own pages", "1 year"),
    (
        "messages",
        "Carries “it is saved” from one page to the next, where there is any",
        "Until the next page",
    ),
)


@open_to_everyone
def home(request: HttpRequest) -> HttpResponse:
    """What needs this person's attention; without an account, what the site is."""
    standing = standing_of(request)
    if standing.person is None:
        return render(request, "home/welcome.html")
    return render(request, "home/work.html", work(standing))


@open_to(*READERS)
def attention(request: HttpRequest) -> HttpResponse:
    """Everything that needs attention, each with one thing to do next."""
    standing = standing_of(request)
    year, found = matters(standing, gathered(standing))
    return render(request, "home/attention.html", {"year": year, "matters": found})


@open_to(Role.COUNCIL_ANALYST, Role.ANALYST)
def measuring(request: HttpRequest) -> HttpResponse:
    """What is counted from children’s records, and what to type where they are kept."""
    return render(request, "home/measuring.html", to_measure(standing_of(request)))


@open_to_everyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "home/accessibility.html")


@open_to_everyone
def cookies(request: HttpRequest) -> HttpResponse:
    """Which cookies there are, and why."""
    return render(request, "home/cookies.html", {"cookies": COOKIES})
