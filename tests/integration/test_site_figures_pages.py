"""The pages of figures, from Luton's own: what they say, and how few queries they take."""

import pytest

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.figures import queries
from goldenthread_site.figures.models import Question
from tests.factories.signing_in import standing

pytestmark = pytest.mark.django_db


def test_scorecard_indicator_and_question(client, luton, django_assert_max_num_queries):
    client.force_login(Person.objects.get(email=luton[Role.SCRUTINEER]))
    page = client.get("/figures/", {"year": "2023-24"}).content.decode()
    assert "Section 47 enquiries" in page
    assert "Stands out" in page
    with django_assert_max_num_queries(7):
        client.get("/figures/", {"year": "2023-24"})
    narrowed = client.get("/figures/", {"year": "2023-24", "theme": "front_door"}).content.decode()
    assert "Section 47 enquiries" not in narrowed
    assert "Nothing fits" in client.get("/figures/", {"words": "zzz"}).content.decode()
    part = client.get("/figures/", {"year": "2023-24"}, headers={"HX-Request": "true"})
    assert part.content.decode().lstrip().startswith('<h2 class="govuk-heading-m">')

    page = client.get("/figures/section_47_enquiries/", {"year": "2023-24"}).content.decode()
    assert "rose from 912 in 2022-23 to 1,252" in page
    assert "row 94, column Section47" in page  # the thread, down to the cell
    assert "<svg" in page
    assert 'style="' not in page
    with django_assert_max_num_queries(11):
        client.get("/figures/section_47_enquiries/", {"year": "2023-24"})

    asking = "/figures/section_47_enquiries/ask/?year=2023-24"
    empty = client.post(asking, {"text": ""}).content.decode()
    assert "There is a problem" in empty
    assert "Enter your question" in empty
    client.post(asking, {"text": "What lies behind the rise?"})
    assert Question.objects.get().year == "2023-24"
    listed = client.get("/figures/questions/").content.decode()
    assert "What lies behind the rise?" in listed
    assert client.get("/figures/no_such_thing/").status_code == 404


def test_an_indicator_opens_at_the_last_year_it_has_figures_of(client, luton, monkeypatch):
    person = Person.objects.get(email=luton[Role.SCRUTINEER])
    client.force_login(person)
    known = queries.years
    last = known(standing(person))[0]
    # Something was asked about a later year: of that one there is nothing of this indicator yet.
    monkeypatch.setattr(queries, "years", lambda who: [last.back(-1), *known(who)])
    usual = client.get("/figures/section_47_enquiries/").content.decode()
    assert f"Child protection, {last.code}" in usual
    assert "No figure of it is kept" not in usual


def test_the_scorecard_opens_at_the_last_year_with_figures(client, luton, monkeypatch):
    person = Person.objects.get(email=luton[Role.SCRUTINEER])
    client.force_login(person)
    known = queries.years
    last = known(standing(person))[0]
    # Of a later year there is only what agencies were asked for.
    later = last.back(-1)
    monkeypatch.setattr(queries, "years", lambda who: [later, *known(who)])
    page = client.get("/figures/").content.decode()
    assert f"Figures, {last.code}" in page
    assert f'href="/figures/?year={later.code}"' in page
    assert f"Figures, {later.code}" in client.get(f"/figures/?year={later.code}").content.decode()
    file = client.post("/figures/export/", {"form": "csv", "counts": "released"})
    assert last.code in file.headers["Content-Disposition"]


def test_where_nothing_can_be_compared_no_empty_columns_stand(client, luton):
    client.force_login(Person.objects.get(email=luton[Role.SCRUTINEER]))
    alone, compared = (
        client.get("/figures/", {"year": year}).content.decode() for year in ("2024-25", "2023-24")
    )
    assert "Nothing of 2024-25 can be compared with England and others yet" in alone
    assert 'href="/figures/?year=2023-24"' in alone
    assert "Neighbours’ average" not in alone
    assert "Neighbours’ average" in compared
    assert "can be compared" not in compared


def test_a_page_that_writes_opens_only_to_those_who_may(client, luton):
    asker = Person.objects.get(email=luton[Role.SCRUTINEER])
    client.force_login(asker)
    client.post("/figures/contacts/ask/?year=2023-24", {"text": "Why?"})
    pages = [f"/figures/questions/{Question.objects.get().pk}/{each}/" for each in ANSWERING]

    def opened(role):
        client.force_login(Person.objects.get(email=luton[role]))
        found = [client.get(each).status_code for each in ("/figures/contacts/ask/", *pages)]
        return [code == 200 for code in found]

    assert opened(Role.READER) == opened(Role.COUNCILLOR) == [False, False, False]
    assert opened(Role.ANALYST) == [True, True, False]
    assert opened(Role.SCRUTINEER) == [True, False, True]
    client.post(pages[1], {"because": "It is known now."})
    assert client.get(pages[1]).status_code == 409


ANSWERING = ("answer", "close")


def test_whoever_is_no_reader_is_refused(client, luton):
    for role in (Role.ADMINISTRATOR, Role.NEIGHBOUR):
        client.force_login(Person.objects.get(email=luton[role]))
        for path in ("/figures/", "/figures/contacts/", "/figures/questions/"):
            assert client.get(path).status_code == 403
    # Whoever may see records is sent to add a second factor first, and sees nothing before.
    client.force_login(Person.objects.get(email=luton[Role.REVIEW_AUTHOR]))
    answer = client.get("/figures/")
    assert answer.status_code == 302
    assert answer.headers["location"].startswith("/account/2fa/")
